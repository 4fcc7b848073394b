"""What Support meets for, and what Oscar wrote after leading, for the matrix."""

from datetime import timedelta
from typing import Any

from quarterdeck.domains.occasions import services
from quarterdeck.domains.occasions.models import Turn


def add_leading(world: Any) -> None:
    cast, at, owner = world.cast, world.at, world.person
    arranging = {"by": cast.alice, "at": at}
    day = at.date()

    def occasion(title: str, **more: Any) -> Any:
        return services.set_up_occasion(
            team=cast.support, title=title, first_on=day, **more, **arranging
        )

    def turn(weeks: int, person: Any, part: str = "leads") -> Any:
        (named,) = services.name_turn(
            occasion=world.occasion,
            on=day + timedelta(weeks=weeks),
            part=part,
            person=person,
            **arranging,
        )
        return named

    world.occasion = occasion("Round")
    world.ended_occasion = occasion("Old round")
    services.end_occasion(occasion=world.ended_occasion, **arranging)
    world.occasion.refresh_from_db()
    bob = cast.person(cast.bob)
    services.say_willing(occasion=world.occasion, willing=True, by=cast.bob, at=at)
    world.led_turn = turn(0, owner)
    world.turn = turn(1, owner)
    world.notes_turn = turn(0, owner, "notes")
    world.offered_turn = turn(2, owner)
    world.bobs_turn = turn(3, bob)
    services.offer_turn(turn=world.offered_turn, to=bob, by=world.roles.owner, at=at)
    _debriefs(world, bob)


def _debriefs(world: Any, bob: Any) -> None:
    """Oscar led today and the week before, and named Bob to read of the week before."""
    before = world.at.date() - timedelta(weeks=1)
    Turn.objects.create(
        occasion=world.occasion,
        on=before,
        part="leads",
        person=world.person,
        way="chosen",
        **world.stamped(),
    )
    words = world.secret("debrief", "owner", "peer")
    world.secrets[words] = frozenset(("owner", "peer"))
    world.debrief = services.write_debrief(
        occasion=world.occasion,
        on=before,
        went_well=words,
        otherwise=words,
        readers=[bob],
        by=world.roles.owner,
        at=world.at,
    )
