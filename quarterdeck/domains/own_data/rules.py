"""What the file says of itself, and how long it is kept."""

from collections.abc import Mapping
from datetime import datetime, timedelta

KEPT = timedelta(days=1)
# Columns that open doors, or that hold the file itself.
SECRET = frozenset({"password", "token_hash", "content"})

_ABOUT = """\
What this instance of Quarterdeck keeps about {name}, prepared {day:%Y-%m-%d %H:%M} UTC.

my-data.json holds it as lists, by kind, in the columns of the database. Links are numbers.
{private}
What you find there
{kinds}

What is not in it
- what others wrote for others, also where it is about you
- what opens doors: passwords, tokens and links that sign in
- acts on what belongs to others, other than as one line each in "activities"
"""
_OPEN = ""
_CLOSED = """
Your private rooms were closed when it was prepared: 1:1s, feedback and the like are left out.
"""


def about(
    name: str, day: datetime, counts: Mapping[str, int], holds_private: bool
) -> str:
    kinds = "\n".join(
        f"- {kind.replace('_', ' ')}: {count}" for kind, count in counts.items()
    )
    private = _OPEN if holds_private else _CLOSED
    return _ABOUT.format(name=name, day=day, kinds=kinds, private=private)
