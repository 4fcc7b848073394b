"""Over a world with records of every room: whatever links to somebody is in their file,
or is named with the reason why it is not."""

from typing import Any

import pytest
from django.apps import apps
from django.db import models

from quarterdeck.domains.accounts.models import User
from quarterdeck.domains.own_data.choices import NOT_TAKEN
from quarterdeck.domains.own_data.queries import everything_of
from quarterdeck.domains.people.models import Person
from tests.access.kept_world import kept_world

# What somebody has only begun to write, or took back, is not yet anybody else's.
YOURS_ONCE = {
    "feedback.Feedback.receiver": {
        "given_at__isnull": False,
        "withdrawn_at__isnull": True,
    }
}
Link = tuple[type[models.Model], models.Field[Any, Any]]


def links() -> dict[str, Link]:
    """Every column of ours that holds a person or an account."""
    return {
        f"{table._meta.label}.{field.name}": (table, field)
        for table in apps.get_models()
        if table.__module__.startswith("quarterdeck.domains.")
        for field in table._meta.concrete_fields
        if field.related_model in (Person, User)
    }


def taken() -> dict[str, Link]:
    return {name: link for name, link in links().items() if name not in NOT_TAKEN}


def test_each_reason_names_a_link_that_is_there():
    assert set(NOT_TAKEN) - set(links()) == set()


def test_each_link_is_in_the_file_or_has_a_reason(cast):
    held = {rows.model for rows in everything_of(cast.bob).values()}
    missing = [name for name, (table, _) in taken().items() if table not in held]
    assert missing == [], (
        "Add the rows to the room's own_…_records, or the link to own_data/choices.py."
    )


@pytest.mark.django_db
def test_whoever_has_rows_finds_them_in_their_file(at):
    """What is a stranger's to them today, as a candidate of a team they left, is not."""
    world = kept_world(at)
    tried, missing = set(), []
    for role in ("writer", "other", "owner", "leader", "captain", "peer"):
        user = getattr(world.roles, role)
        person = Person.objects.get(user=user)
        held: dict[type[models.Model], set[Any]] = {}
        for rows in everything_of(user).values():
            held.setdefault(rows.model, set()).update(
                row.pk for row in rows.iterator(100)
            )
        for name, (table, field) in taken().items():
            key = person.pk if field.related_model is Person else user.pk
            theirs = set(
                table._base_manager.filter(
                    **{field.name: key}, **YOURS_ONCE.get(name, {})
                ).values_list("pk", flat=True)
            )
            tried |= {name} if theirs else set()
            if theirs - held.get(table, set()):
                missing.append((role, name, theirs - held.get(table, set())))
    assert missing == []
    assert len(tried) > 50
