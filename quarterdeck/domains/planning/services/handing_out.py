"""Parts of a plan as records and ordinary jobs, handed out and put away."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec
from django.db import transaction
from django_tasks import task

from quarterdeck.domains.background_jobs import services as jobs
from quarterdeck.domains.background_jobs.models import OPEN, Job
from quarterdeck.shared.confined import run_confined

from ..models import PartOfPlan, Proposal

if TYPE_CHECKING:
    from quarterdeck.engines.planning.portfolio import Part, PartPlan

JOB, HERE = "job", "here"
MOST_JOBS = (
    8  # of a round: a process takes a while to come up, so small parts go together
)
MEGABYTES = 1_000
START = 60.0  # seconds for a child to come up and read, on a machine at work


def packed(record: object) -> bytes:
    return zlib.compress(msgspec.json.encode(record), 1)


def part_plans(answer: bytes) -> tuple[PartPlan, ...]:
    from quarterdeck.engines.planning.portfolio import PartPlan

    return msgspec.json.decode(zlib.decompress(answer), type=tuple[PartPlan, ...])


def shared_out(parts: Sequence[Part]) -> list[tuple[Part, ...]]:
    """Put parts together so that each job has about as much to do."""
    shares: list[list[Part]] = [[] for _ in range(min(MOST_JOBS, len(parts)))]
    for part in sorted(parts, key=lambda each: (-each.steps, each.number)):
        min(shares, key=lambda share: sum(each.steps for each in share)).append(part)
    return [tuple(share) for share in shares]


@transaction.atomic
def hand_out(proposal: Proposal, turn: int, parts: Sequence[Part]) -> list[PartOfPlan]:
    """Give parts records and jobs; what is there from a lost attempt is kept."""
    _forget_abandoned(proposal)
    there = {row.number: row for row in proposal.parts.filter(turn=turn)}
    rows = []
    for number, share in enumerate(shared_out(parts)):
        asked = packed(share)
        row = there.get(number)
        if row is None or bytes(row.asked) != asked:
            if row is not None:
                row.delete()
            row = _handed_out(proposal, turn, number, share, asked)
        elif row.taken_by == HERE:
            row.taken_by = ""
            row.save(update_fields=["taken_by"])
        rows.append(row)
    return rows


def _handed_out(
    proposal: Proposal, turn: int, number: int, share: Sequence[Part], asked: bytes
) -> PartOfPlan:
    row = PartOfPlan.objects.create(
        proposal=proposal,
        turn=turn,
        number=number,
        count=len(share),
        seconds=sum(part.seconds for part in share),
        asked=asked,
    )
    row.job_id = int(plan_part.enqueue(part_id=row.pk).id)
    row.save(update_fields=["job"])
    return row


@task
def plan_part(part_id: int) -> None:
    """Plan one part, for whoever joins them; it may have been taken meanwhile."""
    wanted = PartOfPlan.objects.filter(pk=part_id, answer__isnull=True)
    if not wanted.exclude(taken_by=HERE).update(taken_by=JOB):
        return
    row = wanted.first()
    if row is None:
        return
    answer = plan(row)
    with jobs.completing():
        wanted.update(answer=answer)


def plan(row: PartOfPlan) -> bytes:
    """Plan a part in a bounded child, until nobody wants it any more."""
    from quarterdeck.engines.planning.portfolio import PartPlan

    def unwanted() -> bool:
        there = PartOfPlan.objects.filter(pk=row.pk, answer__isnull=True)
        return jobs.stop_is_wanted() or not there.exists()

    found = run_confined(
        "quarterdeck.engines.planning.portfolio:plan_parts",
        msgspec.Raw(zlib.decompress(row.asked)),
        result_type=tuple[PartPlan, ...],
        seconds=row.seconds + START,
        megabytes=MEGABYTES,
        cancelled=unwanted,
    )
    return packed(found)


@transaction.atomic
def put_away(proposal: Proposal) -> None:
    """Drop the parts with their jobs; a worker that is still at one stops."""
    _drop(list(proposal.parts.values_list("pk", "job_id")))


def _forget_abandoned(proposal: Proposal) -> None:
    """Parts of plans that nobody is making any more, as their job was given up."""
    others = PartOfPlan.objects.exclude(proposal=proposal)
    _drop(
        list(others.exclude(proposal__job__state__in=OPEN).values_list("pk", "job_id"))
    )


def _drop(rows: list[tuple[int, int | None]]) -> None:
    PartOfPlan.objects.filter(pk__in=[pk for pk, _ in rows]).delete()
    Job.objects.filter(pk__in=[job for _, job in rows if job is not None]).delete()
