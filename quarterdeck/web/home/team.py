"""The team this week, for whoever leads one: facts, no guesses."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from quarterdeck.domains.goals.queries import GoalAtPace, goals_at_pace
from quarterdeck.domains.people.permissions import standing_of
from quarterdeck.domains.people.queries import capacity_of, monday_of, people_visible_to
from quarterdeck.domains.projects import queries as work
from quarterdeck.shared.paging import count_up_to

from .links import page

if TYPE_CHECKING:
    from quarterdeck.domains.people.models import Person

SHOWN = 4
PEOPLE = 60
ENOUGH = 200


@dataclass(frozen=True)
class Load:
    """Hours planned against hours there, for what is left of the week."""

    person: "Person"
    url: str
    hours: float
    capacity: float

    @property
    def share(self) -> float | None:
        return self.hours / self.capacity if self.capacity else None

    @property
    def over(self) -> bool:
        return self.hours > self.capacity + 0.05


@dataclass(frozen=True)
class TeamWeek:
    goals: int
    behind: int
    at_risk: list[GoalAtPace]
    not_measured: int
    late: tuple[int, bool]
    late_url: str
    without_why: tuple[int, bool]
    without_why_url: str
    loads: list[Load]
    over: int
    people: int
    monday: date


def read_team_week(user: Any, today: date) -> TeamWeek:
    """Return the week of the teams this user leads."""
    led = standing_of(user).led_team_ids
    goals = goals_at_pace(user, today)
    risky = [row for row in goals if row.pace is not None and row.pace.at_risk]
    late = work.late_tasks(user, today).filter(project__team_id__in=led)
    silent = work.tasks_without_why(user).filter(project__team_id__in=led)
    loads = _loads(user, today)
    over = [load for load in loads if load.over]
    return TeamWeek(
        goals=len(goals),
        behind=len(risky),
        at_risk=risky[:SHOWN],
        not_measured=sum(row.pace is None for row in goals),
        late=count_up_to(late, ENOUGH),
        late_url=page("projects:tasks", query="deadline=overdue"),
        without_why=count_up_to(silent, ENOUGH),
        without_why_url=page("projects:tasks", query="why=none"),
        loads=sorted(loads, key=_heaviest)[:SHOWN],
        over=len(over),
        people=len(loads),
        monday=_week(today)[0],
    )


def _loads(user: Any, today: date) -> list[Load]:
    """The people of the teams led directly; a team below has its own leader's page."""
    paths = standing_of(user).led_paths
    rows = people_visible_to(user).filter(memberships__team__path__in=paths)
    people = list(rows.distinct()[:PEOPLE])
    monday, first = _week(today)
    days = 7 - (first - monday).days
    capacity = capacity_of(people, first, days)
    planned, _ = work.planned_hours_by_person_week(
        user=user,
        person_ids=[person.pk for person in people],
        first_monday=monday,
        weeks=1,
        today=first,
    )
    return [
        Load(
            person,
            page("people:show", person.pk),
            planned.get((person.pk, 0), (0.0, 0))[0],
            sum(capacity.get(person.pk, [])),
        )
        for person in people
    ]


def _week(today: date) -> tuple[date, date]:
    """The Monday of the week to look at, and its first day still to come."""
    monday = monday_of(today)
    if today.weekday() >= 5:
        monday += timedelta(7)
        return monday, monday
    return monday, today


def _heaviest(load: Load) -> tuple[float, str]:
    share = load.share if load.share is not None else (9e9 if load.hours else 0)
    return (-share, load.person.name)
