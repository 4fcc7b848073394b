"""Orders in time between tasks, written as "3FS+2d" or "RED-2 1d"."""

import re

from .checks import Names
from .durations import parse_hours
from .limits import Limits
from .outlines import Outline
from .records import LinkRow
from .refusals import Refused
from .rows import Row

_PARTS = re.compile(r"[,;|\n]")
_WRITTEN = re.compile(
    r"(?P<id>.+?)\s*(?P<kind>FS|SS|FF|SF|EA|AA|EE|AE)?\s*"
    r"(?P<lag>[+-]?\s*\d+(?:[.,]\d+)?\s*[^\W\d]+\.?)?",
    re.IGNORECASE,
)
# As tables are written here: "RED-2 SS+4h", where "-2 SS" is no lag.
_OURS = re.compile(r"(?P<id>.+) (?P<kind>FS|SS|FF|SF)(?P<lag>[+-]\d+(?:\.\d+)?h)?")
_KINDS = {"EA": "FS", "AA": "SS", "EE": "FF", "AE": "SF"}


class Links:
    """Collects the links of all rows, each once."""

    def __init__(self, names: Names, outline: Outline, limits: Limits) -> None:
        self._names = names
        self._outline = outline
        self._most = limits.links
        self._found: dict[tuple[str, str, str], LinkRow] = {}

    def take(self, row: Row, task: str) -> None:
        """Read the links of one row; those that lead nowhere become remarks."""
        for field, before in (("predecessors", True), ("successors", False)):
            for use, cell in row.cells(field):
                for text in filter(None, map(str.strip, _PARTS.split(cell))):
                    found = self._resolved(text)
                    if found is None:
                        reason = "the file has no task with this id or name"
                        row.remark(use, text, reason)
                        continue
                    other, kind, lag = found
                    above = self._outline.is_above
                    if above(other, task) or above(task, other):
                        row.remark(use, text, "a task cannot wait for its own parent")
                        continue
                    ends = (other, task) if before else (task, other)
                    self.add(*ends, kind=kind, lag=lag, row=row.number)

    def add(
        self, predecessor: str, successor: str, *, kind: str, lag: float, row: int
    ) -> None:
        key = (predecessor, successor, kind)
        if len(self._found) >= self._most:
            raise Refused(f"The file has more than {self._most:,} links.")
        if key not in self._found:
            self._found[key] = LinkRow(
                predecessor=predecessor,
                successor=successor,
                kind=kind,
                lag_hours=lag,
                row=row,
            )

    def _resolved(self, text: str) -> tuple[str, str, float] | None:
        found = self._names.find(text)
        if found is not None:
            return found, "FS", 0.0
        for pattern in (_OURS, _WRITTEN):
            written = pattern.fullmatch(text) if len(text) < 200 else None
            other = self._names.find(written["id"]) if written else None
            if written is not None and other is not None:
                kind = (written["kind"] or "FS").upper()
                lag = parse_hours((written["lag"] or "0").replace(" ", ""))
                return None if lag is None else (other, _KINDS.get(kind, kind), lag)
        return None

    @property
    def rows(self) -> tuple[LinkRow, ...]:
        return tuple(self._found.values())
