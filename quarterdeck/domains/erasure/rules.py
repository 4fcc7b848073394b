"""What becomes of each kind of record, in the words of the page that tells it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

GRACE = timedelta(days=7)
SOMEBODY = "somebody"

# Of these rooms everybody who may look at the page may know how much there is. Of all
# others, new ones too, only the person: how much feedback somebody has is private.
OPEN_ROOMS = frozenset({"goals", "imports", "organization", "projects", "strategy"})

# What a room is called where its own name would not do.
ROOMS = {
    "accounts": "the account",
    "background_jobs": "background jobs",
    "one_on_ones": "1:1s",
    "people": "their card, hours and skills",
    "planning": "what-ifs",
}

GOES, UNLINKED = "goes", "unlinked"


@dataclass(frozen=True)
class Fate:
    """One kind of record, and what becomes of it; no number where that is private."""

    room: str
    what: str
    fate: str
    count: int | None


def rooms_in_words(rooms: Iterable[str]) -> list[str]:
    """Name each room once, as people call it."""
    return [ROOMS.get(room, room.replace("_", " ")) for room in sorted(set(rooms))]


def is_the_name(written: str, name: str) -> bool:
    """Whether what was typed is the name, whatever its spaces and capitals."""
    return _plain(written) == _plain(name)


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
