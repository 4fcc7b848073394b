"""Say a ranking in words: who is first, what decides it, and how firm that is."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quarterdeck.web.shell.templatetags.shell import number

if TYPE_CHECKING:
    from quarterdeck.domains.training.queries import Compared, Ranking

MOST_NAMED = 3
POINTS, THINNEST = 4, 1.0


@dataclass(frozen=True)
class Bar:
    """The reach of one programme on a line of 100, and how often it comes first."""

    start: str
    width: str
    middle: str
    often: int


def bars(ranking: "Ranking") -> "list[tuple[Compared, Bar]]":
    return [(row, _bar(row)) for row in ranking.rows]


def _bar(row: "Compared") -> Bar:
    low, middle, high = (
        100 * points / POINTS
        for points in (row.place.low, row.place.middle, row.place.high)
    )
    return Bar(
        start=f"{low:.1f}",
        width=f"{max(high - low, THINNEST):.1f}",
        middle=f"{min(middle, 99):.1f}",
        often=round(100 * row.first_share),
    )


def in_words(ranking: "Ranking") -> list[str]:
    """Return a few sentences; none where there is nothing to compare."""
    rows = ranking.rows
    if not rows:
        return []
    if all(row.place.low == 0 and row.place.high == 4 for row in rows):
        return ["Nothing is known of any of them yet, so nothing can be told."]
    if len(rows) == 1:
        return ["One programme alone has nothing to be compared with."]
    return [_first(ranking), _why(ranking), *_firm(ranking)]


def _first(ranking: "Ranking") -> str:
    first, rows = ranking.rows[0], ranking.rows
    if ranking.is_tied:
        names = [str(row.programme) for row in rows if row.place.place == 1]
        return f"{' and '.join(names)} share the first place."
    if first.place.certain:
        return (
            f"{first.programme} is first, whatever the unknown scores turn out to be."
        )
    unknown = sum(row.place.unknown for row in rows)
    return (
        f"{first.programme} is ahead with {number(first.place.middle)} of 4 points; "
        f"{unknown} unknown score{'' if unknown == 1 else 's'} could still turn it round."
    )


def _why(ranking: "Ranking") -> str:
    second = ranking.rows[1].programme
    for_it = [one.label.lower() for one, points in ranking.deciding if points > 0]
    against = [one.label.lower() for one, points in ranking.deciding if points < 0]
    if not for_it:
        return f"Nothing that is known sets it apart from {second}."
    told = f"Before {second} it is ahead in {_named(for_it)}"
    return f"{told}, and behind in {_named(against[::-1])}." if against else f"{told}."


def _firm(ranking: "Ranking") -> list[str]:
    if ranking.is_tied:
        return []
    near = [one for one in ranking.tips if one[2].weight <= 5]
    share = round(ranking.rows[0].first_share * 100)
    often = (
        f"With every weight up to half more or half less, and unknown scores anywhere, "
        f"it comes first in {share} of 100 cases."
    )
    if not near:
        firm = "No single weight between 0 and 5 changes the first place."
        return [firm, often]
    criterion, now, tip, other = min(near, key=lambda one: abs(one[1] - one[2].weight))
    way = "below" if tip.weight < now else "above"
    turns = (
        f"It turns soonest with “{criterion.label}”: {way} a weight of "
        f"{number(tip.weight)} (now {now}) {other} is first."
    )
    return [turns, often]


def _named(names: list[str]) -> str:
    shown = names[:MOST_NAMED]
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"
