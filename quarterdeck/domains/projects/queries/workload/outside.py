"""The open work of people that no week shows: overdue, unplanned, unestimated."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import UTC, date, tzinfo
from typing import Any

from .pieces import Piece, in_no_week, midnight, pieces_of


@dataclass
class Outside:
    """Open work of one person that no week shows."""

    overdue_hours: float = 0
    overdue_tasks: int = 0
    unplanned_hours: float = 0
    unplanned_tasks: int = 0
    unestimated: int = 0


def hours_outside_weeks(
    *, user: Any, person_ids: Collection[int], today: date, zone: tzinfo = UTC
) -> dict[int, Outside]:
    """Return the overdue and the unplanned hours of each person, apart."""
    pieces = pieces_of(user, person_ids, in_no_week(today, zone))
    return outside_of(pieces, today, zone)


def outside_of(
    pieces: Iterable[Piece], today: date, zone: tzinfo
) -> dict[int, Outside]:
    """Add up those pieces that stand in no week."""
    over = midnight(today, zone)
    found: dict[int, Outside] = defaultdict(Outside)
    for piece in pieces:
        is_planned = piece.start is not None and piece.end is not None
        if is_planned and piece.end is not None and piece.end >= over:
            continue
        row = found[piece.person_id]
        if piece.hours is None:
            row.unestimated += 1
        if is_planned:
            row.overdue_tasks += 1
            row.overdue_hours += piece.hours or 0
        else:
            row.unplanned_tasks += 1
            row.unplanned_hours += piece.hours or 0
    return dict(found)
