"""Read what a plan is made of: a team's open work and everybody who could do it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import Q, QuerySet

from quarterdeck.domains.organization.models import Team
from quarterdeck.domains.organization.queries import get_organization, subtree
from quarterdeck.domains.people.models import (
    Membership,
    Person,
    PersonSkill,
    TimeOff,
)
from quarterdeck.domains.people.queries import working_hours_of
from quarterdeck.domains.projects.models import (
    Contributor,
    Dependency,
    HoursByPerson,
    ProjectMember,
    SkillNeed,
    Task,
)

from ..models import PlanLock
from .links import Link, links_into
from .stretches import KeptStretch, kept_stretches

PLANNED = (Task.Status.TODO, Task.Status.DOING, Task.Status.WAITING)
MANY_PEOPLE = 500


@dataclass(frozen=True)
class Scope:
    """The work of a team and the teams below it, and who could do it."""

    at: datetime
    first_day: date
    days: int  # of the axis, as far as hours are known
    zone: ZoneInfo
    people: Mapping[int, Person]
    hours: Mapping[int, list[float]]  # by person, hours for each day of the axis
    absences: Mapping[int, list[tuple[date, date]]]
    busy_elsewhere: Mapping[int, list[tuple[datetime, datetime]]]
    skills: Mapping[int, list[PersonSkill]]
    tasks: Mapping[int, Task]
    contributors: Mapping[int, tuple[int, ...]]
    needs: Mapping[int, list[SkillNeed]]
    own_hours: Mapping[int, Mapping[int, float]]  # by task, what it takes of whom
    dependencies: list[Link]
    # Tasks that wait for work outside the scope: from when they may begin, or why not.
    earliest: Mapping[int, list[datetime]]
    waiting_outside: Mapping[int, str]
    locks: Mapping[int, PlanLock]
    people_of_team: Mapping[int, frozenset[int]]  # by team, with the teams below it
    helpers: Mapping[int, frozenset[int]]  # by project, its members from elsewhere
    stretches: Mapping[int, KeptStretch]  # by task, work one level up that was accepted

    def candidates_of(self, task: Task) -> list[int]:
        """Who may be asked: the project's team, its helpers, and who does it already."""
        project = task.project
        found = set(self.people_of_team.get(project.team_id, frozenset()))
        found |= self.helpers.get(project.pk, frozenset())
        found |= set(self.contributors.get(task.pk, ()))
        return sorted(i for i in found if i in self.people)


def scope_of(team: Team, at: datetime) -> Scope:
    """Read everything a plan for this team is made of; the queries are few and fixed."""
    organization = get_organization()
    zone = ZoneInfo(organization.time_zone if organization else "UTC")
    first_day = at.astimezone(zone).date()
    rows = open_work_of(team)
    inside = rows.values("pk")
    # in an order of their own: which of two alike comes first, decides about the plan
    ordered = rows.select_related("project", "milestone").order_by("pk")
    tasks = {task.pk: task for task in ordered}
    paths = dict(subtree(team).values_list("pk", "path"))
    helpers = _sets(
        ProjectMember.objects.filter(project_id__in=rows.values("project_id")),
        "project_id",
        "person_id",
    )
    contributors = _sets(
        Contributor.objects.filter(task_id__in=inside), "task_id", "person_id"
    )
    doing = {i: tuple(sorted(row)) for i, row in contributors.items()}
    members = _members_by_team(paths)
    people = _people({*_all(members), *_all(helpers), *_all(contributors)}, first_day)
    days = 730 if len(people) <= MANY_PEOPLE else 365
    links = [link for link in links_into(rows) if link.after_id in tasks]
    earliest, waiting = _from_outside(links, tasks)
    return Scope(
        at=at,
        first_day=first_day,
        days=days,
        zone=zone,
        people=people,
        hours=working_hours_of(list(people), first_day, days),
        absences=_absences(people, first_day),
        busy_elsewhere=_busy_elsewhere(people, tasks, at),
        skills=_lists(
            PersonSkill.objects.filter(person_id__in=list(people)), "person_id"
        ),
        tasks=tasks,
        contributors=doing,
        needs=_lists(SkillNeed.objects.filter(task_id__in=inside), "task_id"),
        own_hours=_own_hours(inside, people),
        dependencies=[link for link in links if link.before_id in tasks],
        earliest=earliest,
        waiting_outside=waiting,
        locks={
            lock.task_id: lock for lock in PlanLock.objects.filter(task_id__in=inside)
        },
        people_of_team=members,
        helpers=helpers,
        stretches=kept_stretches(rows, doing),
    )


