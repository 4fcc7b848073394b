"""A wish to be forgotten, of somebody who is in no team."""

from typing import Any

from quarterdeck.domains.erasure.services import ask_for_erasure


def add_erasure(world: Any) -> None:
    fay = world.cast._join("Fay", None)
    world.erasure = ask_for_erasure(
        person=world.cast.person(fay), name="Fay", by=fay, at=world.at
    )
