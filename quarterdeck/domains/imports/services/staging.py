"""Fill projects that nobody sees yet, a short transaction for each batch of tasks."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction

from quarterdeck.domains.people.models import Skill
from quarterdeck.domains.projects.models import (
    Block,
    Contributor,
    Dependency,
    Project,
    SkillNeed,
    Task,
)
from quarterdeck.formats import ProjectRow, Reading, TaskRow

from ..models import ImportRun
from ..rules import HOURS_OF_A_DAY, clock_hours
from .matching import PeopleByRow
from .people import skills_by_name
from .tasks import TaskMaker

BATCH = 500
EVERYTHING = ""  # the project of tasks that name none


@dataclass
class Staging:
    """What a run has filled so far, and what of it was there before."""

    run: ImportRun
    reading: Reading
    people: PeopleByRow
    projects: dict[str, Project] = field(default_factory=dict)
    staged: list[Project] = field(default_factory=list)
    ids: dict[str, int] = field(default_factory=dict)  # external id → task
    known: dict[str, Task] = field(default_factory=dict)  # tasks that were there before
    added: int = 0

    def clear(self) -> None:
        """Take away what an earlier attempt of this run left half filled."""
        mark = f"staged:{self.run.pk}"
        with transaction.atomic():
            left = Project.objects.filter(is_staged=True, external_source=mark)
            Task.objects.filter(project__in=left).delete()
            left.delete()

    def fill(self) -> Iterator[int]:
        """Insert batch by batch; yields how many tasks are done."""
        self._find_what_is_known()
        self._open_projects()
        maker = TaskMaker(self.run, self.reading, self.people)
        rows = [row for row in self.reading.tasks if row.external_id not in self.known]
        for first in range(0, len(rows), BATCH):
            with transaction.atomic():
                self._insert(maker, rows[first : first + BATCH])
            yield first + BATCH
        self._hang_below_parents(rows)
        self._link()

    def _find_what_is_known(self) -> None:
        """Tasks that came from this source before; they are brought up to date later."""
        ids = [row.external_id[:200] for row in self.reading.tasks]
        for first in range(0, len(ids), BATCH):
            found = Task.objects.filter(
                external_source=self.run.external_source,
                external_id__in=ids[first : first + BATCH],
                project__is_staged=False,
                project__team__path__startswith=self.run.home.path,
            ).select_related("project")
            for task in found:
                self.known[task.external_id] = task
                self.ids[task.external_id] = task.pk

    def _open_projects(self) -> None:
        """One project for each in the file; a staged one takes what is new."""
        rows = {row.external_id: row for row in self.reading.projects}
        used = {task.project or EVERYTHING for task in self.reading.tasks}
        for key in sorted(used):
            self.projects[key] = self._open(key, rows.get(key))

    def _open(self, key: str, row: ProjectRow | None) -> Project:
        at = self.run.at
        leader = self.people.ids.get(row.accountable or "") if row else None
        project = Project.objects.create(
            name=((row.title if row else "") or self.run.title or "Imported")[:300],
            description=row.description if row else "",
            leader_id=leader,
            starts_on=row.starts_on if row else None,
            team=self.run.home,
            is_staged=True,
            # Its real source is written when it becomes visible: an unfinished one
            # must not be taken for the project it will be.
            external_source=f"staged:{self.run.pk}",
            external_id=(key or "all")[:200],
            created_at=at,
            updated_at=at,
        )
        self.staged.append(project)
        return project

    def _insert(self, maker: TaskMaker, rows: Sequence[TaskRow]) -> None:
        tasks = [
            maker.task(row, self.projects[row.project or EVERYTHING]) for row in rows
        ]
        Task.objects.bulk_create(tasks, batch_size=BATCH)
        for row, task in zip(rows, tasks, strict=True):
            self.ids[row.external_id] = task.pk
        self.added += len(tasks)
        at = self.run.at
        Contributor.objects.bulk_create(
            (
                Contributor(task=task, person_id=person_id, since=at)
                for row, task in zip(rows, tasks, strict=True)
                for person_id in maker.people_of(row)
            ),
            batch_size=BATCH,
        )
        Block.objects.bulk_create(
            (
                Block(task=task, reason=row.blocked_reason[:300], blocked_at=at)
                for row, task in zip(rows, tasks, strict=True)
                if row.blocked_reason and task.is_open
            ),
            batch_size=BATCH,
        )
        self._need_skills(rows, tasks)

    def _need_skills(self, rows: Sequence[TaskRow], tasks: Sequence[Task]) -> None:
        known: dict[str, Skill] = skills_by_name(
            {name for r in rows for name in r.skills}
        )
        SkillNeed.objects.bulk_create(
            (
                SkillNeed(task=task, skill=skill)
                for row, task in zip(rows, tasks, strict=True)
                for skill in {
                    known[name].pk: known[name] for name in row.skills
                }.values()
            ),
            batch_size=BATCH,
        )

    def _hang_below_parents(self, rows: Sequence[TaskRow]) -> None:
        wanted = {
            self.ids[row.external_id]: self.ids[row.parent]
            for row in rows
            if row.parent is not None and row.parent in self.ids
        }
        ids = sorted(wanted)
        for first in range(0, len(ids), BATCH):
            with transaction.atomic():
                tasks = list(Task.objects.filter(pk__in=ids[first : first + BATCH]))
                for task in tasks:
                    task.parent_id = wanted[task.pk]
                Task.objects.bulk_update(tasks, ["parent"], batch_size=BATCH)

    def _link(self) -> None:
        """Add the order in time; links between tasks known before are left to people."""
        wanted: dict[tuple[int, int], Any] = {}
        for link in self.reading.links:
            if link.predecessor in self.known and link.successor in self.known:
                continue
            before = self.ids.get(link.predecessor)
            after = self.ids.get(link.successor)
            if before is not None and after is not None and before != after:
                wanted.setdefault((before, after), link)
        rows = [
            Dependency(
                before_id=before,
                after_id=after,
                kind=link.kind,
                lag_hours=round(clock_hours(link.lag_hours, HOURS_OF_A_DAY), 2),
            )
            for (before, after), link in wanted.items()
        ]
        for first in range(0, len(rows), BATCH):
            with transaction.atomic():
                Dependency.objects.bulk_create(rows[first : first + BATCH])

    def by_project(self) -> dict[str, list[str]]:
        """External ids of all tasks by the project key of the file."""
        found: dict[str, list[str]] = defaultdict(list)
        for row in self.reading.tasks:
            found[row.project or EVERYTHING].append(row.external_id)
        return found


__all__ = ["EVERYTHING", "Staging"]
