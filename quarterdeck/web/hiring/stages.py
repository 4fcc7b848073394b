"""How far a candidate is: read from what was done, so that it is never out of date."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Stage:
    words: str
    kind: str = ""  # the tag beside it: good, warn, or none


DECIDED = {
    "hire": Stage("to be hired", "good"),
    "not": Stage("not chosen"),
    "later": Stage("kept in mind for later"),
}


def stage_of(candidate: Any) -> Stage:
    if getattr(candidate, "hire", None) is not None:
        return Stage("hired", "good")
    if candidate.withdrew_at is not None:
        return Stage("stepped back")
    decision = getattr(candidate, "decision", None)
    if decision is not None:
        return DECIDED[decision.outcome]
    if candidate.opened_at is not None:
        return Stage("to be decided", "warn")
    if not candidate.planned:
        return Stage("new")
    if candidate.handed_in == candidate.planned:
        return Stage("all scored, to be opened", "warn")
    return Stage(f"{candidate.handed_in} of {candidate.planned} scored")
