"""Cost rates of Oscar and of Support, each with a word that only leaders may read."""

from decimal import Decimal
from typing import Any

from quarterdeck.domains.people.services import set_cost_rate, take_back_cost_rate

# Amounts that stand nowhere else, so that they are found in any answer they are in.
OWN, TEAM = Decimal("73731.37"), Decimal("61616.16")


def add_rates(world: Any) -> None:
    at, by = world.at, world.cast.alice
    leaders = ("leader", "captain")

    def put(owner: Any, per_hour: Decimal, note: str) -> Any:
        return set_cost_rate(
            owner=owner,
            per_hour=per_hour,
            starts_on=at.date(),
            note=world.secret(note, *leaders) if note else "",
            by=by,
            at=at,
        )

    for owner, amount, name in (
        (world.person, OWN, "cost_rate"),
        (world.team, TEAM, "team_cost_rate"),
    ):
        setattr(world, name, put(owner, amount, name.replace("_", "-")))
        former = put(owner, amount, "")
        take_back_cost_rate(rate=former, by=by, at=at)
        setattr(world, f"former_{name}", former)
    _cost_of_a_plan(world)


def _cost_of_a_plan(world: Any) -> None:
    """A plan in which Oscar has an hour of work, and which therefore costs his rate."""
    oscar = str(world.person.pk)
    hours = {"before": {oscar: 1.0}, "after": {oscar: 1.0}}
    world.proposal.costs = {
        "currency": "EUR",
        "hours": hours,
        "people": [world.person.pk],
        "rates": {oscar: str(OWN)},
    }
    world.proposal.save(update_fields=["costs"])
    world.proposal.changes.update(hours=1, people_after=[world.person.pk])
