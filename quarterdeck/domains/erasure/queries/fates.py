"""What would become of somebody's records, found through the links that point at them.

The tables are asked which of them point at a person or an account, so a new room is
told of here from its first day.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.apps import apps
from django.db.models import CASCADE, Count, Value
from django.db.models.fields.related import ForeignKey

from quarterdeck.domains.accounts.models import User
from quarterdeck.domains.accounts.permissions import private_rooms_are_open
from quarterdeck.domains.people.models import Person
from quarterdeck.domains.people.permissions import is_self

from ..choices import UNTOLD, WORDS
from ..rules import GOES, OPEN_ROOMS, UNLINKED, Fate

OURS = "quarterdeck.domains."


@dataclass(frozen=True)
class Link:
    """A column that holds a person or their account."""

    table: Any
    field: str
    to_account: bool
    fate: str

    @property
    def name(self) -> str:
        return f"{self.table._meta.label}.{self.field}"

    @property
    def room(self) -> str:
        return str(self.table._meta.app_label)

    @property
    def what(self) -> str:
        return WORDS.get(self.name) or str(self.table._meta.verbose_name_plural)


@cache
def links() -> tuple[Link, ...]:
    return tuple(sorted(_links(), key=lambda link: link.name))


def _links() -> Iterator[Link]:
    people = {Person: False, User: True}
    for table in apps.get_models():
        if not table.__module__.startswith(OURS):
            continue
        for field in table._meta.concrete_fields:
            if isinstance(field, ForeignKey) and field.related_model in people:
                fate = GOES if field.remote_field.on_delete is CASCADE else UNLINKED
                yield Link(table, field.name, people[field.related_model], fate)


def fates_of(*, user: Any, person: Person) -> list[Fate]:
    """Return what goes and what is unlinked; the numbers of private rooms to them alone."""
    mine = is_self(user, person) and private_rooms_are_open(user)
    return _fates(person, [one for one in told() if mine or one.room in OPEN_ROOMS])


def open_fates_of(person: Person) -> list[Fate]:
    """Without any private number: for programs and for whoever runs the server."""
    return _fates(person, [one for one in told() if one.room in OPEN_ROOMS])


def told() -> list[Link]:
    return [one for one in links() if one.name not in UNTOLD and one.room != "erasure"]


def _fates(person: Person, counted: list[Link]) -> list[Fate]:
    counts = _counts(counted, person)
    found: dict[tuple[str, str, str], int | None] = {}
    for link in told():
        key = (link.room, link.what, link.fate)
        number = counts.get(link.name, 0) if link in counted else None
        before = found.get(key, 0)
        found[key] = None if number is None or before is None else before + number
    return [Fate(*key, count) for key, count in found.items() if count != 0]


def _counts(counted: list[Link], person: Person) -> dict[str, int]:
    """Count through every link in one statement."""
    parts = []
    for link in counted:
        key = person.user_id if link.to_account else person.pk
        if key is None:
            continue
        rows = link.table._base_manager.order_by().filter(**{link.field: key})
        named = rows.annotate(link=Value(link.name)).values("link")
        parts.append(named.annotate(number=Count("pk")).values_list("link", "number"))
    if not parts:
        return {}
    first, *others = parts
    return dict(first.union(*others, all=True))
