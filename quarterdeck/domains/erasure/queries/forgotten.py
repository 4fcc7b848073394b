"""Who was forgotten, from the file that going back to a backup leaves where it is.

A number and two moments each, and no name: to whoever does not hold an older copy of
the database it says nothing.
"""

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.db.models import QuerySet

from quarterdeck.domains.people.models import Person

from ..models import Erasure

LATE = timedelta(hours=1)  # a worker that is there has long done it by then


@dataclass(frozen=True)
class Forgotten:
    """One line: the number, when that person was written down, when forgotten."""

    number: int
    since: datetime | None
    done: datetime

    @property
    def line(self) -> str:
        since = self.since.isoformat() if self.since else None
        kept = {"number": self.number, "since": since, "done": self.done.isoformat()}
        return json.dumps(kept)


def list_file() -> Path:
    return Path(settings.DATA_DIR) / "forgotten.jsonl"


def forgotten_list() -> list[Forgotten]:
    """Return every line; what a power cut left half written is left out."""
    if not list_file().exists():
        return []
    read = map(_read, list_file().read_text(encoding="utf-8").splitlines())
    return [one for one in read if one is not None]


def forgotten_after(moment: datetime) -> int:
    """Count whom a backup of that moment brings back."""
    return sum(one.done > moment for one in forgotten_list())


def back_again() -> list[Person]:
    """Return who was forgotten and is here, the same person and not only the number."""
    since = {one.number: one.since for one in forgotten_list() if one.since}
    rows = Person.objects.select_related("user").filter(pk__in=since)
    return [person for person in rows if person.created_at == since[person.pk]]


def overdue_erasures(at: datetime) -> QuerySet[Erasure]:
    """Return what should have been done by now."""
    rows = Erasure.objects.filter(
        done_at=None, taken_back_at=None, due_at__lt=at - LATE
    )
    return rows.order_by("due_at", "id")


def _read(line: str) -> Forgotten | None:
    try:
        kept = json.loads(line)
        since = kept["since"] and datetime.fromisoformat(kept["since"])
        done = datetime.fromisoformat(kept["done"])
        return Forgotten(int(kept["number"]), since, done)
    except (ValueError, KeyError, TypeError):
        return None
