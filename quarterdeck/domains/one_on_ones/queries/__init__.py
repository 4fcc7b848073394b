"""Read what one of two people may read. Every query ends at the same door."""

from .everything import everything_of
from .material import Group, Item, material_of
from .meetings import (
    get_meeting,
    is_a_text,
    meetings_visible_to,
    next_meeting,
    notes_visible_to,
    past_meetings,
    texts_of,
)
from .motivation import motivation_of, motivations_visible_to, own_motivation
from .pairs import (
    PairLine,
    get_pair,
    last_met,
    lines_of,
    pair_with,
    pairs_visible_to,
    partners_to_suggest,
)
from .promises import (
    Ledger,
    get_promise,
    ledger_of,
    lines_owed,
    promises_visible_to,
)
from .topics import get_topic, open_topics, topics_visible_to

__all__ = [
    "Group",
    "Item",
    "Ledger",
    "PairLine",
    "everything_of",
    "get_meeting",
    "get_pair",
    "get_promise",
    "get_topic",
    "is_a_text",
    "last_met",
    "ledger_of",
    "lines_of",
    "lines_owed",
    "material_of",
    "meetings_visible_to",
    "motivation_of",
    "motivations_visible_to",
    "next_meeting",
    "notes_visible_to",
    "open_topics",
    "own_motivation",
    "pair_with",
    "pairs_visible_to",
    "partners_to_suggest",
    "past_meetings",
    "promises_visible_to",
    "texts_of",
    "topics_visible_to",
]
