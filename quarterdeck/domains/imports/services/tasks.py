"""A task of a file as a task of ours."""

from collections import defaultdict
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from quarterdeck.domains.organization.queries import get_organization
from quarterdeck.domains.projects.models import Project, Task
from quarterdeck.formats import Reading, TaskRow

from ..models import ImportRun
from ..rules import description_of, hours_each
from .matching import PeopleByRow

PRIORITY = {
    "urgent": Task.Priority.URGENT,
    "high": Task.Priority.HIGH,
    "normal": Task.Priority.NORMAL,
    "low": Task.Priority.LOW,
}
MOST_HOURS = Decimal("999999.99")
BEGINS, ENDS = time(9), time(17)


class TaskMaker:
    """Turns rows into unsaved tasks; knows the people and comments of the file."""

    def __init__(self, run: ImportRun, reading: Reading, people: PeopleByRow) -> None:
        self.run, self.people = run, people
        organization = get_organization()
        self.zone = ZoneInfo(organization.time_zone if organization else "UTC")
        self._share: dict[str, dict[str, float]] = defaultdict(dict)
        for each in reading.assignments:
            self._share[each.task][each.person] = each.hours or 0.0
        self._comments: dict[str, list[str]] = defaultdict(list)
        for said in reading.comments:
            when = f", {said.written_at.date()}" if said.written_at else ""
            self._comments[said.task].append(
                f"{said.author or 'Somebody'}{when}: {said.text}"
            )

    def task(self, row: TaskRow, project: Project) -> Task:
        at = self.run.at
        task = Task(
            project=project,
            external_source=self.run.external_source,
            external_id=row.external_id[:200],
            position=row.row,
            created_at=self._moment(row.created_at) or at,
            updated_at=at,
            **self.fields(row),
        )
        people = self.people_of(row)
        accountable = self.people.ids.get(row.accountable or "")
        task.accountable_id = accountable or (people[0] if people else None)
        return task

    def fields(self, row: TaskRow) -> dict[str, Any]:
        """What the file says of a task, as our fields; also what a second run compares."""
        people = len(self.people_of(row))
        low = _hours(hours_each(row.estimate_low, people))
        high = _hours(hours_each(row.estimate_high, people))
        if low is not None and high is not None and high < low:
            low, high = high, low
        done = row.status == "done"
        return {
            "title": row.title[:300] or "(no title)",
            "description": description_of(row, self._comments[row.external_id]),
            "why": row.why[:600],
            "definition_of_done": row.definition_of_done,
            "status": row.status,
            "priority": PRIORITY[row.priority],
            "estimate_low": low if low is not None else high,
            "estimate_high": high if high is not None else low,
            "remaining": self._remaining(row, people),
            "deadline": _day(row.deadline),
            "planned_start": self._at(row.planned_start, BEGINS),
            "planned_end": self._planned_end(row),
            "started_at": self._moment(row.started_at),
            "done_at": self._moment(row.done_at) if done else None,
            "is_summary": row.outline,
        }

    def people_of(self, row: TaskRow) -> list[int]:
        """Who does it: the file's assignments, most hours first, else its assignees."""
        share = self._share.get(row.external_id, {})
        names = sorted(share, key=lambda name: -share[name]) or list(row.assignees)
        found = (self.people.ids.get(name) for name in names)
        return list(dict.fromkeys(i for i in found if i is not None))

    def _remaining(self, row: TaskRow, people: int) -> Decimal | None:
        if row.remaining is None or row.status in ("done", "cancelled"):
            return None
        return _hours(hours_each(row.remaining, people))

    def _planned_end(self, row: TaskRow) -> datetime | None:
        end = self._at(row.planned_end, ENDS)
        start = self._at(row.planned_start, BEGINS)
        if end is not None and start is not None and end <= start:
            return start + timedelta(hours=8)
        return end

    def _at(self, day: date | None, hour: time) -> datetime | None:
        if day is None:
            return None
        if isinstance(day, datetime):
            return self._moment(day)
        return datetime.combine(day, hour, tzinfo=self.zone).astimezone(UTC)

    def _moment(self, moment: datetime | None) -> datetime | None:
        """A moment with its zone; one without is meant on the organization's clock."""
        if moment is None or moment.tzinfo is not None:
            return moment
        return moment.replace(tzinfo=self.zone).astimezone(UTC)


def _hours(value: float | None) -> Decimal | None:
    if value is None:
        return None
    return min(Decimal(str(round(value, 2))), MOST_HOURS)


def _day(value: Any) -> date | None:
    return value.date() if isinstance(value, datetime) else value
