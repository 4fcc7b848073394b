"""Forget people in every room, from the highest down to the record of acts.

A room forgets by a service of one name, `forget_people`. It is found by that name, so
that a new room needs no line here; a test walks every table and tells which room has
none, and what still points at somebody afterwards.
"""

from collections.abc import Callable, Sequence
from datetime import datetime
from importlib import import_module
from typing import Any

from django.conf import settings
from django.db import transaction

from quarterdeck.domains.accounts import services as accounts
from quarterdeck.domains.activity import services as activity
from quarterdeck.domains.activity.queries import kind_of
from quarterdeck.domains.background_jobs import services as background_jobs
from quarterdeck.domains.organization import services as organization
from quarterdeck.domains.people.models import Person

from ..queries import words_of
from ..rules import SOMEBODY

Forget = Callable[..., Any]


def rooms_that_forget() -> dict[str, Forget]:
    """Return the service of each room that has one, the highest room first."""
    found = {}
    for room in reversed(settings.DOMAINS):
        services = import_module(f"quarterdeck.domains.{room}.services")
        if (service := getattr(services, "forget_people", None)) is not None:
            found[room] = service
    return found


@transaction.atomic
def forget(people: Sequence[Person], *, by: Any, at: datetime) -> None:
    """Erase what is theirs and unlink the rest; the acts keep numbers and no names."""
    words = sorted({w for one in people for w in words_of(one)}, key=len, reverse=True)
    person_ids = [one.pk for one in people]
    accounts_of = [one.user for one in people if one.user is not None]
    user_ids = [user.pk for user in accounts_of]
    subjects = [(kind_of(one), one.pk) for one in (*people, *accounts_of)]
    for service in rooms_that_forget().values():
        service(people=people, by=by, at=at)
    organization.forget_accounts(
        user_ids=user_ids, person_ids=person_ids, addresses=words
    )
    background_jobs.forget_accounts(user_ids=user_ids, words=words)
    accounts.forget_accounts(user_ids=user_ids)
    activity.forget_names(
        actor_ids=user_ids, subjects=subjects, words=words, instead=SOMEBODY
    )
