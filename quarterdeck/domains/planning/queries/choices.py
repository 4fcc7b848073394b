"""The plans to choose from, beside each other."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from ..choices import CHEAPEST, CHOICES
from ..models import PlanChoice, Proposal
from ..rules import Sum, sum_of
from .costs import Costs, costs_for, decimals


@dataclass(frozen=True)
class ChoiceRow:
    """One plan to choose: what it is called, what it is for, what it means."""

    choice: PlanChoice
    label: str
    aim: str
    cost: Sum | None

    @property
    def finish(self) -> date | None:
        found = self.choice.measures["finish"]
        return date.fromisoformat(found) if found else None


def choices_visible_to(user: Any, proposal: Proposal) -> QuerySet[PlanChoice]:
    """Return the plans to choose from, the one proposed first at the head.

    The cheapest tells who costs less than whom: it is for who may see every rate in it.
    """
    rows = proposal.choices.order_by("place")
    if CHEAPEST not in {row.key for row in rows.only("key")}:
        return rows
    costs = costs_for(user=user, proposal=proposal)
    shown = costs is not None and costs.is_shown
    return rows if shown else rows.exclude(key=CHEAPEST)


def get_choice(*, user: Any, proposal: Proposal, choice_id: int) -> PlanChoice:
    return choices_visible_to(user, proposal).get(pk=choice_id)


def choice_rows(proposal: Proposal, costs: Costs | None) -> list[ChoiceRow]:
    """Return the plans to choose from with their cost, as far as it may be shown."""
    shown = costs if costs is not None and costs.is_shown else None
    rows = []
    for choice in proposal.choices.defer("changes", "left_out").order_by("place"):
        if choice.key == CHEAPEST and shown is None:
            continue
        label, aim = CHOICES[choice.key]
        cost = None if shown is None else _cost(choice, shown)
        rows.append(ChoiceRow(choice, label, aim, cost))
    return rows


def _cost(choice: PlanChoice, costs: Costs) -> Sum:
    return sum_of(
        decimals(choice.hours),
        costs.rates,
        apart=costs.apart,
        currency=costs.currency,
    )
