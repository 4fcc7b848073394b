"""Read what was found that would help, in words."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from ..models import LeverSearch, Proposal
from ..rules.helping import said_day
from .supposing import sentences_of

FIRST = 3
WORDS = {1: "One thing", 2: "Two things", 3: "Three things"}


@dataclass(frozen=True)
class FoundLever:
    """One change: what it is, what it brings and what it asks for."""

    number: int
    adjustment: Mapping[str, Any]
    sentence: str
    brings: list[str]
    price: str
    helps: bool
    told: Mapping[str, Any]


@dataclass(frozen=True)
class Levers:
    """What was found; `standing` is `none` before anybody asked."""

    standing: str
    headline: str = ""
    without: str = ""  # the plan without any change
    search: LeverSearch | None = None
    helpful: list[FoundLever] = field(default_factory=list)
    others: list[FoundLever] = field(default_factory=list)

    @property
    def first(self) -> list[FoundLever]:
        return self.helpful[:FIRST]

    @property
    def more(self) -> list[FoundLever]:
        return self.helpful[FIRST:]


def newest_levers_of(proposal: Proposal) -> LeverSearch | None:
    rows = proposal.lever_searches.select_related("job", "proposal")
    return rows.order_by("-pk").first()


def levers_of(proposal: Proposal | None) -> Levers:
    """Return what would help a proposal the caller was let see."""
    search = newest_levers_of(proposal) if proposal is not None else None
    if search is None:
        return Levers("none")
    if not search.is_done:
        return Levers(search.standing, search=search)
    return told_levers(search.base, search.rows, search)


def told_levers(
    base: Mapping[str, Any],
    rows: list[dict[str, Any]],
    search: LeverSearch | None = None,
) -> Levers:
    """Put in words what was found, whether it is kept or not."""
    sentences = sentences_of([row["adjustment"] for row in rows])
    found = [
        FoundLever(
            number=row["number"],
            adjustment=row["adjustment"],
            sentence=sentence,
            brings=_brings(base, row),
            price=row["price"],
            helps=row["helps"],
            told=row,
        )
        for row, sentence in zip(rows, sentences, strict=True)
    ]
    helpful = [each for each in found if each.helps]
    return Levers(
        standing="ready",
        headline=_headline(base, [each.told for each in helpful]),
        without=_without(base),
        search=search,
        helpful=helpful,
        others=[each for each in found if not each.helps],
    )


def _headline(base: Mapping[str, Any], helpful: list[Mapping[str, Any]]) -> str:
    """Say what the first of them have in common; each says the rest for itself."""
    first = helpful[:FIRST]
    if not first:
        return "Nothing that was tried would help"
    if base["finish"] is None:
        return f"{_things(first)} that would make a plan possible"
    if all((row["days_earlier"] or 0) > 0 for row in first):
        when = said_day(base["finish"])
        return f"{_things(first)} that would bring the finish before {when}"
    if all(row["unplaced"] < base["unplaced"] for row in first):
        return f"{_things(first)} that would bring more work into the plan"
    if all(row["late_days"] < base["late_days"] for row in first):
        return f"{_things(first)} that would make less of it late"
    return f"{_things(first)} that would help most"


def _without(base: Mapping[str, Any]) -> str:
    if base["finish"] is None:
        return "Without any change no plan keeps everything."
    late, lost = base["late_tasks"], base["unplaced"]
    told = f"Without any change: all done on {said_day(base['finish'])}"
    told += f", {late} {'task' if late == 1 else 'tasks'} late" if late else ""
    return f"{told}, {lost} without a place." if lost else f"{told}."


def _things(rows: list[Mapping[str, Any]]) -> str:
    return WORDS[len(rows)]


def _brings(base: Mapping[str, Any], row: Mapping[str, Any]) -> list[str]:
    """The effect in a few words, measured against the plan without the change."""
    if row["finish"] is None:
        return ["There is still no plan that keeps everything"]
    done = f"all done on {said_day(date.fromisoformat(row['finish']))}"
    if base["finish"] is None:
        return [f"A plan is possible, {done}"]
    told = []
    days = row["days_earlier"] or 0
    if days:
        much = "1 day" if abs(days) == 1 else f"{abs(days)} days"
        told.append(f"{much} {'earlier' if days > 0 else 'later'}, {done}")
    if row["unplaced"] != base["unplaced"]:
        told.append(
            f"{_tasks(row['unplaced'])} without a place instead of {base['unplaced']}"
        )
    if row["late_tasks"] != base["late_tasks"]:
        told.append(f"{_tasks(row['late_tasks'])} late instead of {base['late_tasks']}")
    saved = base["late_days"] - row["late_days"]
    if abs(saved) >= 0.1:
        told.append(
            f"{abs(saved):g} days {'less' if saved > 0 else 'more'} lateness in all"
        )
    return told or ["The finish and what is late stay the same"]


def _tasks(count: int) -> str:
    return "1 task" if count == 1 else f"{count} tasks"
