"""Ask for a plan; a worker makes it, and nothing moves until somebody accepts."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from quarterdeck.domains.activity import services as activity
from quarterdeck.domains.background_jobs import services as jobs
from quarterdeck.domains.background_jobs.models import Job
from quarterdeck.domains.organization.models import Team
from quarterdeck.shared.errors import RuleBroken

from ..choices import AIMS, DEFAULTS, MOST_AIMS, STRETCH_DEFAULTS
from ..models import Proposal, Scenario
from ..permissions import can_propose_plan
from .drafting import NothingSupposed, checked, draft_scenario
from .solving import compare_now, plan_now, solve_proposal


class AlreadyBeingMade(RuleBroken):
    pass


class NothingToCancel(RuleBroken):
    pass


class NoSuchOrder(RuleBroken):
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
    order: Sequence[str] = (),
) -> Proposal:
    """Ask for a proposal for a team and the teams below it; one at a time for each.

    With choices, other plans are searched for as well, for about as long again. In parts
    a large whole is planned by several workers; None leaves it to its size. Aims in
    strict order come before all weights.
    """
    _check_order(order)
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
        order=list(order),
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
    order: Sequence[str] = (),
) -> Scenario:
    """Draft a what-if and plan it beside the same work without it."""
    scenario = draft_scenario(
        name=name, team=team, adjustments=adjustments, by=by, at=at
    )
    compare_scenario(scenario=scenario, by=by, at=at, seconds=seconds, order=order)
    return scenario


def compare_scenario(
    *,
    scenario: Scenario,
    by: Any,
    at: datetime,
    seconds: int = 10,
    weights: Mapping[str, float] | None = None,
    seed: int = 0,
    order: Sequence[str] = (),
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
        order=order,
    )


def compare_again(*, scenario: Scenario, by: Any, at: datetime) -> Proposal:
    """Plan a what-if as it was planned before, by the same aims."""
    last = scenario.proposals.order_by("-id").first()
    known = last.weights if last is not None else {}
    return compare_scenario(
        scenario=scenario,
        by=by,
        at=at,
        weights={k: v for k, v in known.items() if k in DEFAULTS},
        order=last.order if last is not None else (),
    )


def _check_order(order: Sequence[str]) -> None:
    strange = [aim for aim in order if aim not in AIMS]
    if strange:
        told = ", ".join(AIMS)
        raise NoSuchOrder(f"“{strange[0]}” is no aim. Choose from {told}.")
    if len(set(order)) < len(order) or len(order) > MOST_AIMS:
        raise NoSuchOrder(f"An order has up to {MOST_AIMS} aims, each of them once.")


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
    order: Sequence[str] = (),
) -> Proposal:
    """Make a proposal for everybody, asked for by whoever runs the instance.

    It waits for the leader of the topmost team to look at; it changes nothing.
    """
    _check_order(order)
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
            order=list(order),
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
    order: Sequence[str] = (),
) -> Proposal:
    """Plan everybody's work with and without what is supposed; nothing is kept."""
    _check_order(order)
    root = topmost_team()
    return compare_now(
        proposal=Proposal(
            team=root,
            asked_at=at,
            seconds=seconds,
            seed=seed,
            weights=DEFAULTS,
            order=list(order),
            supposed=checked(adjustments, root),
        )
    )
