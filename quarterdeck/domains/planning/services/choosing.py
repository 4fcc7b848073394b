"""Take another of the plans to choose from as the proposal; still nothing moves."""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from quarterdeck.domains.activity import services as activity
from quarterdeck.shared.errors import RuleBroken

from ..models import PlanChoice, Proposal, ProposedChange
from ..permissions import can_decide_on

MOMENTS = ("start_before", "end_before", "start_after", "end_after")


class DecidedAlready(RuleBroken):
    pass


class ChosenAlready(RuleBroken):
    pass


@transaction.atomic
def choose_plan(*, choice: PlanChoice, by: Any, at: datetime) -> Proposal:
    """Propose what this plan changes instead; only while nothing is decided."""
    proposal = Proposal.objects.select_for_update().get(pk=choice.proposal_id)
    if not can_decide_on(by, proposal):
        raise PermissionDenied
    choice.refresh_from_db()
    if choice.is_chosen:
        raise ChosenAlready("This plan is chosen already.")
    undecided = ProposedChange.Decision.OPEN
    if proposal.changes.exclude(decision=undecided).exists():
        raise DecidedAlready(
            "Some of this proposal is decided already. Ask for a new one to choose again."
        )
    proposal.choices.update(is_chosen=False)
    choice.is_chosen = True
    choice.save(update_fields=["is_chosen"])
    proposal.changes.all().delete()
    ProposedChange.objects.bulk_create(
        (_change(proposal, told) for told in choice.changes), batch_size=500
    )
    proposal.after, proposal.objective = choice.measures, choice.objective
    proposal.left_out = choice.left_out
    hours = {**proposal.costs["hours"], "after": choice.hours}
    proposal.costs = {**proposal.costs, "hours": hours}
    proposal.save(update_fields=["after", "objective", "left_out", "costs"])
    activity.record(
        by=by,
        verb="plan.chosen",
        subject=proposal,
        at=at,
        audience=activity.team(proposal.team_id),
        details={"choice": choice.key},
    )
    return proposal


def _change(proposal: Proposal, told: Mapping[str, Any]) -> ProposedChange:
    fields = dict(told)
    for name in MOMENTS:
        fields[name] = datetime.fromisoformat(told[name]) if told[name] else None
    for name in ("hours", "hours_before"):
        # Plans to choose from that were kept by an earlier version know not all.
        fields[name] = Decimal(told[name]) if told.get(name) else None
    return ProposedChange(proposal=proposal, **fields)
