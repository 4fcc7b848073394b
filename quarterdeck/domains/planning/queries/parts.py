"""How a plan was made in parts: what could move, what was held, what each round won."""

from dataclasses import dataclass
from typing import Any

from ..models import Proposal


@dataclass(frozen=True)
class Round:
    """One cut of the whole; `won` is the share of points that it took away."""

    number: int
    parts: int
    tasks: int
    held: int
    seams: int
    better: int
    by_others: int
    failed: int
    won: float | None

    @property
    def won_percent(self) -> float:
        return 100 * (self.won or 0)


@dataclass(frozen=True)
class Parts:
    """All rounds so far; `across` is what looking at the whole won after them."""

    rounds: list[Round]
    won: float | None
    across: float | None

    @property
    def won_percent(self) -> float:
        return 100 * (self.won or 0)

    @property
    def across_percent(self) -> float:
        return 100 * (self.across or 0)

    @property
    def by_others(self) -> int:
        return sum(each.by_others for each in self.rounds)

    @property
    def failed(self) -> int:
        return sum(each.failed for each in self.rounds)

    @property
    def all_parts(self) -> int:
        return sum(each.parts for each in self.rounds)


def parts_of(proposal: Proposal | None) -> Parts | None:
    """Return how the rounds went; None for a plan that was made as a whole."""
    told = proposal.portfolio if proposal is not None else {}
    if proposal is None or not told.get("rounds"):
        return None
    first = before = told.get("first")
    rounds = []
    for number, row in enumerate(told["rounds"], start=1):
        after = row.get("objective")
        counts = {name: value for name, value in row.items() if name != "objective"}
        rounds.append(Round(number=number, won=_share(before, after), **counts))
        before = after
    final = proposal.objective if proposal.state == Proposal.State.READY else None
    across = _share(before, final) if final is not None else None
    return Parts(rounds, _share(first, before), across)


def told_of_parts(proposal: Proposal) -> list[dict[str, Any]]:
    """The same as plain values, for programs."""
    parts = parts_of(proposal)
    return [vars(each) for each in parts.rounds] if parts else []


def _share(before: float | None, after: float | None) -> float | None:
    if not before or after is None:
        return None
    return max(0.0, (before - after) / before)
