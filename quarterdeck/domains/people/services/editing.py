"""Change what is known about somebody; say that they left, or are back."""

from datetime import date, datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from quarterdeck.domains.activity import services as activity
from quarterdeck.domains.organization.models import Organization, Role
from quarterdeck.domains.organization.services import end_access, keep_an_admin
from quarterdeck.shared.errors import RuleBroken

from ..models import Person
from ..permissions import can_edit_person, can_manage_person, is_admin, is_self
from ..permissions import leads_person as leads
from .adding import EmailInUse
from .audiences import around

# What people may say about themselves; the rest is their leaders' and the admins'.
OWN = frozenset({"name", "email", "position", "location"})


class ManagerCircle(RuleBroken):
    pass


class LeavesBeforeStarting(RuleBroken):
    pass


@transaction.atomic
def edit_person(
    *,
    person: Person,
    by: Any,
    at: datetime,
    seen_version: int | None = None,
    **changes: Any,
) -> Person:
    """Change fields of a person; a changed manager never closes a circle."""
    person = _locked(person)
    if not can_edit_person(by, person):
        raise PermissionDenied
    if "email" in changes:
        changes["email"] = changes["email"].strip().lower()
    _check_managed(person, changes, by)
    try:
        with transaction.atomic():
            made = activity.revise(person, changes, at=at, seen_version=seen_version)
    except IntegrityError:
        raise EmailInUse(
            f"Somebody here already has the address {changes.get('email')}."
        ) from None
    if made:
        _tell("person.edited", person, by, at, made)
    return person


@transaction.atomic
def archive_person(*, person: Person, ends_on: date, by: Any, at: datetime) -> Person:
    """Write down somebody's last day: from the day after, the doors stay shut.

    An admin who writes down a day that is past closes the account with it.
    """
    person = _locked(person)
    if not can_manage_person(by, person):
        raise PermissionDenied
    if person.starts_on is not None and ends_on < person.starts_on:
        raise LeavesBeforeStarting(
            f"{person} starts on {_day(person.starts_on)} and cannot leave before."
        )
    if person.user is not None:
        keep_an_admin(person.user)
    made = activity.revise(person, {"ends_on": ends_on}, at=at)
    if made:
        _tell("person.archived", person, by, at, made)
    has_access = Role.objects.filter(user__person=person).exists()
    if ends_on < at.date() and has_access and is_admin(by):
        end_access(user=person.user, by=by, at=at)
    return person


@transaction.atomic
def restore_person(*, person: Person, by: Any, at: datetime) -> Person:
    """Take a last day back. Access is given anew by an invitation or a role."""
    person = _locked(person)
    if not can_manage_person(by, person):
        raise PermissionDenied
    made = activity.revise(person, {"ends_on": None}, at=at)
    if made:
        _tell("person.restored", person, by, at, made)
    return person


def _check_managed(person: Person, changes: dict[str, Any], by: Any) -> None:
    managed = {
        name
        for name, value in changes.items()
        if name not in OWN and getattr(person, name) != value
    }
    if not managed:
        return
    if not can_manage_person(by, person):
        raise PermissionDenied
    if "manager" in managed and changes["manager"] is not None:
        manager = changes["manager"]
        # Whoever manages sees the load: nobody gives that to themselves.
        if is_self(by, manager) and not leads(by, person):
            raise PermissionDenied
        _refuse_circle(person, manager)


def _refuse_circle(person: Person, manager: Person) -> None:
    """Walk up from the new manager as the records say now, not as they were read."""
    names = [person.name]
    above: int | None = manager.pk
    while above is not None:
        one = Person.objects.only("name", "manager_id").get(pk=above)
        names.append(one.name)
        if one.pk == person.pk:
            path = " → ".join(names)
            raise ManagerCircle(f"{person} would report to themselves: {path}.")
        above = one.manager_id


def _locked(person: Person) -> Person:
    """Return the person as they are now; changes of who reports to whom queue up."""
    Organization.objects.select_for_update().filter(pk=1).first()
    return Person.objects.select_related("user").get(pk=person.pk)


def _tell(verb: str, person: Person, by: Any, at: datetime, made: Any) -> None:
    activity.record(
        by=by,
        verb=verb,
        subject=person,
        at=at,
        audience=activity.everyone() if verb != "person.edited" else around(person),
        changes=made,
    )


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
