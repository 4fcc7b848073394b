"""The part of the tree of goals that somebody has opened."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from quarterdeck.domains.goals import queries

if TYPE_CHECKING:
    from quarterdeck.domains.goals.models import Goal

DEEPEST = 6
MOST_OPEN = 60


@dataclass
class Node:
    """One goal at one place of the tree; a goal with two parents stands in two."""

    goal: "Goal"
    key: str  # the ids on the way down, so that each place has a name of its own
    open: bool = False
    children: list["Node"] = field(default_factory=list)

    @property
    def more(self) -> int:
        """Children that are not shown here."""
        return self.goal.branch_count - len(self.children) if self.open else 0  # type: ignore[attr-defined]


def grow(
    user: Any, goals: Iterable["Goal"], opened: Collection[int], key: str = ""
) -> list[Node]:
    """Return nodes for these goals with the opened ones' children below them.

    Level by level, two queries each; a branch closes where the tree gets too deep.
    """
    top = [Node(goal, f"{key}{goal.pk}") for goal in goals]
    level = top
    for _ in range(DEEPEST):
        wanted = [n for n in level if n.goal.pk in opened and n.goal.branch_count]  # type: ignore[attr-defined]
        if not wanted:
            break
        found = queries.branches(user=user, parent_ids={n.goal.pk for n in wanted})
        for node in wanted:
            node.open = True
            below = found.get(node.goal.pk, [])
            node.children = [Node(goal, f"{node.key}-{goal.pk}") for goal in below]
        level = [child for node in wanted for child in node.children]
    return top


def opened_in(text: str) -> set[int]:
    """Read “3,12,7”; anything else in it is passed over."""
    parts = text[:1_000].split(",")[:MOST_OPEN]
    return {int(part) for part in parts if part.isdecimal() and len(part) < 16}
