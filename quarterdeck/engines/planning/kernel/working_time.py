"""Counting and finding working slots in calendars of intervals."""

from __future__ import annotations

from .board import BEFORE, BEGIN, BLOCKS, FIRST, PACE, STEP, STOP, TABLE, TOTAL, Whole
from .jit import compiled


@compiled
def interval_at(calendar: Whole, span: Whole, which: int, slot: int) -> int:
    """Give the number of the first interval that ends after a slot."""
    block = slot // calendar[which, STEP]
    if block >= BLOCKS:
        block = BLOCKS - 1
    at = calendar[which, TABLE + block]
    while span[at, STOP] <= slot:
        at += 1
    return int(at)


@compiled
def position_from(calendar: Whole, span: Whole, which: int, slot: int) -> int:
    """Count working slots before a slot."""
    if slot <= 0:
        return 0
    at = interval_at(calendar, span, which, slot)
    return int(span[at, BEFORE] + max(0, slot - span[at, BEGIN]))


@compiled
def slot_of(calendar: Whole, span: Whole, which: int, position: int) -> int:
    """Give the slot of a position, which must be there."""
    at = calendar[which, TABLE + BLOCKS + position // calendar[which, PACE]]
    while span[at + 1, BEFORE] <= position:
        at += 1
    return int(span[at, BEGIN] + position - span[at, BEFORE])


@compiled
def ending_at(calendar: Whole, span: Whole, which: int, end: int, effort: int) -> int:
    """Give the first position from which work does not end before ``end``."""
    if end <= 0:
        return 0
    return max(0, position_from(calendar, span, which, end - 1) - effort + 1)


@compiled
def last_interval(calendar: Whole, which: int) -> int:
    """Give the number of the empty interval that ends a calendar."""
    return int(calendar[which + 1, FIRST] - 1)


@compiled
def worked(calendar: Whole, which: int) -> int:
    """Give the number of working slots of a calendar."""
    return int(calendar[which, TOTAL])
