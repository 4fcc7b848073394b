"""What stands on Home: one read for each card, each of them bounded."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from django.db.models import Q
from django.utils import timezone

from quarterdeck.domains.people.permissions import leads_somebody
from quarterdeck.domains.people.queries import activities_visible_to
from quarterdeck.domains.projects import queries as work

from .acts import Told, told_together
from .lines import Need
from .links import page
from .private import private_needs

if TYPE_CHECKING:
    from quarterdeck.domains.projects.models import Task

SHOWN = 5
SHOWN_TASKS = 12
SHOWN_ACTS, READ_ACTS = 10, 60
# What a line says of its record; all else would be read for nothing.
HANDED = (
    *("answer", "reply", "follow_up_on", "task__title", "task__project__name"),
    *("giver__name", "receiver__name"),
)
STUCK = ("reason", "blocked_at", "task__title", "task__accountable__name")
LATE = ("title", "deadline", "project__name")
PLANNED = (
    *("title", "status", "deadline", "planned_start", "why", "goal__why"),
    *("project__why", "project__goal__why"),
)


@dataclass(frozen=True)
class Needs:
    """The lines; `more` where a kind has more of them than are shown."""

    lines: list[Need]
    more: list[tuple[str, str]] = field(default_factory=list)


def needs_you(user: Any, today: date) -> Needs:
    """Delegations to answer, follow-ups due, what blocks my team, what I am late with."""
    waiting = work.delegations_waiting_for(user).only(*HANDED)
    delegations = list(waiting[: SHOWN + 1])
    due = work.follow_ups_due(user, today).only(*HANDED)
    follow_ups = list(due[: SHOWN + 1])
    led = work.blocked_led_by(user).select_related(None)
    stuck = led.select_related("task__accountable").only(*STUCK)
    blocks = list(stuck[: SHOWN + 1]) if leads_somebody(user) else []
    mine = work.TaskFilter(mine=True, deadline="overdue")
    late = work.tasks_found(user=user, wanted=mine, today=today)
    with_project = late.select_related("project").only(*LATE)
    late_tasks = list(with_project[: SHOWN + 1])
    lines = [
        *private_needs(user, today),
        *(_delegation(user, row) for row in delegations[:SHOWN]),
        *(_follow_up(row, today) for row in follow_ups[:SHOWN]),
        *(_block(row) for row in blocks[:SHOWN]),
        *(_late(row, today) for row in late_tasks[:SHOWN]),
    ]
    more = []
    if len(blocks) > SHOWN:
        more.append(("More that is blocked", _tasks("blocked=on")))
    if len(late_tasks) > SHOWN:
        more.append(("More that you are late with", _tasks("mine=on&deadline=overdue")))
    return Needs(lines, [row for row in more if row[1]])


@dataclass(frozen=True)
class Day:
    """My tasks of today: the first of them, and whether there are more."""

    tasks: "list[Task]"
    more: bool
    all_url: str


def my_day(user: Any, today: date) -> Day:
    """What I am doing, planned for today or before, or due today; late ones stand above."""
    mine = work.tasks_found(user=user, wanted=work.TaskFilter(mine=True), today=today)
    tomorrow = datetime.combine(
        today + timedelta(1), time(), timezone.get_current_timezone()
    )
    rows = mine.exclude(status="backlog").filter(
        Q(status="doing") | Q(planned_start__lt=tomorrow) | Q(due_or_never=today),
        due_or_never__gte=today,
    )
    told = rows.select_related("project__goal", "goal").only(*PLANNED)
    found = list(told[: SHOWN_TASKS + 1])
    tasks = found[:SHOWN_TASKS]
    work.tell_whys(tasks)
    return Day(tasks, len(found) > SHOWN_TASKS, _tasks("mine=on"))


def happened(user: Any) -> list[Told]:
    """The last acts that this user may read of, like ones in a row as one line."""
    acts = activities_visible_to(user).filter(content__erased=False)
    return told_together(acts[:READ_ACTS], SHOWN_ACTS)


def _delegation(user: Any, row: Any) -> Need:
    url = page("projects:delegation", row.pk)
    if row.answer == "asked":
        said = row.reply or "a question"
        return Need(
            "message-circle-question-mark",
            f"{row.receiver} asks about “{row.task}”",
            said,
            "Answer",
            url,
        )
    beside = f"follow-up {_day(row.follow_up_on)} · {row.task.project}"
    return Need(
        "handshake",
        f"{row.giver} hands you “{row.task}”",
        beside,
        "Answer",
        url,
    )


def _follow_up(row: Any, today: date) -> Need:
    since = "today" if row.follow_up_on == today else f"since {_day(row.follow_up_on)}"
    return Need(
        "calendar-check",
        f"Look at “{row.task}” together",
        f"{row.giver} and {row.receiver} · {since}",
        "Follow up",
        page("projects:delegation", row.pk),
    )


def _block(row: Any) -> Need:
    who = row.task.accountable or "Nobody"
    return Need(
        "octagon-pause",
        f"{who} is blocked on “{row.task}”",
        f"since {_day(row.blocked_at.date())} · {row.reason}",
        "Help",
        page("projects:task", row.task_id),
    )


def _late(row: Any, today: date) -> Need:
    days = (today - row.deadline).days
    told_days = "1 day" if days == 1 else f"{days} days"
    return Need(
        "clock-alert",
        row.title,
        f"{told_days} late · {row.project}",
        "Open",
        page("projects:task", row.pk),
    )


def _day(day: date) -> str:
    return f"{day.day} {day:%b}"


def _tasks(query: str) -> str:
    return page("projects:tasks", query=query)
