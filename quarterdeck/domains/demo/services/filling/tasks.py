"""Projects of forty tasks each: estimates, needs, links, people and planned days."""

import random
from collections import defaultdict
from datetime import datetime, timedelta
from decimal import Decimal
from itertools import pairwise

from quarterdeck.domains.goals.models import Goal
from quarterdeck.domains.organization.models import Team
from quarterdeck.domains.projects.models import (
    Contributor,
    Dependency,
    Project,
    SkillNeed,
    Task,
)

from .people import BATCH, SKILLS, Crowd

IN_A_PROJECT = 40
AT_ONCE = 100  # projects in one round of writes
HOURS = [None, *map(Decimal, (1, 2, 3, 4, 6, 8, 12, 16, 24))]


def fill_projects(
    count: int,
    crowd: Crowd,
    goals: list[Goal],
    *,
    at: datetime,
    chance: random.Random,
) -> None:
    hours: dict[int, list[float]] = defaultdict(lambda: [0.0, 0.0, 0.0])
    leaves = goals[len(goals) // 8 :]
    for first in range(0, count, IN_A_PROJECT * AT_ONCE):
        wanted = min(count - first, IN_A_PROJECT * AT_ONCE)
        projects = _projects(first // IN_A_PROJECT, wanted, crowd, leaves, at)
        tasks = [
            _task(n, projects[n // IN_A_PROJECT][0], at, chance) for n in range(wanted)
        ]
        _give_out(tasks, projects, crowd, chance)
        tasks = Task.objects.bulk_create(tasks, batch_size=BATCH)
        _contributors(tasks, at)
        _links(tasks, chance)
        _needs(tasks, projects, crowd, chance)
        _count(tasks, hours)
    _tell(goals, hours)


def _projects(
    first: int, tasks: int, crowd: Crowd, leaves: list[Goal], at: datetime
) -> list[tuple[Project, Team]]:
    """Projects go round the teams; one in ten serves no goal."""
    rows, teams = [], []
    for number in range(first, first + -(-tasks // IN_A_PROJECT)):
        team = crowd.teams[number % len(crowd.teams)]
        teams.append(team)
        goal = None if number % 10 == 9 else leaves[number % len(leaves)]
        rows.append(
            Project(
                name=f"Project {number + 1}",
                goal=goal,
                team=team,
                leader=crowd.by_team[team.pk][0],
                starts_on=at.date() - timedelta(days=60),
                deadline=at.date() + timedelta(days=90),
                is_demo=True,
                created_at=at,
                updated_at=at,
            )
        )
    return list(
        zip(Project.objects.bulk_create(rows, batch_size=BATCH), teams, strict=True)
    )


def _task(number: int, project: Project, at: datetime, chance: random.Random) -> Task:
    place = number % IN_A_PROJECT
    hours = chance.choice(HOURS)
    days = place * 4 - 90 + chance.randint(-5, 5)
    start = (at + timedelta(days=days)).replace(
        hour=9, minute=0, second=0, microsecond=0
    )
    end = start + timedelta(days=int((hours or 8) // 8), hours=8)
    status = "done" if end < at else "doing" if start < at else "todo"
    if chance.random() < 0.05:
        status = chance.choice(("backlog", "waiting", "doing", "todo"))
    is_planned = status == "done" or days < 30
    has_deadline = chance.random() < 0.4
    return Task(
        project=project,
        title=f"Task {place + 1} of {project.name}",
        status=status,
        priority=chance.choice((1, 2, 3, 3, 3, 4)),
        estimate_low=hours,
        estimate_high=hours,
        planned_start=start if is_planned else None,
        planned_end=end if is_planned else None,
        deadline=(end + timedelta(days=2)).date() if has_deadline else None,
        started_at=start if status in ("doing", "done") else None,
        done_at=end if status == "done" else None,
        position=place,
        created_at=at - timedelta(days=100),
        updated_at=min(end, at) if status == "done" else at,
    )


def _give_out(
    tasks: list[Task],
    projects: list[tuple[Project, Team]],
    crowd: Crowd,
    chance: random.Random,
) -> None:
    for number, task in enumerate(tasks):
        if task.planned_start is not None:
            people = crowd.by_team[projects[number // IN_A_PROJECT][1].pk]
            task.accountable = chance.choice(people)


def _contributors(tasks: list[Task], at: datetime) -> None:
    Contributor.objects.bulk_create(
        (
            Contributor(task=task, person_id=task.accountable_id, since=at)
            for task in tasks
            if task.accountable_id is not None
        ),
        batch_size=BATCH,
    )


def _links(tasks: list[Task], chance: random.Random) -> None:
    """Half of the tasks wait for the one before them in their project."""
    Dependency.objects.bulk_create(
        (
            Dependency(before=before, after=after)
            for before, after in pairwise(tasks)
            if before.project_id == after.project_id and chance.random() < 0.5
        ),
        batch_size=BATCH,
    )


def _needs(
    tasks: list[Task],
    projects: list[tuple[Project, Team]],
    crowd: Crowd,
    chance: random.Random,
) -> None:
    place_of = {team.pk: place for place, team in enumerate(crowd.teams)}
    rows = []
    for number, task in enumerate(tasks):
        team = projects[number // IN_A_PROJECT][1]
        if chance.random() < 0.5:
            own = crowd.skills[place_of[team.pk] % SKILLS]
            rows.append(SkillNeed(task=task, skill=own, level=chance.randint(1, 3)))
    SkillNeed.objects.bulk_create(rows, batch_size=BATCH)


def _count(tasks: list[Task], hours: dict[int, list[float]]) -> None:
    for task in tasks:
        if task.project.goal_id is None:
            continue
        sums = hours[task.project.goal_id]
        if task.estimate_low is None:
            sums[2] += 1
        else:
            sums[1] += float(task.estimate_low)
            sums[0] += float(task.estimate_low) * (task.status == "done")


def _tell(goals: list[Goal], hours: dict[int, list[float]]) -> None:
    told = [goal for goal in goals if goal.pk in hours]
    for goal in told:
        done, total, unestimated = hours[goal.pk]
        goal.work_done_hours, goal.work_total_hours = done, total
        goal.work_unestimated = int(unestimated)
    fields = ["work_done_hours", "work_total_hours", "work_unestimated"]
    Goal.objects.bulk_update(told, fields, batch_size=200)
