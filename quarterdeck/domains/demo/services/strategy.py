"""What the organization wants: vision in two versions, values, goals with weekly values."""

import random
from datetime import timedelta

from quarterdeck.domains.goals.models import (
    Goal,
    GoalClosure,
    GoalLink,
    KeyResult,
    Measurement,
)
from quarterdeck.domains.strategy.models import Value, Vision

from .calendar import moment
from .cast import Cast
from .story.aims import (
    AIMS,
    VALUES,
    VISION,
    VISION_FIRST,
    VISION_REASON,
)
from .story.telling import Aim, Measure


def set_aims(
    cast: Cast, chance: random.Random
) -> tuple[dict[str, Goal], dict[str, list[int]]]:
    """Return the goals by key, and the ids of what carries no demo mark."""
    brought = {"vision": _visions(cast), "value": _values(cast)}
    goals: dict[str, Goal] = {}
    for aim in AIMS:
        goals[aim.key] = goal = _goal(cast, aim)
        if aim.adds_to:
            GoalLink.objects.create(child=goal, parent=goals[aim.adds_to])
        for position, measure in enumerate(aim.measures):
            _measured(cast, aim, goal, measure, position, chance)
        if aim.outcome:
            _closed(cast, aim, goal)
    return goals, brought


def _visions(cast: Cast) -> list[int]:
    versions = ((VISION_FIRST, "", 70), (VISION, VISION_REASON, 41))
    found = []
    for number, (text, reason, days) in enumerate(versions, 1):
        at = cast.at - timedelta(days=days)
        vision = Vision.objects.create(
            number=number,
            text=text,
            reason=reason,
            published_at=at,
            published_by=cast.leader,
        )
        cast.diary.note(at=at, by=cast.leader, verb="vision.published", subject=vision)
        found.append(vision.pk)
    return found


def _values(cast: Cast) -> list[int]:
    return [
        Value.objects.create(
            name=name,
            meaning=meaning,
            position=position,
            created_at=cast.began,
            updated_at=cast.began,
        ).pk
        for position, (name, meaning) in enumerate(VALUES)
    ]


def _goal(cast: Cast, aim: Aim) -> Goal:
    goal = Goal.objects.create(
        title=aim.title,
        why=aim.why,
        owner=cast.people[aim.owner],
        team=cast.teams[aim.team] if aim.team else cast.root,
        starts_on=cast.began.date(),
        ends_on=cast.today + timedelta(days=aim.ends_in),
        formula=aim.formula,
        is_demo=True,
        created_at=cast.began,
        updated_at=cast.began,
    )
    user = cast.user(aim.owner)
    cast.diary.note(at=cast.began, by=user, verb="goal.added", subject=goal)
    return goal


def _measured(
    cast: Cast,
    aim: Aim,
    goal: Goal,
    measure: Measure,
    position: int,
    chance: random.Random,
) -> None:
    """A value for each week; the newest is one to five days old."""
    first, last = measure.weeks[0], measure.weeks[-1]
    row = KeyResult.objects.create(
        goal=goal,
        title=measure.title,
        unit=measure.unit,
        direction="increase" if measure.target > first else "decrease",
        start=first,
        target=measure.target,
        current=last,
        position=position,
        created_at=cast.began,
        updated_at=cast.began,
    )
    newest = cast.today - timedelta(
        days=chance.randint(1, 5) + (25 if aim.outcome else 0)
    )
    user = cast.user(aim.owner)
    before = None
    for ago, value in zip(
        range(len(measure.weeks) - 1, -1, -1), measure.weeks, strict=True
    ):
        at = moment(newest - timedelta(weeks=ago), 16, chance.randint(0, 59))
        Measurement.objects.create(
            key_result=row, value=value, measured_at=at, measured_by=user
        )
        details = {
            "key_result": row.pk,
            "key_result_title": row.title,
            "unit": row.unit,
            "value": value,
            "before": before,
            "note": "",
        }
        cast.diary.note(
            at=at, by=user, verb="key_result.measured", subject=goal, details=details
        )
        before = value


def _closed(cast: Cast, aim: Aim, goal: Goal) -> None:
    at = moment(cast.today - timedelta(days=22), 17)
    user = cast.user(aim.owner)
    GoalClosure.objects.create(
        goal=goal, outcome=aim.outcome, lesson=aim.lesson, closed_by=user, closed_at=at
    )
    cast.diary.note(
        at=at,
        by=user,
        verb="goal.closed",
        subject=goal,
        details={"outcome": aim.outcome, "lesson": aim.lesson},
    )