def _own_hours(
    inside: QuerySet[Any], people: Mapping[int, Person]
) -> dict[int, dict[int, float]]:
    found: dict[int, dict[int, float]] = defaultdict(dict)
    rows = HoursByPerson.objects.filter(task_id__in=inside)
    for task_id, person_id, hours in rows.values_list("task_id", "person_id", "hours"):
        if person_id in people:
            found[task_id][person_id] = float(hours)
    return found


def open_work_of(team: Team) -> QuerySet[Task]:
    """Return the tasks a plan for this team is about: open, no summaries, no someday."""
    return Task.objects.filter(
        project__team__path__startswith=team.path,
        project__archived_at__isnull=True,
        project__is_staged=False,
        status__in=PLANNED,
        is_summary=False,
    )


def _members_by_team(paths: Mapping[int, str]) -> dict[int, frozenset[int]]:
    """By team, the people of that team and of the teams below it."""
    direct = _sets(
        Membership.objects.filter(team_id__in=list(paths)), "team_id", "person_id"
    )
    found: dict[int, set[int]] = {team_id: set() for team_id in paths}
    for team_id, path in paths.items():
        for above in (int(part) for part in path.split("/") if part):
            if above in found:
                found[above] |= direct.get(team_id, frozenset())
    return {team_id: frozenset(row) for team_id, row in found.items()}


def _people(wanted: set[int], first_day: date) -> dict[int, Person]:
    gone = Q(ends_on__isnull=False, ends_on__lt=first_day)
    rows = Person.objects.exclude(gone).order_by("pk")
    found = _in_batches(rows, "pk", wanted)
    return {person.pk: person for person in sorted(found, key=lambda p: p.pk)}


def _absences(
    people: Iterable[int], first_day: date
) -> dict[int, list[tuple[date, date]]]:
    found: dict[int, list[tuple[date, date]]] = defaultdict(list)
    rows = TimeOff.objects.filter(ends_on__gte=first_day).order_by("starts_on", "pk")
    for row in _in_batches(rows, "person_id", set(people)):
        found[row.person_id].append((max(row.starts_on, first_day), row.ends_on))
    return found


def _busy_elsewhere(
    people: Iterable[int], tasks: Mapping[int, Task], at: datetime
) -> dict[int, list[tuple[datetime, datetime]]]:
    """When these people are planned for work that this plan does not touch."""
    rows = Contributor.objects.filter(
        task__status__in=PLANNED,
        task__planned_end__gt=at,
        task__planned_start__isnull=False,
        task__project__archived_at__isnull=True,
    ).select_related("task")
    found: dict[int, list[tuple[datetime, datetime]]] = defaultdict(list)
    for row in _in_batches(rows, "person_id", set(people)):
        if row.task_id not in tasks:
            found[row.person_id].append((row.task.planned_start, row.task.planned_end))
    return found


def _from_outside(
    links: list[Link], tasks: Mapping[int, Task]
) -> tuple[dict[int, list[datetime]], dict[int, str]]:
    """What tasks of the scope wait for outside of it: a moment, or a reason."""
    wanted = {link.before_id for link in links if link.before_id not in tasks}
    outside = {t.pk: t for t in _in_batches(Task.objects.all(), "pk", wanted)}
    earliest: dict[int, list[datetime]] = defaultdict(list)
    reasons: dict[int, str] = {}
    for link in links:
        before = outside.get(link.before_id)
        if before is None or not before.is_open or before.is_summary:
            continue
        if before.planned_end is None:
            reasons[link.after_id] = f"waits for “{before.title}”, which has no date"
        elif link.kind == Dependency.Kind.FS:
            lag = timedelta(hours=link.lag_hours)
            earliest[link.after_id].append(before.planned_end + lag)
    return earliest, reasons


def _all(sets: Mapping[int, frozenset[int]]) -> set[int]:
    return {i for row in sets.values() for i in row}


def _sets(rows: QuerySet[Any], key: str, value: str) -> dict[int, frozenset[int]]:
    found: dict[int, set[int]] = defaultdict(set)
    for row_key, row_value in rows.values_list(key, value):
        found[row_key].add(row_value)
    return {i: frozenset(row) for i, row in found.items()}


def _lists(rows: QuerySet[Any], key: str) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = defaultdict(list)
    for row in rows.order_by("pk"):
        found[getattr(row, key)].append(row)
    return found


def _in_batches(rows: QuerySet[Any], field: str, ids: set[int]) -> list[Any]:
    """Rows whose field is among ids; a database takes only so many at once."""
    ordered = sorted(ids)
    return [
        row
        for first in range(0, len(ordered), 5_000)
        for row in rows.filter(**{f"{field}__in": ordered[first : first + 5_000]})
    ]
