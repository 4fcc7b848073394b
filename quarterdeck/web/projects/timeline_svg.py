"""Draw planned work as SVG from plain rows: no tables, no clock, no request."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from html import escape

from django.utils.safestring import SafeString, mark_safe

from quarterdeck.domains.projects.queries import Arrow, Bar

from .words import late_words, span_words

DAY, ROW, BAR, AXIS = 11, 36, 20, 44  # pixels


@dataclass(frozen=True)
class Window:
    """The days that are drawn."""

    first: date
    days: int
    today: date

    @property
    def width(self) -> int:
        return self.days * DAY

    def x_of(self, moment: datetime | date) -> float:
        """Return where a moment stands, cut off at both edges."""
        days: float
        if isinstance(moment, datetime):
            seconds = moment.hour * 3600 + moment.minute * 60 + moment.second
            days = (moment.date() - self.first).days + seconds / 86_400
        else:
            days = (moment - self.first).days
        return min(max(days * DAY, 0), self.width)


@dataclass(frozen=True)
class Line:
    """One line of the picture: the head of a group, or a task of it."""

    group: str
    count: int = 0
    bar: Bar | None = None


@dataclass(frozen=True)
class Picture:
    """Labels beside, dates above, and the bars; all of one height and width."""

    labels: SafeString
    axis: SafeString
    bars: SafeString


def lines_of(bars: Sequence[Bar]) -> list[Line]:
    """Put a head before each group of bars that stand together."""
    sizes = Counter((bar.group_id, bar.group) for bar in bars)
    lines: list[Line] = []
    current: tuple[int | None, str] | None = None
    for bar in bars:
        if (key := (bar.group_id, bar.group)) != current:
            current = key
            lines.append(Line(bar.group, sizes[key]))
        lines.append(Line(bar.group, bar=bar))
    return lines


def draw(
    bars: Sequence[Bar],
    arrows: Iterable[Arrow],
    window: Window,
    *,
    holidays: Collection[date],
    address: str,
) -> Picture:
    """Draw it all; `address` is a task's address with 0 where its number goes."""
    lines = lines_of(bars)
    height = len(lines) * ROW
    places = {n: line.bar for n, line in enumerate(lines) if line.bar is not None}
    parts = [*_shades(window, holidays, height), *_rules(lines, window)]
    parts += _arrows(arrows, places, window)
    for row, bar in places.items():
        parts.append(_bar(bar, row * ROW, window, address))
    parts.append(_now(window, height))
    title = f"Planned work of {window.days // 7} weeks, {len(bars)} bars"
    return Picture(
        labels=_safe(_labels(lines, window, address)),
        axis=_svg(_axis(window), window.width, AXIS, "", hidden=True),
        bars=_svg(parts, window.width, max(height, ROW), title),
    )


def _safe(parts: Iterable[str]) -> SafeString:
    # Every text that people wrote went through escape() on its way here.
    return mark_safe("".join(parts))


def _svg(
    parts: Iterable[str], width: int, height: int, title: str, *, hidden: bool = False
) -> SafeString:
    role = 'aria-hidden="true"' if hidden else f'role="group" aria-label="{title}"'
    head = f'<svg width="{width}" height="{height}" viewBox="0 0 {width} {height}" '
    return _safe([head, role, ">", *parts, "</svg>"])


def _days(window: Window) -> Iterator[date]:
    return (window.first + timedelta(days=n) for n in range(window.days))


def _shades(window: Window, holidays: Collection[date], height: int) -> Iterator[str]:
    for day in _days(window):
        if day.weekday() == 5:
            yield _shade(window.x_of(day), 2 * DAY, height, "rest")
        elif day in holidays and day.weekday() < 5:
            yield _shade(window.x_of(day), DAY, height, "rest holiday")


def _shade(x: float, width: int, height: int, name: str) -> str:
    return f'<rect class="{name}" x="{x:g}" y="0" width="{width}" height="{height}"/>'


def _rules(lines: Sequence[Line], window: Window) -> Iterator[str]:
    for n, line in enumerate(lines):
        y = n * ROW
        if line.bar is None:
            yield f'<rect class="head" x="0" y="{y}" width="{window.width}" height="{ROW}"/>'
        yield f'<path class="rule" d="M0 {y + ROW - 0.5}H{window.width}"/>'


def _axis(window: Window) -> Iterator[str]:
    for day in _days(window):
        x = window.x_of(day)
        # A month of which only its last days are seen has no room for its name.
        if day.day == 1 or (day == window.first and day.day < 26):
            yield f'<text class="month" x="{x + 4:g}" y="16">{day:%B %Y}</text>'
        if day.weekday() == 0:
            yield f'<path class="rule" d="M{x + 0.5:g} 22V{AXIS}"/>'
            yield f'<text x="{x + 4:g}" y="36">{day.day} {day:%b}</text>'
    if window.first <= window.today < window.first + timedelta(days=window.days):
        x = window.x_of(window.today) + DAY / 2
        yield f'<path class="now" d="M{x - 5:g} {AXIS - 7}h10l-5 7z"/>'


