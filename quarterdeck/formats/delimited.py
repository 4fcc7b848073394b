"""Comma-, semicolon- and tab-separated text to a table."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator, Mapping

from .columns import normal
from .limits import Limits
from .refusals import Refused
from .tables import CellCounter, Record, Table, filled_records, table_from
from .text import clean, encoding_of

_DELIMITERS = (",", ";", "\t", "|")
_NAMES = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar"}
_END = "\x03end of file\x03"
_SINGLE = r"(?:^|{0})'[^'\n]*{0}[^'\n]*'(?:{0}|$)"
_SAMPLE_CHARACTERS = 200_000
_GUARD = re.compile(r"'+[=+\-@\t\r\n]")


def read_delimited(
    raw: bytes, limits: Limits, vocabulary: Mapping[str, str], *, sample: bool = False
) -> Table:
    """Read a text table, finding its encoding, delimiter and header row.

    ``sample`` stops after the first records. Refused when the text is not a
    table, exceeds the limits, or opens a quotation mark it never closes.
    """
    encoding, _ = encoding_of(raw)
    head = raw[:_SAMPLE_CHARACTERS].decode(encoding, errors="ignore")
    if not encoding.startswith(("utf-16", "utf-32")) and b"\0" in raw:
        line = raw.count(b"\n", 0, raw.index(b"\0")) + 1
        raise Refused(f"The file contains NUL bytes (line {line:,}) and is not text.")
    if not head.strip("\ufeff \t\r\n"):
        raise Refused("The file is empty.")
    delimiter = _delimiter(head, vocabulary)
    quote = "'" if _single_quoted(head, delimiter) else '"'
    rows = _records(raw, encoding, delimiter, quote, limits)
    records = []
    for record in rows:
        records.append(record)
        if sample and len(records) > 200:
            break
    return table_from(records, vocabulary, encoding=encoding, delimiter=delimiter)


def unguard(cell: str) -> str:
    """Take away the apostrophe that keeps a spreadsheet from calculating."""
    return cell[1:] if cell[:1] == "'" and _GUARD.match(cell) else cell


def _records(
    raw: bytes, encoding: str, delimiter: str, quote: str, limits: Limits
) -> Iterator[Record]:
    counter = CellCounter(limits, limits.table_cells)
    lines = _Lines(raw, encoding, delimiter, limits)
    reader = csv.reader(lines, delimiter=delimiter, quotechar=quote)
    common: dict[str, str] = {}
    number, ended = 0, False
    try:
        for number, cells in enumerate(reader, start=1):
            lines.pending, lines.number = 0, number + 1
            if cells == [_END]:
                ended = True
                break
            counter.add(number, cells)
            yield from filled_records(iter([(number, _tidied(cells, common))]))
    except csv.Error as error:
        raise Refused(_said(error, number + 1, limits)) from None
    if not ended:
        raise Refused(f"Row {number:,} opens a quotation mark that is never closed.")


def _said(error: csv.Error, number: int, limits: Limits) -> str:
    if "field larger" in str(error):
        return (
            f"Row {number:,} has a cell of more than {limits.cell_characters:,} "
            "characters, or opens a quotation mark that is never closed."
        )
    return f"Row {number:,} is not well-formed text of a table: {error}."


def _tidied(cells: list[str], common: dict[str, str]) -> list[str]:
    tidy = []
    for cell in cells:
        text = clean(unguard(cell)) if cell else ""
        # Statuses and names repeat; one copy of each saves most of the memory.
        if text and len(text) < 40 and len(common) < 20_000:
            text = common.setdefault(text, text)
        tidy.append(text)
    while tidy and not tidy[-1]:
        tidy.pop()
    return tidy


class _Lines:
    """Lines of the text, ended by a mark that shows an unclosed quotation."""

    def __init__(
        self, raw: bytes, encoding: str, delimiter: str, limits: Limits
    ) -> None:
        self.pending = 0
        self.number = 1
        self._delimiter = delimiter
        self._most = limits.columns * 4
        self._stream = io.TextIOWrapper(io.BytesIO(raw), encoding, newline="")
        self._lines = self._all()

    def __iter__(self) -> Iterator[str]:
        return self._lines

    def _all(self) -> Iterator[str]:
        last = ""
        for line in self._stream:
            # The csv module would first build a row of millions of cells.
            self.pending += line.count(self._delimiter)
            if self.pending > self._most:
                raise Refused(
                    f"Row {self.number:,} has more than {self._most:,} cells, or "
                    "opens a quotation mark that is never closed."
                )
            last = line
            yield line
        if last and not last.endswith(("\n", "\r")):
            yield "\n"
        yield _END


def _single_quoted(head: str, delimiter: str) -> bool:
    if '"' in head or "'" not in head:
        return False
    pattern = _SINGLE.format(re.escape(delimiter))
    other = r"(?:^|{0})'[^'\n]*[,;][^'\n]*'(?:{0}|$)".format(re.escape(delimiter))
    return bool(
        re.search(pattern, head, re.MULTILINE) or re.search(other, head, re.MULTILINE)
    )


def _delimiter(head: str, vocabulary: Mapping[str, str]) -> str:
    scores = {mark: _score(head, mark, vocabulary) for mark in _DELIMITERS}
    best = max(scores, key=lambda mark: scores[mark])
    if scores[best] > 0:
        return best
    first = next((line for line in head.splitlines() if line.strip()), "")
    if normal(first) in vocabulary:
        return ","
    raise Refused("The file is plain text without columns; it is not a table.")


def _score(head: str, mark: str, vocabulary: Mapping[str, str]) -> float:
    """How well a delimiter explains the first lines; 0 when it does not."""
    known, widths = 0, Counter[int]()
    reader = csv.reader(io.StringIO(head[:20_000], newline=""), delimiter=mark)
    try:
        for number, cells in enumerate(reader):
            if cells:
                widths[len(cells)] += 1
                names = {normal(cell) for cell in cells[:200]}
                known = max(known, len(names & vocabulary.keys()))
            if number > 60:
                break
    except csv.Error:
        pass
    wide = {width: count for width, count in widths.items() if width > 1}
    if not wide:
        return 0.0
    width, count = max(wide.items(), key=lambda pair: (pair[1], pair[0]))
    share = count / sum(widths.values())
    # Running text has commas too; a table has the same number in most lines.
    if known < 2 and (share < 0.5 or sum(widths.values()) < 2):
        return 0.0
    return known * 10 + share * 5 + min(width, 30) / 30


def delimiter_name(mark: str) -> str:
    """The delimiter as a word for people."""
    return _NAMES.get(mark, mark)
