"""Find what would help: a few changes, each planned with, none of them made."""

from datetime import datetime
from typing import Any

from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.db import transaction
from django_tasks import task

from quarterdeck.domains.activity import services as activity
from quarterdeck.domains.background_jobs import services as jobs
from quarterdeck.domains.background_jobs.models import Job
from quarterdeck.shared.errors import RuleBroken

from ..choices import DEFAULTS
from ..models import LeverSearch, Proposal, Scenario
from ..permissions import can_propose_plan
from ..queries.levers import newest_levers_of
from ..queries.supposing import numbered, sentences_of
from .drafting import draft_scenario
from .proposing import AlreadyBeingMade, compare_scenario, topmost_team


class NothingToImprove(RuleBroken):
    pass


class NothingToStop(RuleBroken):
    pass


@transaction.atomic
def find_levers(*, proposal: Proposal, by: Any, at: datetime) -> LeverSearch:
    """Have a worker try a few changes to the work that a proposal is about."""
    if not can_propose_plan(by, proposal.team):
        raise PermissionDenied
    if proposal.standing not in (Proposal.State.READY, Proposal.State.IMPOSSIBLE):
        raise NothingToImprove(
            "This plan is not made yet; what would help it comes then."
        )
    open_jobs = (Job.State.QUEUED, Job.State.RUNNING)
    if proposal.lever_searches.filter(job__state__in=open_jobs).exists():
        raise AlreadyBeingMade(
            "What would help is being looked for; wait or cancel it."
        )
    search = LeverSearch.objects.create(proposal=proposal, asked_by=by, asked_at=at)
    search.job = jobs.start_job(
        weigh_levers,
        search_id=search.pk,
        name=f"What would help {proposal.team}",
        by=by,
        at=at,
        max_attempts=2,
    )
    search.save(update_fields=["job"])
    activity.record(
        by=by,
        verb="levers.asked_for",
        subject=proposal,
        at=at,
        audience=activity.only(by.pk),
        subject_name=f"what would help {proposal.team}",
    )
    return search


@task
def weigh_levers(search_id: int) -> None:
    """Try the changes; what comes out is written at once."""
    from .weighing import weigh_for

    search = LeverSearch.objects.select_related(
        "proposal__team", "proposal__scenario", "proposal__asked_by"
    ).get(pk=search_id)
    base, rows = weigh_for(search.proposal, search.asked_at)
    url = f"/plan/proposals/{search.proposal_id}/levers/"
    with jobs.completing(url=url):
        search.base, search.rows, search.is_done = base, rows, True
        search.save(update_fields=["base", "rows", "is_done"])


def stop_levers(*, proposal: Proposal, by: Any, at: datetime) -> None:
    """Stop looking for what would help. Who asked may stop it."""
    search = newest_levers_of(proposal)
    if search is None or search.job is None or not search.is_looking:
        raise NothingToStop("Nothing is being looked for any more.")
    jobs.request_cancel(job=search.job, by=by, at=at)


@transaction.atomic
def suppose_lever(
    *, proposal: Proposal, number: int, by: Any, at: datetime
) -> Scenario:
    """Make a what-if of one change, beside what the proposal supposed, and compare it."""
    search = newest_levers_of(proposal)
    rows = {row["number"]: row for row in search.rows} if search else {}
    if number not in rows:
        raise ObjectDoesNotExist
    adjustment = rows[number]["adjustment"]
    (name,) = sentences_of([adjustment])
    scenario = draft_scenario(
        name=name.rstrip(".")[:200],
        team=proposal.team,
        adjustments=[
            *(dict(row) for _, row in numbered(proposal.supposed)),
            adjustment,
        ],
        by=by,
        at=at,
    )
    known = {k: v for k, v in proposal.weights.items() if k in DEFAULTS}
    compare_scenario(
        scenario=scenario,
        by=by,
        at=at,
        seconds=proposal.seconds,
        weights=known,
        seed=proposal.seed,
        order=proposal.order,
    )
    return scenario


def find_levers_for_whole_instance(
    *, at: datetime, seconds: int = 10, seed: int = 0
) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """The same for everybody's work, for whoever runs the instance; nothing is kept."""
    from .weighing import weigh_for

    root = topmost_team()
    proposal = Proposal(
        team=root, asked_at=at, seconds=seconds, seed=seed, weights=DEFAULTS
    )
    return weigh_for(proposal, at)
