"""Forget somebody in plans: those that speak of them are dropped, they are drafts."""

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from quarterdeck.domains.people.models import Person

from ..models import PartOfPlan, PlanChoice, Proposal, ProposedChange, Scenario

TELLING = ("supposed", "left_out", "conflict", "before", "after", "without")


@transaction.atomic
def forget_people(*, people: Sequence[Person], by: Any, at: datetime) -> None:
    """Drop proposals that place or name them, and suppositions about them.

    A plan is asked for anew in a minute; what was accepted stands in the tasks. Plans
    know people by number in their own columns, so each is read once.
    """
    ids, names = {one.pk for one in people}, [one.name for one in people]
    _forget_proposals(ids, names)
    for scenario in Scenario.objects.select_for_update().iterator():
        kept = [one for one in scenario.adjustments if not _holds(one, ids)]
        if len(kept) != len(scenario.adjustments):
            scenario.adjustments = kept
            scenario.save(update_fields=["adjustments"])


def _forget_proposals(ids: set[int], names: list[str]) -> None:
    going: set[int] = set()
    placed = ProposedChange.objects.values_list(
        "proposal_id",
        "people_before",
        "people_after",
        "growth",
        "reasons",
        "alternative",
    )
    for proposal_id, before, after, growth, *told in placed.iterator():
        if ids & {*before, *after} or _names(told, names) or _holds(growth, ids):
            going.add(proposal_id)
    choices = PlanChoice.objects.values_list(
        "proposal_id", "hours", "changes", "left_out", "measures"
    )
    for proposal_id, hours, *told in choices.iterator():
        if _counts(hours, ids) or _holds(told, ids) or _names(told, names):
            going.add(proposal_id)
    for proposal in Proposal.objects.only("pk", "costs", *TELLING).iterator():
        told = [getattr(proposal, name) for name in TELLING]
        if _names(told, names) or _holds(told, ids) or _counts(proposal.costs, ids):
            going.add(proposal.pk)
    # One that is just being made in parts has people in what travels: it goes as well.
    going |= set(PartOfPlan.objects.values_list("proposal_id", flat=True))
    Proposal.objects.filter(pk__in=going).delete()


def _names(told: Any, names: list[str]) -> bool:
    text = json.dumps(told, ensure_ascii=False, default=str)
    return any(json.dumps(name, ensure_ascii=False)[1:-1] in text for name in names)


def _counts(costs: Any, ids: set[int]) -> bool:
    """Whether hours or a rate stand there under somebody's number."""
    if isinstance(costs, list):
        return any(_counts(one, ids) for one in costs)
    if not isinstance(costs, dict):
        return False
    keys = {int(key) for key in costs if str(key).isdecimal()}
    return bool(keys & ids) or any(_counts(one, ids) for one in costs.values())


def _holds(value: Any, ids: set[int]) -> bool:
    """Whether a person's number stands in a place that is for people."""
    if isinstance(value, dict):
        return any(
            (str(key).startswith(("person", "people")) and _is_one(one, ids))
            or _holds(one, ids)
            for key, one in value.items()
        )
    return isinstance(value, list) and any(_holds(one, ids) for one in value)


def _is_one(value: Any, ids: set[int]) -> bool:
    given = value if isinstance(value, list) else [value]
    return any(isinstance(one, int) and one in ids for one in given)
