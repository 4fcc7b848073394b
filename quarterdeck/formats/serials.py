"""Numbers of a spreadsheet that are shown as dates or shares."""

import math
import re
from collections.abc import Iterable
from datetime import datetime, timedelta
from xml.etree.ElementTree import Element

from .xml import local

_DATES = {*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)}
_SHARES = {9, 10}
_NOT_LETTERS = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.|\*.')


class DateFormats:
    """Which cell styles of a workbook show dates and which show per cent."""

    def __init__(self) -> None:
        self.since_1904 = False
        self._formats: list[int] = []
        self._codes: dict[int, str] = {}

    def learn(self, elements: Iterable[Element]) -> None:
        """Take in ``numFmt`` and ``cellXfs`` elements of the style sheet."""
        for element in elements:
            if local(element.tag) == "numFmt":
                code = element.get("formatCode", "")[:200]
                self._codes[_whole(element.get("numFmtId"))] = code
            else:
                self._formats = [_whole(style.get("numFmtId")) for style in element]

    def is_date(self, style: str) -> bool:
        number = self._number(style)
        code = _NOT_LETTERS.sub("", self._codes.get(number, "")).casefold()
        return number in _DATES or any(letter in code for letter in "ydh")

    def is_share(self, style: str) -> bool:
        number = self._number(style)
        return number in _SHARES or "%" in self._codes.get(number, "")

    def _number(self, style: str) -> int:
        index = _whole(style)
        return self._formats[index] if 0 <= index < len(self._formats) else 0


def shown_number(value: str, style: str, formats: DateFormats) -> str:
    """A number as text: an ISO date, a percentage, or the plain number."""
    try:
        number = float(value)
    except ValueError:
        return value.strip()
    if not math.isfinite(number):
        return value.strip()
    if formats.is_date(style) and 0 < number < 2_958_466:
        return _moment(number, formats.since_1904)
    if formats.is_share(style):
        return f"{round(number * 100, 6):.10g}%"
    return str(int(number)) if number == int(number) and abs(number) < 1e15 else value


def _moment(number: float, since_1904: bool) -> str:
    start = datetime(1904, 1, 1) if since_1904 else datetime(1899, 12, 30)
    moment = start + timedelta(seconds=round(number * 86400))
    if moment.time() == datetime.min.time():
        return moment.date().isoformat()
    return moment.isoformat(sep=" ")


def _whole(text: str | None) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 9 else 0
