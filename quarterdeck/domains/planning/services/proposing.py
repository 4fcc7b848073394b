"""Ask for a plan; a worker makes it, and nothing moves until somebody accepts."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from quarterdeck.domains.activity import services as activity
from quarterdeck.domains.background_jobs import services as jobs
from quarterdeck.domains.background_jobs.models import Job
from quarterdeck.domains.organization.models import Team
from quarterdeck.shared.errors import RuleBroken

from ..choices import DEFAULTS, STRETCH_DEFAULTS
from ..models import Proposal, Scenario
from ..permissions import can_propose_plan
from .drafting import NothingSupposed, checked, draft_scenario
from .solving import compare_now, plan_now, solve_proposal


class AlreadyBeingMade(RuleBroken):
    pass


class NothingToCancel(RuleBroken):
    pass


class NoTeamYet(RuleBroken):
    pass


@transaction.atomic
def propose_plan(
    *,
    team: Team,
    by: Any,
    at: datetime,
    seconds: int = 10,
    weights: Mapping[str, float] | None = None,
    seed: int = 0,
    scenario: Scenario | None = None,
    stretch_rules: Mapping[str, int] | None = None,
    with_choices: bool = False,
    in_parts: bool | None = None,
) -> Proposal:
    """Ask for a proposal for a team and the teams below it; one at a time for each.

    With choices, other plans are searched for as well, for about as long again. In parts
    a large whole is planned by several workers; None leaves it to its size.
    """
    if not can_propose_plan(by, team):
        raise PermissionDenied
    if scenario is not None and not scenario.adjustments:
        raise NothingSupposed("Suppose at least one thing: somebody away, a deadline …")
    waiting = Proposal.objects.filter(
        team=team,
        scenario=scenario,
        state=Proposal.State.SOLVING,
        job__state__in=(Job.State.QUEUED, Job.State.RUNNING),
    )
    if waiting.exists():
        raise AlreadyBeingMade(f"A plan for {team} is being made; wait or cancel it.")
    proposal = Proposal.objects.create(
        team=team,
        scenario=scenario,
        asked_by=by,
        asked_at=at,
        seconds=seconds,
        seed=seed,
        weights={**DEFAULTS, **(weights or {})},
        stretch_rules={**STRETCH_DEFAULTS, **(stretch_rules or {})},
        with_choices=with_choices,
        in_parts=in_parts,
        supposed=scenario.adjustments if scenario is not None else [],
    )
    proposal.job = jobs.start_job(
        solve_proposal,
        proposal_id=proposal.pk,
        name=f"Plan for {team}",
        by=by,
        at=at,
        max_attempts=2,
    )
    proposal.save(update_fields=["job"])
    activity.record(
        by=by,
        verb="plan.asked_for",
        subject=proposal,
        at=at,
        audience=activity.only(by.pk),
    )
    return proposal


@transaction.atomic
def suppose_and_plan(
    *,
    name: str,
    team: Team,
    adjustments: list[dict[str, Any]],
    by: Any,
    at: datetime,
    seconds: int = 10,
) -> Scenario:
    """Draft a what-if and plan it beside the same work without it."""
    scenario = draft_scenario(
        name=name, team=team, adjustments=adjustments, by=by, at=at
    )
    compare_scenario(scenario=scenario, by=by, at=at, seconds=seconds)
    return scenario


def compare_scenario(
    *,
    scenario: Scenario,
    by: Any,
    at: datetime,
    seconds: int = 10,
    weights: Mapping[str, float] | None = None,
    seed: int = 0,
) -> Proposal:
    """Plan a what-if beside the same work without it; a worker does both."""
    return propose_plan(
        team=scenario.team,
        by=by,
        at=at,
        seconds=seconds,
        weights=weights,
        seed=seed,
        scenario=scenario,
    )


def cancel_proposal(*, proposal: Proposal, by: Any, at: datetime) -> None:
    """Stop looking; nothing that was planned is touched. Who asked may cancel."""
    if proposal.job is None or not proposal.is_being_made:
        raise NothingToCancel("This plan is not being made any more.")
    jobs.request_cancel(job=proposal.job, by=by, at=at)


def topmost_team() -> Team:
    """The team that a plan for everybody is made for."""
    root = Team.objects.filter(parent__isnull=True).order_by("pk").first()
    if root is None:
        raise NoTeamYet("There is no organisation yet; import a file or run the demo.")
    return root


def plan_whole_instance(
    *,
    at: datetime,
    seconds: int = 10,
    seed: int = 0,
    with_choices: bool = False,
    in_parts: bool | None = None,
) -> Proposal:
    """Make a proposal for everybody, asked for by whoever runs the instance.

    It waits for the leader of the topmost team to look at; it changes nothing.
    """
    root = topmost_team()
    with transaction.atomic():
        proposal = Proposal.objects.create(
            team=root,
            asked_at=at,
            seconds=seconds,
            seed=seed,
            weights=DEFAULTS,
            stretch_rules=STRETCH_DEFAULTS,
            with_choices=with_choices,
            in_parts=in_parts,
        )
        activity.record(
            by=activity.OPERATOR,
            verb="plan.asked_for",
            subject=proposal,
            at=at,
            audience=activity.team(root.pk),
        )
    return plan_now(proposal=proposal)


def compare_whole_instance(
    *,
    adjustments: list[dict[str, Any]],
    at: datetime,
    seconds: int = 10,
    seed: int = 0,
) -> Proposal:
    """Plan everybody's work with and without what is supposed; nothing is kept."""
    root = topmost_team()
    return compare_now(
        proposal=Proposal(
            team=root,
            asked_at=at,
            seconds=seconds,
            seed=seed,
            weights=DEFAULTS,
            supposed=checked(adjustments, root),
        )
    )
