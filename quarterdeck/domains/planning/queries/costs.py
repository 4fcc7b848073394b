"""What plans cost, for those who may see the rates of everybody in them.

Whoever may not see all of them is shown nothing: two sums that differ by one person
would tell that person's rate. Of their own hours somebody is told how many there are.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from quarterdeck.domains.people.permissions import seen_among, standing_of
from quarterdeck.shared.money import rounded

from ..models import Proposal, ProposedChange
from ..rules import Part, Sum, part_of, sum_of
from .proposals import names_of_people

PLANS = ("before", "without", "after")


@dataclass(frozen=True)
class PersonCost:
    """One person's hours in each plan and what they cost; None where nobody knows."""

    person_id: int
    name: str
    rate: Decimal | None
    is_self: bool
    cells: list[tuple[Decimal, Decimal | None]]


@dataclass(frozen=True)
class ChangeCost:
    before: Part | None
    after: Part | None


@dataclass(frozen=True)
class Costs:
    """What the plans of one proposal cost, as far as one user may know."""

    currency: str
    hidden: int  # people whose rates the user may not see
    apart: int | None  # the user's own person, if in the plan
    sums: Mapping[str, Sum]  # by plan; empty where cost is not shown
    rates: Mapping[int, Decimal]
    hours: Mapping[str, Mapping[int, Decimal]]

    @property
    def is_shown(self) -> bool:
        return not self.hidden

    @property
    def people_without_rate(self) -> list[int]:
        return sorted({i for each in self.sums.values() for i in each.without_rate})

    @property
    def hours_without_rate(self) -> Decimal:
        return max(
            (each.hours_without_rate for each in self.sums.values()), default=_NO
        )

    @property
    def hours_apart(self) -> Decimal:
        return max((each.hours_apart for each in self.sums.values()), default=_NO)

    def of_change(self, change: ProposedChange) -> ChangeCost | None:
        """Return what a change's task costs before and after."""
        if not self.is_shown or change.hours is None:
            return None
        was = change.hours if change.hours_before is None else change.hours_before
        before, after = (
            part_of(
                people,
                hours,
                self.rates,
                apart=self.apart,
                currency=self.currency,
            )
            for people, hours in (
                (change.people_before, was),
                (change.people_after, change.hours),
            )
        )
        return ChangeCost(before, after)


_NO = Decimal(0)


def costs_for(*, user: Any, proposal: Proposal | None) -> Costs | None:
    """Return what a proposal's plans cost; None where it was made without counting it."""
    kept = proposal.costs if proposal else None
    if not kept:
        return None
    people = set(kept["people"])
    me = standing_of(user).person_id
    apart = me if me in people else None
    hidden = len(people - seen_among(user, people) - {me})
    if hidden:
        return Costs(kept["currency"], hidden, None, {}, {}, {})
    rates = {int(i): Decimal(rate) for i, rate in kept["rates"].items() if int(i) != me}
    hours = {
        plan: decimals(kept["hours"][plan]) for plan in PLANS if plan in kept["hours"]
    }
    sums = {
        plan: sum_of(each, rates, apart=apart, currency=kept["currency"])
        for plan, each in hours.items()
    }
    return Costs(kept["currency"], 0, apart, sums, rates, hours)


def people_in(costs: Costs) -> list[PersonCost]:
    """Return each person's part in the sums: first those without a rate, then by name."""
    ids = {i for each in costs.hours.values() for i in each}
    names = names_of_people(ids)
    rows = [_person_cost(i, names.get(i, "somebody who left"), costs) for i in ids]
    return sorted(
        rows,
        key=lambda row: (row.rate is not None or row.is_self, row.name, row.person_id),
    )


def _person_cost(person_id: int, name: str, costs: Costs) -> PersonCost:
    rate = costs.rates.get(person_id)
    hours = [each.get(person_id, _NO) for each in costs.hours.values()]
    cells = [
        (each, None if rate is None else rounded(each * rate, costs.currency))
        for each in hours
    ]
    return PersonCost(person_id, name, rate, person_id == costs.apart, cells)


def decimals(hours: Mapping[str, float]) -> dict[int, Decimal]:
    return {int(i): Decimal(str(each)) for i, each in hours.items()}
