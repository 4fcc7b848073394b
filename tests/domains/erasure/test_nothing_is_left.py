"""Over a world with records of every room: nothing points at whom was forgotten, and
nothing names them."""

import re

import pytest
from django.apps import apps
from django.db import connection

from quarterdeck.domains.activity.models import Activity
from quarterdeck.domains.activity.services import verify_chain
from quarterdeck.domains.erasure import queries, services
from quarterdeck.domains.people.models import Person
from tests.access.kept_world import kept_world

pytestmark = pytest.mark.django_db
# What counts its own ids or holds nobody's words.
NO_RECORDS = ("django_migrations", "sqlite_sequence")


@pytest.fixture
def world(at):
    return kept_world(at)


def everything() -> dict[str, str]:
    """The rows of every table as text."""
    found = {}
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            if table not in NO_RECORDS:
                cursor.execute(f'SELECT * FROM "{table}"')  # names of our own tables
                found[table] = repr(cursor.fetchall())
    return found


def tables_with(word: str) -> list[str]:
    alone = re.compile(rf"(?<!\w){re.escape(word)}(?!\w)")
    return sorted(table for table, rows in everything().items() if alone.search(rows))


def pointing_at(person_id: int, user_id: int) -> list[str]:
    """Each column that is a link to a person or an account and holds one of these."""
    found = []
    for model in apps.get_models():
        for field in model._meta.concrete_fields:
            label = getattr(field.related_model, "_meta", None) and (
                field.related_model._meta.label
            )
            key = {"people.Person": person_id, "accounts.User": user_id}.get(label)
            if key and model._base_manager.filter(**{field.name: key}).exists():
                found.append(f"{model._meta.label}.{field.name}")
    return found


@pytest.mark.parametrize("role", ["writer", "other", "owner", "leader"])
def test_whoever_is_forgotten_is_nowhere(world, at, role):
    user = getattr(world.roles, role)
    person = Person.objects.get(user=user)
    words = queries.words_of(person)
    assert {user.name, user.email} <= set(words)
    assert len(pointing_at(person.pk, user.pk)) > 5
    assert all(len(tables_with(word)) > 1 for word in (user.name, user.email))

    acts, user_id = Activity.objects.count(), user.pk
    services.forget([person], by=world.cast.olga, at=at)

    assert pointing_at(person.pk, user_id) == []
    assert {word: tables_with(word) for word in words if tables_with(word)} == {}
    assert Activity.objects.count() == acts
    assert verify_chain().whole


def test_what_is_not_theirs_stays(world, at):
    """Nobody else's name goes with them, and no other person does."""
    others = Person.objects.exclude(user=world.roles.writer).count()
    services.forget(
        [Person.objects.get(user=world.roles.writer)], by=world.cast.olga, at=at
    )
    assert Person.objects.count() == others
    for name in ("Omar", "Alice", "Oscar"):
        assert "activity_contents" in tables_with(name)
