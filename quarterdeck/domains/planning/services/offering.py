"""Keep the plans to choose from beside the one that is proposed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..models import PlanChoice, Proposal, ProposedChange
from ..rules import KEEPS_DATES, price_of_growth
from ..translation.costing import hours_of_plan
from ..translation.measuring import summary
from ..translation.stretches import hours_with_growth, measured_growth
from .telling import left_out_of

if TYPE_CHECKING:
    from quarterdeck.engines.planning.answer import Answer
    from quarterdeck.engines.planning.stretching import Choice, Offer

    from ..translation import Translation
    from .telling import Telling

MOST_CHANGES = 5_000  # that are kept of each plan to choose
KEPT = (
    "task_id",
    "people_before",
    "people_after",
    "start_before",
    "end_before",
    "start_after",
    "end_after",
    "hours",
    "hours_before",
    "growth",
    "mentor_id",
    "reasons",
    "alternative",
)


def write_choices(proposal: Proposal, offer: Offer, told: Telling) -> None:
    """Keep each plan whole, so that it can be taken with one click."""
    rows = []
    for place, choice in enumerate(offer.choices):
        changes = told.changes(choice.assignments, choice.stretches)
        if place and len(changes) > MOST_CHANGES:
            continue
        row = _choice(proposal, choice, offer.as_found, told)
        row.place, row.is_chosen = place, place == 0
        row.changes = [_plain(change) for change in changes]
        rows.append(row)
    PlanChoice.objects.bulk_create(rows if len(rows) > 1 else [])


def _choice(
    proposal: Proposal, choice: Choice, usual: Choice, told: Telling
) -> PlanChoice:
    translation = told.translation
    fixed, axis = len(translation.left_out), translation.axis
    points = not proposal.weighs_cost
    measures = summary(choice.measures, axis, fixed, with_points=points)
    return PlanChoice(
        proposal=proposal,
        key=choice.key,
        measures=measures | _growth(choice, usual, translation, measures),
        objective=choice.measures.objective if points else None,
        hours=choice_hours(translation, choice),
        left_out=left_out_of(translation, choice.unplaced, told.words),
    )


def choice_hours(translation: Translation, choice: Choice) -> dict[str, float]:
    """By person, the hours that a plan to choose asks of them."""
    usual = hours_of_plan(translation, choice.assignments)
    return hours_with_growth(usual, choice.stretches, translation)


def growth_measures(answer: Answer, translation: Translation) -> dict[str, Any]:
    """What growth there is in the plan that is proposed, and its price."""
    if answer.offer is None:
        return {}
    first, usual = answer.offer.choices[0], answer.offer.as_found
    if len(answer.offer.choices) == 1 and not first.stretches:
        return {}
    measures = summary(first.measures, translation.axis, 0, with_points=False)
    return _growth(first, usual, translation, measures)


def _growth(
    choice: Choice,
    usual: Choice,
    translation: Translation,
    measures: dict[str, Any],
) -> dict[str, Any]:
    axis = translation.axis
    growth = measured_growth(choice, translation, usual.assignments)
    without = summary(usual.measures, axis, 0, with_points=False)
    price = price_of_growth({**measures, "growth": growth}, without)
    growth["keeps_dates"] = price.endswith(KEEPS_DATES)
    return {
        "work_hours": axis.hours(choice.work_slots),
        "growth": growth,
        "price_of_growth": price,
    }


def _plain(change: ProposedChange) -> dict[str, Any]:
    """A change as it can be kept beside others."""
    told = {name: getattr(change, name) for name in KEPT}
    for name in ("start_before", "end_before", "start_after", "end_after"):
        told[name] = told[name].isoformat() if told[name] else None
    for name in ("hours", "hours_before"):
        told[name] = str(told[name])
    return told
