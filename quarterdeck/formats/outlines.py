"""Parents of tasks, by reference or by the depth of an outline."""

from .checks import Names
from .rows import Row

_MOST = 1_000


class Outline:
    """Knows the parent of every row once all rows were taken in their order."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self._parents: dict[str, str] = {}
        self._with_children: set[str] = set()
        self._open: list[tuple[int, str]] = []

    def take(self, row: Row, task: str) -> None:
        """Find the parent of one row; a parent that is missing is a remark."""
        parent = self._referenced(row) or self._above(row, task)
        if parent is not None:
            self._parents[task] = parent
            self._with_children.add(parent)

    def parent(self, task: str) -> str | None:
        return self._parents.get(task)

    def is_above(self, task: str, other: str) -> bool:
        """Whether ``task`` is a parent of ``other``, or a parent of its parents."""
        parent = self._parents.get(other)
        for _ in range(_MOST):
            if parent is None or parent == task:
                break
            parent = self._parents.get(parent)
        return parent == task

    def has_children(self, task: str) -> bool:
        return task in self._with_children

    def _referenced(self, row: Row) -> str | None:
        cells = row.cells("parent")
        for _, cell in cells:
            found = self._names.find(cell)
            if found is not None:
                return found
        for use, cell in cells[:1]:
            row.remark(use, cell, "the file has no task with this id or name")
        return None

    def _above(self, row: Row, task: str) -> str | None:
        if not row.cells("outline_level"):
            return None
        depth = row.number_in("outline_level", 0, _MOST)
        if depth is None:
            return None
        return self.under(int(depth), task)

    def under(self, depth: int, task: str) -> str | None:
        """The last task above that is less deep than ``depth``."""
        while self._open and self._open[-1][0] >= depth:
            self._open.pop()
        parent = self._open[-1][1] if self._open else None
        self._open.append((depth, task))
        return parent
