"""The way up from a goal to the vision: what every task below it is for."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.db import connection

from quarterdeck.domains.strategy.models import Vision

from ..models import Goal

LONGEST_CHAIN = 12

# At each step the parent with the highest weight, the older link if two weigh the same.
_CLIMB = """
WITH RECURSIVE up(origin, goal_id, depth) AS (
    SELECT id, id, 0 FROM goals WHERE id IN ({ids})
    UNION ALL
    SELECT up.origin, link.parent_id, up.depth + 1
    FROM up JOIN goal_links link ON link.child_id = up.goal_id
    WHERE up.depth < {longest} AND link.id = (
        SELECT best.id FROM goal_links best WHERE best.child_id = link.child_id
        ORDER BY best.weight DESC, best.id LIMIT 1
    )
)
SELECT origin, goal_id FROM up ORDER BY origin, depth
"""


@dataclass(frozen=True)
class WhyStep:
    """One link of the chain: a goal, or at its end the vision in force."""

    kind: str  # "goal" or "vision"
    id: int
    title: str
    why: str


def why_chain(goal: Goal) -> list[WhyStep]:
    """Return the goal itself, the goals above it, and the vision: three queries."""
    return why_of_goals([goal.pk]).get(goal.pk, [])


def why_of_goals(goal_ids: Collection[int | None]) -> dict[int, list[WhyStep]]:
    """Return the chains of many goals at once, still in three queries.

    The caller has already been let see the records that these goals belong to; a why is
    told to whoever may see the work.
    """
    wanted = sorted({goal_id for goal_id in goal_ids if goal_id is not None})
    if not wanted:
        return {}
    climbed = [pair for part in _in_batches(wanted) for pair in _climb(part)]
    steps = _steps({goal_id for _, goal_id in climbed})
    chains: dict[int, list[WhyStep]] = {}
    for origin, goal_id in climbed:
        chains.setdefault(origin, []).append(steps[goal_id])
    vision = Vision.objects.order_by("-number").first()
    if vision is not None:
        end = WhyStep("vision", vision.number, vision.text, vision.reason)
        for chain in chains.values():
            chain.append(end)
    return chains


def _in_batches(ids: list[int], size: int = 500) -> Iterable[list[int]]:
    return (ids[i : i + size] for i in range(0, len(ids), size))


def _climb(goal_ids: list[int]) -> list[tuple[int, int]]:
    marks = ", ".join(["%s"] * len(goal_ids))
    with connection.cursor() as cursor:
        cursor.execute(_CLIMB.format(ids=marks, longest=LONGEST_CHAIN), goal_ids)
        return [(origin, goal_id) for origin, goal_id in cursor.fetchall()]


def _steps(goal_ids: set[int]) -> dict[int, WhyStep]:
    rows = Goal.objects.filter(pk__in=goal_ids).values_list("pk", "title", "why")
    return {pk: WhyStep("goal", pk, title, why) for pk, title, why in rows}
