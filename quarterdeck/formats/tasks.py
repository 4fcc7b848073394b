"""Tasks from the rows of a table."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from .checks import Names, refuse_cycles
from .comments import comments_of
from .ledger import Ledger
from .links import Links
from .mentions import Mentions
from .outlines import Outline
from .plans import Plan
from .profiles import Profile
from .records import CommentRow, LinkRow, PersonRow, ProjectRow, TaskRow
from .rows import Row
from .statuses import Statuses
from .tables import Table
from .words import status_of, truth_of

_SHARE = re.compile(r"\[[\d.,]+ ?%?\]$")


@dataclass(frozen=True, kw_only=True)
class TaskParts:
    """All that a table of tasks yields."""

    tasks: tuple[TaskRow, ...]
    links: tuple[LinkRow, ...]
    people: tuple[PersonRow, ...]
    projects: tuple[ProjectRow, ...]
    comments: tuple[CommentRow, ...]


def read_tasks(table: Table, plan: Plan, profile: Profile, ledger: Ledger) -> TaskParts:
    """Turn every row into a task or a dropped row.

    Refused when parents or links run in a circle.
    """
    return _Tasks(table, plan, profile, ledger).read()


class _Tasks:
    def __init__(
        self, table: Table, plan: Plan, profile: Profile, ledger: Ledger
    ) -> None:
        self._table = table
        self._plan = plan
        self._profile = profile
        self._ledger = ledger
        self._names = Names()
        self._outline = Outline(self._names)
        self._mentions = Mentions()
        self._statuses = Statuses(profile, ledger)
        self._links = Links(self._names, self._outline, ledger.limits)
        self._comments: list[CommentRow] = []
        self._backwards = 0

    def read(self) -> TaskParts:
        rows = list(self._identified())
        for row, external_id in rows:
            self._outline.take(row, external_id)
        # Every row is let go once it has become a task: both would fill the memory.
        self._table.records.clear()
        rows.reverse()
        tasks = tuple(self._task(*rows.pop()) for _ in range(len(rows)))
        self._check(tasks)
        self._statuses.report()
        if self._backwards:
            self._ledger.note(
                f"Tasks done before they were created: {self._backwards:,}; "
                "both dates are kept as written."
            )
        return TaskParts(
            tasks=tasks,
            links=self._links.rows,
            people=self._mentions.people,
            projects=self._mentions.projects,
            comments=tuple(self._comments),
        )

    def _identified(self) -> Iterator[tuple[Row, str]]:
        """Rows with a title and an id of their own; the others are dropped."""
        seen: dict[str, int] = {}
        has_ids = self._plan.has("external_id")
        if not has_ids:
            self._ledger.note(
                "No column gives the tasks an id, so they are known by their row."
            )
        for place, (number, cells) in enumerate(self._table.records, start=1):
            row = Row(number, cells, self._plan, self._ledger)
            title = _title(row)
            external_id, *others = self._ids(row, place, has_ids)
            if not title:
                self._ledger.drop_row(number, row.named(), "it has no title")
            elif external_id in seen:
                first = seen[external_id]
                reason = f"its id “{external_id[:60]}” is already that of row {first}"
                self._ledger.drop_row(number, title, reason)
            else:
                seen[external_id] = number
                self._names.add(external_id, others=others, name=title)
                yield row, external_id

    def _ids(self, row: Row, place: int, has_ids: bool) -> list[str]:
        given = [cell for _, cell in row.cells("external_id")]
        given += [cell for _, cell in row.cells("alternative_id")]
        if given:
            return given
        numbered = self._profile.numbered and not has_ids
        return [str(place) if numbered else f"row {row.number}"]

    def _task(self, row: Row, external_id: str) -> TaskRow:
        created_at = row.moment("created_at")
        done_at = row.moment("done_at") or row.moment("cancelled_at")
        percent = row.number_in("percent_done", 0, 100)
        status, raw_status = self._statuses.status(
            row, done_at=done_at, percent=percent
        )
        self._backwards += _before(done_at, created_at)
        self._links.take(row, external_id)
        self._comments.extend(comments_of(row, external_id))
        low, high = _estimates(row)
        return TaskRow(
            external_id=external_id,
            row=row.number,
            title=_title(row),
            project=self._project(row),
            parent=self._outline.parent(external_id),
            outline=self._outline.has_children(external_id),
            milestone=bool(truth_of(row.text("milestone"))),
            description=row.text("description"),
            why=row.text("why"),
            definition_of_done=row.text("definition_of_done"),
            estimate_low=low,
            estimate_high=high,
            remaining=row.hours("remaining"),
            spent=row.hours("spent"),
            status=status,
            raw_status=raw_status,
            priority=self._statuses.priority(row),
            deadline=row.day("deadline"),
            planned_start=row.day("planned_start"),
            planned_end=row.day("planned_end"),
            created_at=created_at,
            started_at=row.moment("started_at"),
            done_at=done_at,
            percent_done=percent,
            assignees=self._assignees(row),
            accountable=self._accountable(row),
            labels=_labels(row),
            skills=row.labels("skills"),
            story_points=row.number_in("story_points", 0, 1e6),
            blocked_reason=row.text("blocked_reason"),
            url=row.text("url"),
        )

    def _project(self, row: Row) -> str | None:
        title, key = row.text("project"), row.text("project_key")
        if not title and not key:
            return None
        lead = row.text("project_lead")
        return self._mentions.project(title, key=key, lead=lead)

    def _assignees(self, row: Row) -> tuple[str, ...]:
        names = tuple(self._without_share(name) for name in row.items("assignees"))
        emails = row.items("assignee_emails")
        if len(names) == len(emails):
            pairs = list(zip(names, emails, strict=True))
        else:
            pairs = [(name, "") for name in names or emails]
        people = (self._mentions.person(name, email=mail) for name, mail in pairs)
        return tuple(dict.fromkeys(people))

    def _without_share(self, name: str) -> str:
        """Microsoft Project writes "Ann[50%]" into its tables."""
        bare = _SHARE.sub("", name).strip()
        if bare and bare != name:
            self._ledger.note("Shares in brackets after names are not read.")
        return bare or name

    def _accountable(self, row: Row) -> str | None:
        name = row.text("accountable")
        return self._mentions.person(name) if name else None

    def _check(self, tasks: tuple[TaskRow, ...]) -> None:
        has_ids = self._plan.has("external_id")
        titles = {task.external_id: task.title for task in tasks}

        def named(external_id: str) -> str:
            return external_id if has_ids else titles[external_id]

        parents = {task.external_id: [task.parent] for task in tasks if task.parent}
        refuse_cycles(parents, "The parents of tasks", named)
        following: dict[str, list[str]] = {}
        for link in self._links.rows:
            following.setdefault(link.predecessor, []).append(link.successor)
        refuse_cycles(following, "The links between tasks", named)


def _title(row: Row) -> str:
    return " ".join(row.text("title").split())


def _labels(row: Row) -> tuple[str, ...]:
    labels = row.labels("labels")
    section = row.text("section")
    if section and not status_of(section) and section not in labels:
        return (*labels, section)
    return labels


def _estimates(row: Row) -> tuple[float | None, float | None]:
    """Low and high hours; a single estimate is both."""
    low, high = row.hours("estimate_low"), row.hours("estimate_high")
    if low is None and high is None:
        low = high = row.hours("estimate")
    low, high = low if low is not None else high, high if high is not None else low
    if low is not None and high is not None and low > high:
        low, high = high, low
    return low, high


def _before(done_at: datetime | None, created_at: datetime | None) -> bool:
    if done_at is None or created_at is None:
        return False
    return done_at.replace(tzinfo=None) < created_at.replace(tzinfo=None)
