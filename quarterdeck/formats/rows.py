"""One row of a table, asked for fields instead of columns."""

import re
from datetime import date, datetime
from functools import lru_cache

from .dates import parse_moment
from .durations import parse_hours, parse_number
from .ledger import Ledger
from .plans import Plan, Use
from .text import shown

_BETWEEN = re.compile(r"[;|\n]")
_BETWEEN_LABELS = re.compile(r"[,;|\n]")
_NOTHING = frozenset({"", "NULL", "null", "N/A", "n/a", "NA", "-", "--", "None"})
_parse = lru_cache(maxsize=4096)(parse_moment)


class Row:
    """A record with the plan of its table.

    Values that cannot be taken are reported as remarks and come back as None.
    """

    __slots__ = ("_cells", "_ledger", "_plan", "number")

    def __init__(
        self, number: int, cells: list[str], plan: Plan, ledger: Ledger
    ) -> None:
        self.number = number
        self._cells = cells
        self._plan = plan
        self._ledger = ledger

    def cells(self, field: str) -> list[tuple[Use, str]]:
        """The filled cells of a field with their columns."""
        uses = self._plan.uses.get(field)
        if not uses:
            return []
        cells = self._cells
        width = len(cells)
        return [
            (use, cells[use.index])
            for use in uses
            if use.index < width and cells[use.index] not in _NOTHING
        ]

    def text(self, field: str) -> str:
        """The first filled cell; others that differ are reported."""
        found = self.cells(field)
        if not found:
            return ""
        first = found[0][1]
        for use, cell in found[1:]:
            if cell != first:
                reason = f"“{found[0][0].name}” already gives the {field}"
                self.remark(use, cell, reason.replace("_", " "))
        return first

    def items(self, field: str) -> tuple[str, ...]:
        """Names in the cells, parted by semicolons, bars and line ends."""
        return self._parted(field, _BETWEEN)

    def labels(self, field: str) -> tuple[str, ...]:
        """Names in the cells, parted by commas too."""
        return self._parted(field, _BETWEEN_LABELS)

    def _parted(self, field: str, between: re.Pattern[str]) -> tuple[str, ...]:
        names: dict[str, None] = {}
        most = self._ledger.limits.names_in_cell
        for use, cell in self.cells(field):
            parts = (_BETWEEN_LABELS if use.commas else between).split(cell, most)
            if len(parts) > most:
                reason = f"only the first {most} names of the cell are taken"
                self.remark(use, parts.pop(), reason)
            for name in parts:
                if name.strip():
                    names[name.strip()] = None
        return tuple(names)

    def hours(self, field: str) -> float | None:
        """A length of time in working hours."""
        for use, cell in self.cells(field):
            hours = parse_hours(cell, unit=use.unit)
            if hours is None:
                self.remark(use, cell, "it is not a length of time")
            elif hours < 0:
                self.remark(use, cell, "a length of time cannot be negative")
            elif hours > self._ledger.limits.hours:
                self.remark(use, cell, "it is too long to be meant")
            else:
                return round(hours, 4)
        return None

    def number_in(self, field: str, low: float, high: float) -> float | None:
        """A number within bounds; a percentage keeps its hundred."""
        for use, cell in self.cells(field):
            number = parse_number(cell.rstrip("% ").strip())
            if number is None:
                self.remark(use, cell, "it is not a number")
            elif not low <= number <= high:
                reason = f"it is not between {low:g} and {high:g}"
                self.remark(use, cell, reason)
            else:
                return number
        return None

    def moment(self, field: str) -> datetime | None:
        """A date with or without a time of day."""
        for use, cell in self.cells(field):
            moment = _parse(cell[:64], day_first=use.order.day_first)
            limits = self._ledger.limits
            if moment is None:
                self.remark(use, cell, "it is not a date in a known layout")
            elif not self.believes(moment):
                years = f"{limits.first_year} and {limits.last_year}"
                self.remark(use, cell, f"the year is not between {years}")
            else:
                return moment
        return None

    def believes(self, moment: datetime) -> bool:
        """Whether the year of a moment is one that is read."""
        limits = self._ledger.limits
        return limits.first_year <= moment.year <= limits.last_year

    def day(self, field: str) -> date | None:
        """The date of a moment as written, without its time of day."""
        moment = self.moment(field)
        if moment is None:
            return None
        if moment.hour or moment.minute:
            what = field.replace("_", " ")
            self._ledger.note(f"The {what} is kept without its time of day.")
        return moment.date()

    def named(self) -> str:
        """Something to call the row by: its first filled cell."""
        return shown(next((cell for cell in self._cells if cell), ""))

    def remark(self, use: Use, value: str, reason: str) -> None:
        self._ledger.remark(self.number, use.name, value, reason)
