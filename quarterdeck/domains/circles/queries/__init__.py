"""Read a circle one is in, and lessons shared with everybody."""

from .cases import (
    cases_visible_to,
    contributions_visible_to,
    get_case,
    get_contribution,
    own_takeaway,
    without_reading,
)
from .circles import (
    circles_visible_to,
    get_circle,
    get_circle_meeting,
    get_member,
    get_open_circle,
    inside,
    lines_of,
    meetings_visible_to,
    members_of,
    own_membership,
    waiting_for,
)
from .lessons import get_lesson, lessons_visible_to, own_lessons_of
from .own import own_circle_records

__all__ = [
    "cases_visible_to",
    "circles_visible_to",
    "contributions_visible_to",
    "get_case",
    "get_circle",
    "get_circle_meeting",
    "get_contribution",
    "get_lesson",
    "get_member",
    "get_open_circle",
    "inside",
    "lessons_visible_to",
    "lines_of",
    "meetings_visible_to",
    "members_of",
    "own_circle_records",
    "own_lessons_of",
    "own_membership",
    "own_takeaway",
    "waiting_for",
    "without_reading",
]
