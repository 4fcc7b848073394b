"""Add people and place them in teams."""

from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from quarterdeck.domains.accounts.services import open_account
from quarterdeck.domains.activity import services as activity
from quarterdeck.domains.organization.models import Team
from quarterdeck.domains.organization.services import found_organization

from .models import Membership, Person
from .permissions import is_admin, leads_team


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
    if not (is_admin(by) or (team is not None and leads_team(by, team.pk))):
        raise PermissionDenied
    person = Person.objects.create(
        name=name, user=user, created_at=at, updated_at=at, **fields
    )
    if team is not None:
        Membership.objects.create(
            person=person, team=team, leads=leads, since=at.date()
        )
    activity.record(
        by=by, verb="person.added", subject=person, at=at, audience=activity.everyone()
    )
    return person


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
