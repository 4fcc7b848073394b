"""Take a hire or a move back, while nothing else happened since."""

from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from quarterdeck.domains.activity import services as activity
from quarterdeck.domains.activity.queries import kind_of
from quarterdeck.domains.development.models import RoleHolding
from quarterdeck.domains.people.models import Membership, Person
from quarterdeck.shared.errors import RuleBroken

from ..models import Candidate, Hire, OpenRole
from ..permissions import can_hire
from .moving_back import SomethingHappened, move_back
from .telling import locked_candidate, locked_role, tell_all, tell_team

Status = OpenRole.Status


class CandidateIsNotHired(RuleBroken):
    pass


@transaction.atomic
def undo_hire(*, candidate: Candidate, by: Any, at: datetime) -> None:
    """Take the person off the list again, while nothing else happened with them."""
    role = locked_role(candidate.role_id)
    candidate = locked_candidate(candidate, by)
    if not can_hire(by, role):
        raise PermissionDenied
    hire = Hire.objects.select_related("person").filter(candidate=candidate).first()
    if hire is None or hire.person is None:
        raise CandidateIsNotHired(f"{candidate} is not hired.")
    if candidate.person_id is not None:
        move_back(hire, role, by, at)
        hire.delete()
    else:
        _take_off_the_list(hire)
    if role.status == Status.FILLED and role.version == hire.role_version:
        made = activity.revise(role, {"status": Status.OPEN}, at=at)
        tell_all("open_role.reopened", role, by=by, at=at, changes=made)
    tell_team("candidate.hire_undone", candidate, role.pk, by=by, at=at)


def _take_off_the_list(hire: Hire) -> None:
    assert hire.person is not None
    person = Person.objects.select_for_update().get(pk=hire.person.pk)
    if _lived_on(person):
        raise SomethingHappened(
            f"{person} is part of other records by now. Write down a last day instead."
        )
    activity.erase_words_of(kind=kind_of(person), subject_id=person.pk)
    for holding in RoleHolding.objects.filter(person=person):
        activity.erase_words_of(kind=kind_of(holding), subject_id=holding.pk)
    hire.delete()
    person.delete()


def _lived_on(person: Person) -> bool:
    """Whether anything points at the person but what hiring itself wrote.

    Every table that links to people is asked, so that rooms above need not be known.
    """
    if person.version > 1 or person.user_id is not None:
        return True
    own = {Membership: 1, RoleHolding: 1, Hire: 1}
    for link in Person._meta.get_fields(include_hidden=True):
        if not (link.auto_created and not link.concrete):
            continue
        table: Any = link.related_model
        rows = table._base_manager.filter(**{link.field.name: person})  # type: ignore[union-attr]
        if rows.count() > own.get(table, 0):
            return True
    return False
