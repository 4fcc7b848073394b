"""Add people, and begin a new instance with the first of them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from quarterdeck.domains.accounts.services import open_account
from quarterdeck.domains.activity import services as activity
from quarterdeck.domains.organization.models import Organization, Team
from quarterdeck.domains.organization.services import found_organization
from quarterdeck.shared.errors import RuleBroken

from ..models import Membership, Person
from ..permissions import can_staff
from ..rules import Line


class EmailInUse(RuleBroken):
    pass


@transaction.atomic
def add_person(
    *,
    name: str,
    team: Team | None,
    by: Any,
    at: datetime,
    leads: bool = False,
    user: Any = None,
    **fields: Any,
) -> Person:
    """Add somebody, with or without an account, to a team the adder looks after."""
    if not can_staff(by, team):
        raise PermissionDenied
    person = new_person(name=name, team=team, at=at, leads=leads, user=user, **fields)
    activity.record(
        by=by, verb="person.added", subject=person, at=at, audience=activity.everyone()
    )
    return person


@transaction.atomic
def add_people(
    *, lines: Sequence[Line], team: Team | None, by: Any, at: datetime
) -> list[Person]:
    """Add everybody of a pasted list at once, in one act."""
    if not can_staff(by, team):
        raise PermissionDenied
    people = [
        new_person(name=line.name, email=line.email, team=team, at=at) for line in lines
    ]
    activity.record(
        by=by,
        verb="people.added",
        subject=team or Organization.objects.get(pk=1),
        at=at,
        audience=activity.everyone(),
        details={"names": [line.name for line in lines]},
    )
    return people


def addresses_in_use(addresses: Sequence[str]) -> set[str]:
    """Return which of these belong to somebody already."""
    used = Person.objects.filter(email__in=[a for a in addresses if a])
    return set(used.values_list("email", flat=True))


@transaction.atomic
def begin(
    *, organization: str, name: str, email: str, password: str | None, at: datetime
) -> Any:
    """First run: found the organization and open the account of its first leader."""
    user = open_account(email=email, name=name, at=at, password=password)
    root = found_organization(name=organization, by=user, at=at)
    add_person(
        name=name, email=user.email, team=root, leads=True, user=user, by=user, at=at
    )
    return user


def new_person(
    *,
    name: str,
    team: Team | None,
    at: datetime,
    leads: bool = False,
    email: str = "",
    **fields: Any,
) -> Person:
    """Write somebody down; the caller has checked and will record."""
    email = email.strip().lower()
    try:
        with transaction.atomic():
            person = Person.objects.create(
                name=name, email=email, created_at=at, updated_at=at, **fields
            )
    except IntegrityError:
        if not email or not addresses_in_use([email]):
            raise
        raise EmailInUse(f"Somebody here already has the address {email}.") from None
    if team is not None:
        Membership.objects.create(
            person=person, team=team, leads=leads, since=at.date()
        )
    return person
