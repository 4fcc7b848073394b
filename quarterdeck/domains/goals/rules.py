"""How progress is computed from its parts, and how that is told with the numbers in."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

SHOWN_PARTS = 6


@dataclass(frozen=True)
class Part:
    """Something that progress is made of; without a measure its progress is None."""

    name: str
    weight: float
    progress: float | None


@dataclass(frozen=True)
class RollUp:
    """Progress, what it was computed from, and what was left out of it."""

    formula: str
    progress: float | None
    counted: tuple[Part, ...] = ()
    left_out: tuple[Part, ...] = ()  # not measured yet: counted and shown, never zero
    dropped: int = 0  # goals given up: no longer part of it
    done_hours: float = 0
    total_hours: float = 0
    unestimated: int = 0
    reached: bool = False


def key_result_progress(
    start: float, target: float, current: float | None
) -> float | None:
    """Return the share of the way from start to target, 0 to 1, up or down alike."""
    if current is None or not math.isfinite(current) or start == target:
        return None
    return min(1.0, max(0.0, (current - start) / (target - start)))


def direction_of(start: float, target: float) -> str:
    return "increase" if target > start else "decrease"


def weighted_mean(parts: Iterable[Part]) -> float | None:
    """Return the mean of the measured parts; None when nothing is measured."""
    measured = [(p.weight, p.progress) for p in parts if p.progress is not None]
    if not measured:
        return None
    total = math.fsum(weight for weight, _ in measured)
    mean = math.fsum(weight * progress for weight, progress in measured) / total
    shares = [progress for _, progress in measured]
    return min(max(shares), max(min(shares), mean))  # rounding never leaves the span


def from_parts(formula: str, parts: Sequence[Part], dropped: int = 0) -> RollUp:
    """Roll up key results or goals by their weights."""
    return RollUp(
        formula,
        weighted_mean(parts),
        counted=tuple(p for p in parts if p.progress is not None),
        left_out=tuple(p for p in parts if p.progress is None),
        dropped=dropped,
    )


def from_work(done_hours: float, total_hours: float, unestimated: int) -> RollUp:
    """Roll up hours of tasks; tasks without an estimate are told, not guessed."""
    share = min(1.0, max(0.0, done_hours / total_hours)) if total_hours > 0 else None
    return RollUp(
        "work",
        share,
        done_hours=done_hours,
        total_hours=total_hours,
        unestimated=unestimated,
    )


def explain(rolled: RollUp) -> str:
    """Tell the formula with its numbers: “(0.4 × 2 + 0.8 × 1) ÷ 3; 1 key result …”."""
    if rolled.reached:
        return "Closed as reached, so it counts as whole"
    if rolled.formula == "work":
        return _explain_work(rolled)
    one = "key result" if rolled.formula == "key_results" else "goal"
    notes = [_mean(rolled.counted)] if rolled.counted else [f"No {one} measured yet"]
    if rolled.counted and rolled.left_out:
        told = _count(len(rolled.left_out), one)
        notes.append(f"{told} not measured yet, left out")
    if rolled.dropped:
        notes.append(f"{_count(rolled.dropped, 'dropped goal')} left out")
    return "; ".join(notes)


def _mean(parts: Sequence[Part]) -> str:
    shown = parts[:SHOWN_PARTS]
    more = len(parts) - len(shown)
    weighed = any(part.weight != 1 for part in parts)
    terms = [
        f"{_plain(p.progress or 0)} × {_plain(p.weight)}"
        if weighed
        else _plain(p.progress or 0)
        for p in shown
    ]
    if more:
        terms.append(f"… {more} more")
    if len(parts) == 1:
        return terms[0]
    total = math.fsum(p.weight for p in parts) if weighed else len(parts)
    return f"({' + '.join(terms)}) ÷ {_plain(total)}"


def _explain_work(rolled: RollUp) -> str:
    hours = f"{_plain(rolled.done_hours)} h done ÷ {_plain(rolled.total_hours)} h"
    notes = [hours if rolled.total_hours > 0 else "No estimated work below it yet"]
    if rolled.unestimated:
        told = _count(rolled.unestimated, "task")
        notes.append(f"{told} without an estimate, left out")
    return "; ".join(notes)


def _plain(value: float) -> str:
    text = f"{value:.2f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


@dataclass(frozen=True)
class Pace:
    """Progress beside the time that is gone; `ends_on` only where the facts carry it."""

    progress: float
    time_gone: float
    wanted_on: date
    ends_on: date | None  # the day it is done if it goes on as it went so far

    @property
    def behind(self) -> bool:
        return self.progress < 1 and self.time_gone > self.progress

    @property
    def at_risk(self) -> bool:
        """A tenth of the period behind, or past its end: less is noise."""
        late = self.time_gone >= 1 and self.progress < 1
        return late or self.time_gone - self.progress >= 0.1


def pace(starts_on: date, wanted_on: date, today: date, progress: float) -> Pace:
    """Compare progress with time; a straight line on, and nothing cleverer."""
    whole, gone = (wanted_on - starts_on).days, (today - starts_on).days
    share = 1.0 if whole <= 0 else min(1.0, max(0.0, gone / whole))
    ends_on = None
    if 0 < progress < 1 and gone > 0:
        days = gone / progress
        if days < 3_650:  # further away than ten years is no forecast
            ends_on = starts_on + timedelta(days=math.ceil(days))
    return Pace(progress, share, wanted_on, ends_on)