def _now(window: Window, height: int) -> str:
    if not window.first <= window.today < window.first + timedelta(days=window.days):
        return ""
    x = window.x_of(window.today) + DAY / 2
    return f'<path class="now" d="M{x:g} 0V{height}"/>'


def _bar(bar: Bar, top: int, window: Window, address: str) -> str:
    x = window.x_of(bar.start)
    width = max(window.x_of(bar.end) - x, 6)
    y = top + (ROW - BAR) // 2
    late = late_words(bar, window.today)
    words = escape(f"{bar.title}: {span_words(bar)}{', late: ' + late if late else ''}")
    done = width * (bar.done_share or 0)
    kind = "bar late" if late else "bar"
    box = f'y="{y}" height="{BAR}" rx="5"'
    return "".join(
        [
            f'<a class="{kind}" href="{_href(address, bar)}" aria-label="{words}">',
            f"<title>{words}</title>",
            f'<rect class="plan" x="{x:g}" width="{width:.1f}" {box}/>',
            f'<rect class="done" x="{x:g}" width="{done:.1f}" {box}/>' if done else "",
            _sign(_beside(bar, window, x + width), y) if late else "",
            _deadline(bar, window, y),
            "</a>",
        ]
    )


def _href(address: str, bar: Bar) -> str:
    return address.replace("/0/", f"/{bar.task_id}/")


def _beside(bar: Bar, window: Window, end: float) -> float:
    """Right of the bar, and right of its deadline's flag if that is there."""
    if bar.deadline is None:
        return end
    flag = window.x_of(bar.deadline + timedelta(days=1))
    return flag + 8 if end - 8 < flag < end + 22 else end


def _sign(x: float, y: int) -> str:
    """An exclamation mark in a triangle: late is told by a sign, not by colour alone."""
    left, top = x + 4, y + 3
    return (
        f'<path class="sign" d="M{left:g} {top + 13}l7.500-13 7.500 13z"/>'
        f'<path class="mark" d="M{left + 7.5:g} {top + 4.5}v4m0 1.500v1.500"/>'
    )


def _deadline(bar: Bar, window: Window, y: int) -> str:
    if bar.deadline is None:
        return ""
    end = bar.deadline + timedelta(days=1)  # a deadline is met until its day is over
    if not window.first <= bar.deadline <= window.first + timedelta(days=window.days):
        return ""
    x = window.x_of(end)
    return f'<path class="due" d="M{x:g} {y - 4}v{BAR + 8}m0 {-BAR - 8}h7l-2 3.500 2 3.500h-7"/>'


def _arrows(
    arrows: Iterable[Arrow], places: dict[int, Bar], window: Window
) -> Iterator[str]:
    rows: dict[int, int] = {}
    for row, bar in places.items():
        rows.setdefault(bar.task_id, row)
    for arrow in arrows:
        before, after = rows[arrow.before], rows[arrow.after]
        leaves_end, enters_start = arrow.kind[0] == "F", arrow.kind[1] == "S"
        source, target = places[before], places[after]
        x1 = window.x_of(source.end if leaves_end else source.start)
        x2 = window.x_of(target.start if enters_start else target.end)
        yield _arrow(x1, before, x2, after, leaves_end, enters_start)


def _arrow(
    x1: float, before: int, x2: float, after: int, from_end: bool, to_start: bool
) -> str:
    """Out sideways, along between two rows where there is no room, and in."""
    y1, y2 = before * ROW + ROW / 2, after * ROW + ROW / 2
    out = x1 + (6 if from_end else -6)
    into = x2 + (-8 if to_start else 8)
    between = y1 + (ROW / 2 if y2 > y1 else -ROW / 2)
    straight = (out <= into) if to_start else (out >= into)
    way = f"H{out:g}V{y2:g}" if straight else f"H{out:g}V{between:g}H{into:g}V{y2:g}"
    tip = "l-4-3m4 3l-4 3" if to_start else "l4-3m-4 3l4 3"
    return f'<path class="arrow" d="M{x1:g} {y1:g}{way}H{x2:g}{tip}"/>'


def _labels(lines: Sequence[Line], window: Window, address: str) -> Iterator[str]:
    for line in lines:
        if line.bar is None:
            count = f'<span class="soft">{line.count}</span>'
            yield f'<div class="group">{escape(line.group)} {count}</div>'
            continue
        title = escape(line.bar.title)
        late = late_words(line.bar, window.today)
        sign = '<span class="flag">late</span>' if late else ""
        # The bar is the link that the keyboard reaches; two for one task are too many.
        yield (
            f'<div><a tabindex="-1" href="{_href(address, line.bar)}" title="{title}">'
            f"{title}</a>{sign}</div>"
        )
