"""Before anything is served: the database keeps what it acknowledges, and is up to date.

`python -m quarterdeck.project.startup` is what `quarterdeck run` calls first, in a
process of its own so that the memory it takes is given back.
"""

import argparse
import io
import json
import os
import sys
from collections.abc import Iterable, Sequence
from typing import Any

import django
from django.core import checks
from django.core.management import CommandError, call_command
from django.db import Error, connections
from django.utils import timezone

from .processes import die_with_parent
from .tables import bring_up_to_date

# Weaker settings lose acknowledged writes at a power cut, or fail under load.
WANTED = {
    "journal_mode": ("wal", "WAL"),
    "synchronous": (2, "FULL"),
    "foreign_keys": (1, "ON"),
}


def check_database(
    databases: Iterable[str] | None = None, **kwargs: Any
) -> list[checks.CheckMessage]:
    """Return an error for each setting of SQLite that differs from what is needed."""
    found: list[checks.CheckMessage] = []
    for alias in databases or []:
        connection = connections[alias]
        if connection.vendor == "sqlite" and not _in_memory(connection):
            found += [
                checks.Error(s, id="quarterdeck.E001") for s in _faults(connection)
            ]
    return found


def _in_memory(connection: Any) -> bool:
    return bool(connection.is_in_memory_db())


def _faults(connection: Any) -> list[str]:
    found = []
    for pragma, (wanted, name) in WANTED.items():
        with connection.cursor() as cursor:
            is_now = cursor.execute(f"PRAGMA {pragma}").fetchone()[0]
        if is_now != wanted:
            found.append(f"SQLite must run with {pragma} {name}, not {is_now}.")
    if connection.transaction_mode != "IMMEDIATE":
        found.append(
            "SQLite must begin its transactions IMMEDIATE, not "
            f"{connection.transaction_mode or 'DEFERRED'}."
        )
    return found


class UnsafeDatabase(CommandError):
    pass


def refuse_unsafe_database() -> None:
    """Raise unless the database keeps what it acknowledges."""
    if found := check_database(["default"]):
        raise UnsafeDatabase(" ".join(str(message.msg) for message in found))


def prepare(*, demo: bool, link: bool) -> str:
    """Bring the database up to date, fill it if asked to; return where to begin."""
    from quarterdeck.domains.accounts.queries import users_exist

    refuse_unsafe_database()
    bring_up_to_date()
    if demo and not users_exist():
        print("Making the demo organization …", file=sys.stderr, flush=True)
        call_command("demo", stdout=io.StringIO())  # it ends with a link of its own
    if not users_exist():
        return "/first-run/"
    return _one_time_link() if link else "/"


def _one_time_link() -> str:
    """Return the address that signs in the first leader, or else the first admin."""
    from quarterdeck.domains.accounts.services import make_one_time_link

    user = _first_leader() or _first_admin()
    if user is None:
        return "/"
    token = make_one_time_link(user=user, at=timezone.now())
    return f"/sign-in/link/{token}/"


def _first_leader() -> Any:
    from quarterdeck.domains.people.models import Membership

    leading = Membership.objects.filter(leads=True, person__user__is_active=True)
    first = leading.order_by("team__path", "pk").select_related("person__user").first()
    return first.person.user if first else None


def _first_admin() -> Any:
    from quarterdeck.domains.organization.models import Role

    admins = Role.objects.filter(name=Role.Name.ADMIN, user__is_active=True)
    first = admins.order_by("pk").select_related("user").first()
    return first.user if first else None


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="quarterdeck.project.startup")
    parser.add_argument("--demo", action="store_true")
    parser.add_argument("--link", action="store_true")
    parser.add_argument("--parent", type=int)
    options = vars(parser.parse_args(arguments))
    if parent := options.pop("parent"):
        die_with_parent(parent)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "quarterdeck.project.settings")
    try:
        django.setup()
        print(json.dumps({"begin_at": prepare(**options)}))
    except (CommandError, Error, django.core.exceptions.ImproperlyConfigured) as error:
        print(str(error).strip(), file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
