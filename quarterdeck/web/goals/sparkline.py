"""A key result's way so far, as a small drawing with its words."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.formats import date_format

from quarterdeck.web.shell.templatetags.shell import number

if TYPE_CHECKING:
    from quarterdeck.domains.goals.models import KeyResult, Measurement

WIDTH, HEIGHT, EDGE = 132, 32, 4


@dataclass(frozen=True)
class Sparkline:
    """Points of a line, the height of the target, and the same in one sentence."""

    points: str
    last_x: float
    last_y: float
    target_y: float
    label: str
    width: int = WIDTH
    height: int = HEIGHT


def sparkline(key_result: "KeyResult") -> Sparkline | None:
    """Draw the newest measurements; None where nothing was measured."""
    rows = sorted(key_result.newest, key=lambda m: (m.measured_at, m.pk))  # type: ignore[attr-defined]
    if not rows:
        return None
    ends = (key_result.start, key_result.target)
    low = min(*ends, *(m.value for m in rows))
    high = max(*ends, *(m.value for m in rows))
    places = [(_across(rows, i), _down(m.value, low, high)) for i, m in enumerate(rows)]
    return Sparkline(
        points=" ".join(f"{x},{y}" for x, y in places),
        last_x=places[-1][0],
        last_y=places[-1][1],
        target_y=_down(key_result.target, low, high),
        label=_words(key_result, rows),
    )


def _across(rows: Sequence["Measurement"], index: int) -> float:
    """Place a measurement by its moment; all at one moment are spread evenly."""
    first, last = rows[0].measured_at, rows[-1].measured_at
    span = (last - first).total_seconds()
    if span:
        share = (rows[index].measured_at - first).total_seconds() / span
    else:
        share = index / (len(rows) - 1) if len(rows) > 1 else 0.5
    return round(EDGE + share * (WIDTH - 2 * EDGE), 1)


def _down(value: float, low: float, high: float) -> float:
    share = (value - low) / (high - low) if high > low else 0.5
    return round(HEIGHT - EDGE - share * (HEIGHT - 2 * EDGE), 1)


def _words(key_result: "KeyResult", rows: Sequence["Measurement"]) -> str:
    def say(measurement: "Measurement") -> str:
        day = date_format(measurement.measured_at, "j M Y")
        return f"{number(measurement.value)} on {day}"

    unit = f" {key_result.unit}" if key_result.unit else ""
    target = f"target {number(key_result.target)}{unit}"
    if len(rows) == 1:
        return f"{key_result.title}: one measurement, {say(rows[0])}; {target}"
    told = f"{say(rows[0])} to {say(rows[-1])}"
    return f"{key_result.title}: {len(rows)} measurements, from {told}; {target}"
