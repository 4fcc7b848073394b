"""Effort that depends on who does it: for some people a task takes other hours.

A team works together until the slowest of them is done, so its effort is the largest of
its people's; each of them works all of it.
"""

from __future__ import annotations

from collections.abc import Iterable

Own = tuple[tuple[str, int], ...]


def effort_for(effort: int, own: Own, people: Iterable[str]) -> int:
    """Give the slots that these people work on it together; nobody: the usual ones."""
    if not own:
        return effort
    known = dict(own)
    return max((known.get(who, effort) for who in people), default=effort)


def least_effort(effort: int, own: Own) -> int:
    """Give the slots it takes at least, whoever does it."""
    return min(effort, *(slots for _, slots in own)) if own else effort


def known_to(own: Own, people: Iterable[str]) -> Own:
    """Give what is said of these people."""
    if not own:
        return own
    known = set(people)
    return tuple(pair for pair in own if pair[0] in known)


def in_percent(effort: int, percent: int) -> int:
    """Give a share of an effort, rounded up to a slot."""
    return -(-effort * percent // 100)
