"""Which rate holds: the person's own, else the one of the nearest team that has one."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True)
class Rate:
    """What one hour costs from a day on; the number tells which was set later."""

    number: int
    starts_on: date
    per_hour: Decimal


def in_force(rates: Iterable[Rate], day: date) -> Rate | None:
    """Return the rate of a day: the latest begun, and of one day the last one set."""
    begun = (rate for rate in rates if rate.starts_on <= day)
    return max(begun, key=lambda rate: (rate.starts_on, rate.number), default=None)


def standing(rates: Iterable[Rate]) -> list[Rate]:
    """Return the rates that hold on some day, the latest first."""
    by_day: dict[date, Rate] = {}
    for rate in sorted(rates, key=lambda rate: rate.number):
        by_day[rate.starts_on] = rate
    return [by_day[day] for day in sorted(by_day, reverse=True)]


def inherited(
    lines: Iterable[Sequence[int]], rates: Mapping[int, Rate]
) -> tuple[int, Rate] | None:
    """Return the team whose rate somebody takes over, and the rate.

    `lines` are the teams somebody is in, longest first, each as the ids from the top of
    the tree down to it. The nearest team with a rate gives it; of two that are equally
    near, the one of the team they have been in longer.
    """
    found: tuple[int, int] | None = None
    for line in lines:
        for steps, team_id in enumerate(reversed(line)):
            if team_id in rates and (found is None or steps < found[0]):
                found = (steps, team_id)
    return None if found is None else (found[1], rates[found[1]])
