"""The account of everything a reader leaves out."""

from collections import Counter

from .limits import Limits
from .records import DroppedColumn, DroppedRow, Remark
from .text import shown


class Ledger:
    """Collects notes, remarks and dropped rows and columns while reading."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self._notes: list[str] = []
        self._remarks: list[Remark] = []
        self._further: Counter[tuple[str, str]] = Counter()
        self._rows: list[DroppedRow] = []
        self._columns: dict[tuple[str, str], int] = {}

    def note(self, sentence: str) -> None:
        if sentence not in self._notes:
            self._notes.append(sentence)

    def remark(self, row: int, column: str, value: str, reason: str) -> None:
        """Report a rejected value; beyond the limit they are only counted."""
        if len(self._remarks) < self.limits.remarks:
            self._remarks.append(
                Remark(row=row, column=column, value=shown(value), reason=reason)
            )
        else:
            self._further[column, reason] += 1

    def drop_row(self, row: int, name: str, reason: str) -> None:
        self._rows.append(DroppedRow(row=row, name=shown(name), reason=reason))

    def drop_column(self, name: str, reason: str, filled: int) -> None:
        """Report ``filled`` cells of a column (or elements of a kind) as unread."""
        key = (name, reason)
        self._columns[key] = self._columns.get(key, 0) + filled

    @property
    def dropped_rows(self) -> tuple[DroppedRow, ...]:
        return tuple(self._rows)

    @property
    def dropped_columns(self) -> tuple[DroppedColumn, ...]:
        return tuple(
            DroppedColumn(name=name, reason=reason, filled=filled)
            for (name, reason), filled in self._columns.items()
            if filled
        )

    @property
    def remarks(self) -> tuple[Remark, ...]:
        return tuple(self._remarks)

    @property
    def notes(self) -> tuple[str, ...]:
        further = (
            f"{count:,} more values of “{column}” were not taken: {reason}."
            for (column, reason), count in self._further.items()
        )
        return (*self._notes, *further)
