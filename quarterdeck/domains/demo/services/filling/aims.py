"""A tree of goals with key results; those at its leaves are what projects serve."""

import random
from datetime import datetime, timedelta

from quarterdeck.domains.goals.models import Goal, GoalLink, KeyResult, Measurement

from .people import BATCH, Crowd

BELOW_ONE = 8


def make_goals(
    count: int, crowd: Crowd, *, at: datetime, chance: random.Random
) -> list[Goal]:
    """Return all goals, the top one first; a goal has up to eight below it."""
    parents = (count - 2) // BELOW_ONE + 1 if count > 1 else 0
    rows = [_goal(n, n < parents, crowd, at, chance) for n in range(count)]
    goals = Goal.objects.bulk_create(rows, batch_size=BATCH)
    GoalLink.objects.bulk_create(
        (
            GoalLink(child=goal, parent=goals[(place - 1) // BELOW_ONE])
            for place, goal in enumerate(goals)
            if place
        ),
        batch_size=BATCH,
    )
    _measures(goals[parents:], at, chance)
    return goals


def _goal(
    number: int, is_parent: bool, crowd: Crowd, at: datetime, chance: random.Random
) -> Goal:
    team = crowd.teams[number % len(crowd.teams)]
    by_work = number % 3 == 0
    return Goal(
        title=f"Goal {number + 1}",
        why=f"Because goal {number + 1} brings the whole closer.",
        owner=crowd.by_team[team.pk][0],
        team=team,
        starts_on=at.date() - timedelta(days=90),
        ends_on=at.date() + timedelta(days=chance.randint(10, 270)),
        formula="goals" if is_parent else "work" if by_work else "key_results",
        is_demo=True,
        created_at=at,
        updated_at=at,
    )


def _measures(goals: list[Goal], at: datetime, chance: random.Random) -> None:
    rows = [
        KeyResult(
            goal=goal,
            title=f"Measure {number + 1} of {goal.title}",
            unit="%",
            target=100,
            current=chance.randint(0, 100),
            position=number,
            created_at=at,
            updated_at=at,
        )
        for goal in goals
        for number in range(2)
    ]
    made = KeyResult.objects.bulk_create(rows, batch_size=BATCH)
    Measurement.objects.bulk_create(
        (
            Measurement(
                key_result=row,
                value=(row.current or 0) * (4 - ago) / 4,
                measured_at=at - timedelta(weeks=ago),
            )
            for row in made
            for ago in range(4)
        ),
        batch_size=BATCH,
    )
