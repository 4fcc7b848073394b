"""A wish to be forgotten, of somebody who is in no team."""

from typing import Any

from quarterdeck.domains.erasure.services import ask_for_erasure


def add_erasure(world: Any) -> None:
    freya = world.cast._join("Freya", None)
    world.erasure = ask_for_erasure(
        person=world.cast.person(freya), name="Freya", by=freya, at=world.at
    )
