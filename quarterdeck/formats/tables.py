"""A table in memory, whichever file it came from."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from .columns import kind_of, normal
from .ledger import Ledger
from .limits import Limits
from .records import Column
from .refusals import Refused
from .text import listed, shown

Record = tuple[int, list[str]]
"""The number of a record in its file, from 1, and its cells."""


@dataclass(kw_only=True)
class Table:
    """Header names and the records below; records may be shorter than the header."""

    header: list[str]
    header_row: int
    records: list[Record]
    above: list[Record] = field(default_factory=list)
    encoding: str = ""
    delimiter: str = ""

    def pad(self) -> None:
        """Give cells beyond the header columns of their own."""
        width = max((len(cells) for _, cells in self.records), default=0)
        while len(self.header) < width:
            self.header.append("")

    @property
    def names(self) -> list[str]:
        """Header names; a column without one is called by its position."""
        return [
            shown(name, 120) or f"(column {position} without a header)"
            for position, name in enumerate(self.header, start=1)
        ]

    @property
    def keys(self) -> list[str]:
        """Names made unique: the second "Start" is "Start#2"."""
        seen: dict[str, int] = {}
        keys = []
        for name in self.names:
            seen[name] = seen.get(name, 0) + 1
            keys.append(name if seen[name] == 1 else f"{name}#{seen[name]}")
        return keys

    def described(self, fields: list[str | None]) -> tuple[Column, ...]:
        """The columns with their fields, filled cells and up to three samples."""
        filled = [0] * len(self.header)
        samples: list[list[str]] = [[] for _ in self.header]
        for _, cells in self.records:
            for index, cell in enumerate(cells):
                if cell:
                    filled[index] += 1
                    if len(samples[index]) < 3 and cell not in samples[index]:
                        samples[index].append(cell)
        parts = zip(self.names, self.keys, fields, filled, samples, strict=True)
        return tuple(
            Column(
                name=name,
                key=key,
                position=position,
                field=where,
                filled=count,
                samples=tuple(shown(sample) for sample in three),
            )
            for position, (name, key, where, count, three) in enumerate(parts, start=1)
        )


def header_position(records: list[Record], vocabulary: Mapping[str, str]) -> int:
    """Index of the record that looks most like a header among the first thirty.

    Exports put blank rows, links or a preamble above it. The record with the
    most known column names wins if it has two or more of them.
    """
    # Excel can put "sep=;" first, for itself alone.
    best = int(len(records) > 1 and records[0][1][0].casefold().startswith("sep="))
    most = 1
    for index, (_, cells) in enumerate(records[:30]):
        known = len({normal(cell) for cell in cells} & vocabulary.keys())
        if known > most:
            best, most = index, known
    return best


def table_from(
    records: list[Record], vocabulary: Mapping[str, str], **about: str
) -> Table:
    """Split non-blank records into header and rows; Refused when none is left."""
    if not records:
        raise Refused("The file has no rows.")
    at = header_position(records, vocabulary)
    number, header = records[at]
    while header and not header[-1].strip():
        header = header[:-1]
    table = Table(
        header=list(header),
        header_row=number,
        records=records[at + 1 :],
        above=records[:at],
        **about,
    )
    table.pad()
    return table


def report_above(table: Table, ledger: Ledger) -> None:
    """Every record above the header is a dropped row."""
    for number, cells in table.above:
        name = next((cell for cell in cells if cell.strip()), "")
        ledger.drop_row(number, name, "it stands above the header row")


def must_have_rows(table: Table) -> None:
    """Refuse a table that is only a header."""
    if not table.records:
        columns = listed([name for name in table.header if name.strip()])
        raise Refused(
            f"The file has a header row ({columns}) but no rows below it."
            if columns
            else "The file has no rows."
        )


def table_kind(table: Table) -> str:
    """ "tasks", "people" or "" judged by the headers."""
    return kind_of(table.header)


class CellCounter:
    """Refuses a table that grows beyond the limits while it is being read."""

    def __init__(self, limits: Limits, most_cells: int) -> None:
        self._limits = limits
        self._most = most_cells
        self._rows = 0
        self._cells = 0

    def add(self, number: int, cells: list[str]) -> None:
        self._rows += 1
        self._cells += len(cells)
        if self._rows > self._limits.rows + 1:
            raise Refused(f"The file has more than {self._limits.rows:,} rows.")
        if len(cells) > self._limits.columns:
            raise Refused(
                f"Row {number:,} has more than {self._limits.columns:,} columns."
            )
        if self._cells > self._most:
            raise Refused(
                f"The table has more than {self._most:,} cells (at row {number:,})."
            )
        for position, cell in enumerate(cells, start=1):
            if len(cell) > self._limits.cell_characters:
                raise Refused(
                    f"Row {number:,}, column {position} has {len(cell):,} characters;"
                    f" at most {self._limits.cell_characters:,} are read."
                )


def filled_records(records: Iterator[Record]) -> Iterator[Record]:
    """Leave out records without any text."""
    for number, cells in records:
        if any(cells) and not all(cell.isspace() or not cell for cell in cells):
            yield number, cells
