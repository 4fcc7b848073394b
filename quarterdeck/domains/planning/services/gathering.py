"""Gather the parts of a round: those of other workers, and all that nobody else does.

Whoever waits works. So one worker is enough, two are quicker, and what a worker began and
lost is planned again: a part gives the same plan wherever it is planned.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Sequence
from typing import TYPE_CHECKING

from quarterdeck.domains.background_jobs import services as jobs
from quarterdeck.domains.background_jobs.models import OPEN, Job
from quarterdeck.shared.confined import ConfinedFailure

from ..models import PartOfPlan
from .handing_out import HERE, JOB, part_plans, plan

if TYPE_CHECKING:
    from quarterdeck.engines.planning.portfolio import PartPlan

LOOK_EVERY = 0.2  # seconds
GRACE = 5.0  # seconds above what a part may take, after which it is planned again
log = logging.getLogger(__name__)


class Gathering:
    """The parts of one round; ``by_others`` counts those that other workers planned."""

    def __init__(self, rows: Sequence[PartOfPlan], turn: int, rounds: int) -> None:
        self.rows = {row.pk: row for row in rows}
        self.turn, self.rounds = turn, rounds
        self.found: dict[int, tuple[PartPlan, ...]] = {}
        self.by_others = self.failed = 0
        self._given_up: set[int] = set()
        self._seen: dict[int, float] = {}

    def gather(self) -> list[PartPlan]:
        """Give what came out of every part but those that broke."""
        while True:
            jobs.raise_if_cancelled()
            self._collect()
            self._tell()
            missing = self.rows.keys() - self.found.keys() - self._given_up
            if not missing:
                return [plan for plans in self.found.values() for plan in plans]
            row = self._take(missing)
            if row is not None:
                self._plan_here(row)
            else:
                time.sleep(LOOK_EVERY)

    def _collect(self) -> None:
        there = PartOfPlan.objects.filter(
            pk__in=self.rows.keys() - self.found.keys(), answer__isnull=False
        )
        for pk, answer, taken_by in there.values_list("pk", "answer", "taken_by"):
            self.found[pk] = part_plans(bytes(answer or b""))
            self.by_others += (taken_by == JOB) * self.rows[pk].count

    def _tell(self) -> None:
        done = sum(self.rows[pk].count for pk in self.found)
        whole = sum(row.count for row in self.rows.values())
        jobs.report_progress(
            self.turn * whole + done,
            self.rounds * whole,
            f"{done} of {whole} parts planned, round {self.turn + 1} of {self.rounds}",
        )

    def _take(self, missing: set[int]) -> PartOfPlan | None:
        """Take the last part that nobody has, or one that does not come back."""
        open_parts = PartOfPlan.objects.filter(pk__in=missing, answer__isnull=True)
        free = open_parts.filter(taken_by="").order_by("-number")
        for pk, job_id in free.values_list("pk", "job_id"):
            if open_parts.filter(pk=pk, taken_by="").update(taken_by=HERE):
                Job.objects.filter(pk=job_id, state=Job.State.QUEUED).delete()
                return self.rows[pk]
        for pk, state in open_parts.values_list("pk", "job__state").order_by("-number"):
            if state not in OPEN or self._is_overdue(pk):
                open_parts.filter(pk=pk).update(taken_by=HERE)
                return self.rows[pk]
        return None

    def _is_overdue(self, pk: int) -> bool:
        since = self._seen.setdefault(pk, time.monotonic())
        return time.monotonic() - since > self.rows[pk].seconds + GRACE

    def _plan_here(self, row: PartOfPlan) -> None:
        """Plan a part in this worker's time; one that breaks stays as it was."""
        try:
            answer = plan(row)
        except ConfinedFailure as failure:
            log.warning("%s stays as it was: %s", row, failure)
            self._given_up.add(row.pk)
            self.failed += row.count
            return
        PartOfPlan.objects.filter(pk=row.pk, answer__isnull=True).update(answer=answer)
