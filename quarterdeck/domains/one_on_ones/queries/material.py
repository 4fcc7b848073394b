"""What the system knows that two people may want to talk about.

Everything is read through the doors of the rooms it comes from, so neither of the two
is shown here what they could not see there. One function makes one group; a room that
has something to say about a person gets a function more.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from quarterdeck.domains.feedback.queries import open_questions_of, waiting_for
from quarterdeck.domains.people.models import Person
from quarterdeck.domains.people.queries import skills_of, time_off_of
from quarterdeck.domains.projects.models import Task
from quarterdeck.domains.projects.queries import TaskFilter, tasks_found

MOST = 6
AHEAD = timedelta(weeks=6)


@dataclass(frozen=True)
class Item:
    """One thing to talk about, and the record it is about."""

    text: str
    beside: str
    kind: str  # task, person or feedback: which page it links to
    record_id: int


@dataclass(frozen=True)
class Group:
    label: str
    icon: str
    items: list[Item]
    more: bool = False


def material_of(
    *, user: Any, person: Person, since: date | None, today: date
) -> list[Group]:
    """Return what there is about one of the two, in groups that hold something."""
    found = (source(user, person, since, today) for source in SOURCES)
    return [group for group in found if group.items]


def _finished(user: Any, person: Person, since: date | None, today: date) -> Group:
    since = since or today - timedelta(weeks=4)
    wanted = TaskFilter(person=person.pk, status="done")
    rows = tasks_found(user=user, wanted=wanted, today=today)
    rows = rows.filter(done_at__date__gte=since).order_by("-done_at", "-id")
    return _of_tasks("Finished since last time", "circle-check", rows, _finished_on)


def _blocked(user: Any, person: Person, since: date | None, today: date) -> Group:
    wanted = TaskFilter(person=person.pk, blocked=True)
    rows = tasks_found(user=user, wanted=wanted, today=today)
    rows = rows.prefetch_related("blocks")
    return _of_tasks("Blocked", "octagon-pause", rows, _why_blocked)


def _late(user: Any, person: Person, since: date | None, today: date) -> Group:
    wanted = TaskFilter(person=person.pk, deadline="overdue")
    rows = tasks_found(user=user, wanted=wanted, today=today)

    def days(task: Task) -> str:
        late = (today - (task.deadline or today)).days
        return "1 day late" if late == 1 else f"{late} days late"

    return _of_tasks("Late", "clock-alert", rows, days)


def _wishes(user: Any, person: Person, since: date | None, today: date) -> Group:
    rows = skills_of(user=user, person=person, today=today)
    wishes = [row for row in rows if row.wants_to_grow]
    items = [
        Item(row.skill.name, f"level {row.level} of 5", "person", person.pk)
        for row in wishes[:MOST]
    ]
    return Group("Wants to grow in", "sprout", items, len(wishes) > MOST)


def _away(user: Any, person: Person, since: date | None, today: date) -> Group:
    """Dates only: why somebody is away is theirs."""
    rows = time_off_of(user=user, person=person, since=today)
    soon = [row for row in rows if row.starts_on <= today + AHEAD]
    items = [
        Item(_span(row.starts_on, row.ends_on), "", "person", person.pk)
        for row in soon[:MOST]
    ]
    return Group("Away soon", "calendar-off", items, len(soon) > MOST)


def _feedback(user: Any, person: Person, since: date | None, today: date) -> Group:
    """Questions between the two that wait for an answer; both of them know these."""
    owed = waiting_for(user).filter(request__asker=person)[: MOST + 1]
    asked = open_questions_of(user).filter(asked__person=person)[: MOST + 1]
    items = [
        Item(row.request.question, "waits for you", "feedback", row.request_id)
        for row in owed
    ]
    items += [
        Item(row.question, f"you asked {person}", "feedback", row.pk)
        for row in asked
        if _waits_for(row, person)
    ]
    return Group("Feedback due", "message-square-text", items[:MOST], len(items) > MOST)


def _waits_for(request: Any, person: Person) -> bool:
    return any(
        one.person_id == person.pk and not one.answered and one.declined_at is None
        for one in request.people_asked
    )


SOURCES = (_finished, _blocked, _late, _feedback, _wishes, _away)


def _of_tasks(label: str, icon: str, rows: Any, beside: Any) -> Group:
    found = list(rows.select_related("project")[: MOST + 1])
    items = [Item(t.title, beside(t), "task", t.pk) for t in found[:MOST]]
    return Group(label, icon, items, len(found) > MOST)


def _finished_on(task: Task) -> str:
    return _day(task.done_at.date()) if task.done_at else ""


def _why_blocked(task: Task) -> str:
    return next((b.reason for b in task.blocks.all() if b.cleared_at is None), "")


def _span(start: date, end: date) -> str:
    return _day(start) if start == end else f"{_day(start)} to {_day(end)}"


def _day(day: date) -> str:
    return f"{day.day} {day:%b}"
