"""Who is in a role, and who aims for one."""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from quarterdeck.domains.people.models import Person
from quarterdeck.shared.errors import RuleBroken

from ..models import RoleHolding, RoleProfile
from .audiences import must_plan, tell
from .profiles import ProfileRetired

Kind = RoleHolding.Kind


class AlreadyInRole(RuleBroken):
    pass


@transaction.atomic
def take_role(
    *, person: Person, profile: RoleProfile, since: date, by: Any, at: datetime
) -> RoleHolding:
    """Say that somebody is in a role; who aimed for it has arrived."""
    return _hold(person, profile, Kind.HOLDS, since, by, at)


@transaction.atomic
def aim_for_role(
    *, person: Person, profile: RoleProfile, since: date, by: Any, at: datetime
) -> RoleHolding:
    """Say that somebody wants to be in a role."""
    return _hold(person, profile, Kind.AIMS, since, by, at)


@transaction.atomic
def leave_role(*, holding: RoleHolding, by: Any, at: datetime) -> None:
    must_plan(by, holding.person)
    row_id = holding.pk
    holding.delete()
    holding.pk = row_id
    tell("role_profile.left", holding, holding.person, by=by, at=at)


def _hold(
    person: Person,
    profile: RoleProfile,
    kind: str,
    since: date,
    by: Any,
    at: datetime,
) -> RoleHolding:
    must_plan(by, person)
    if profile.retired_at is not None:
        raise ProfileRetired(f"The role “{profile}” is retired. Restore it first.")
    Person.objects.select_for_update().get(pk=person.pk)
    row = RoleHolding.objects.filter(person=person, profile=profile).first()
    if row is not None and (row.kind == kind or row.kind == Kind.HOLDS):
        said = "is in" if row.kind == Kind.HOLDS else "aims for"
        raise AlreadyInRole(f"{person} {said} the role “{profile}” already.")
    if row is None:
        row = RoleHolding(person=person, profile=profile)
    row.kind, row.since = kind, since
    row.save()
    verb = "role_profile.taken" if kind == Kind.HOLDS else "role_profile.aimed_for"
    tell(verb, row, person, by=by, at=at)
    return row
