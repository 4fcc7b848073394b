"""What hours cost. Hours without a rate are counted beside the sum, never in it."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from quarterdeck.shared.money import rounded

Hours = Mapping[int, Decimal]  # by person
Rates = Mapping[int, Decimal]  # by person, of those who have one


@dataclass(frozen=True)
class Sum:
    """What a plan costs, and what is not in that."""

    amount: Decimal
    hours: Decimal  # that are in the amount
    without_rate: tuple[int, ...]  # people
    hours_without_rate: Decimal
    hours_apart: Decimal  # of whoever looks: nobody sees their own rate


@dataclass(frozen=True)
class Part:
    """What one task costs with certain people; no amount where none of them is known."""

    amount: Decimal | None
    people: int
    without_rate: tuple[int, ...]  # not in the amount

    @property
    def known(self) -> int:
        return self.people - len(self.without_rate)


def sum_of(hours: Hours, rates: Rates, *, apart: int | None, currency: str) -> Sum:
    """Add up what each person's hours cost, as it is shown for each of them."""
    counted = {i: each for i, each in hours.items() if i in rates and i != apart}
    missing = {i: each for i, each in hours.items() if i not in rates and i != apart}
    return Sum(
        amount=sum(
            (rounded(each * rates[i], currency) for i, each in counted.items()),
            Decimal(0),
        ),
        hours=sum(counted.values(), Decimal(0)),
        without_rate=tuple(sorted(i for i, each in missing.items() if each)),
        hours_without_rate=sum(missing.values(), Decimal(0)),
        hours_apart=hours.get(apart, Decimal(0)) if apart is not None else Decimal(0),
    )


def part_of(
    people: Iterable[int],
    hours: Decimal,
    rates: Rates,
    *,
    apart: int | None,
    currency: str,
) -> Part | None:
    """Return what so many hours of each of these people cost; None where there are none."""
    ids = list(people)
    if not ids or not hours:
        return None
    each = dict.fromkeys(ids, hours)
    found = sum_of(each, rates, apart=apart, currency=currency)
    unknown = {*found.without_rate, *({apart} & set(ids) if apart else ())}
    amount = found.amount if len(unknown) < len(each) else None
    return Part(amount, len(each), tuple(sorted(unknown)))


def rates_to_search_with(people: Collection[int], known: Rates) -> dict[int, float]:
    """Give a person without a known rate the average of the others.

    The planner takes a missing rate for nothing, and would send all the work to whom
    nobody has entered one for. The average draws and repels nobody.
    """
    given = {i: known[i] for i in people if i in known}
    if not given:
        return {}
    average = float(sum(given.values(), Decimal(0)) / len(given))
    return {i: float(given.get(i, average)) for i in people}
