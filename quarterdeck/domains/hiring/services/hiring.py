"""Make a candidate a person of the team, in one act; take it back while it is new."""

from datetime import date, datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from quarterdeck.domains.activity import services as activity
from quarterdeck.domains.activity.queries import kind_of
from quarterdeck.domains.development.models import RoleHolding
from quarterdeck.domains.development.services import take_role
from quarterdeck.domains.people.models import Membership, Person
from quarterdeck.domains.people.services import add_person
from quarterdeck.shared.errors import RuleBroken

from ..models import Candidate, Hire, HiringDecision, OpenRole
from ..permissions import can_hire
from .candidates import NotDecided
from .deciding import CandidateIsHired
from .telling import locked_candidate, locked_role, tell_team

Status = OpenRole.Status


class NoTeamYet(RuleBroken):
    pass


class CandidateIsNotHired(RuleBroken):
    pass


class SomethingHappened(RuleBroken):
    pass


@transaction.atomic
def hire_candidate(
    *, candidate: Candidate, starts_on: date, by: Any, at: datetime, email: str = ""
) -> Hire:
    """Add them to the team from a day on, in the role that was looked for.

    The role is filled with it. Everybody reads that somebody new comes, nobody beyond
    the hiring team how it came about.
    """
    role = locked_role(candidate.role_id)
    candidate = locked_candidate(candidate, by)
    if role.team is None:
        raise NoTeamYet("Choose the team of this role first.")
    if not can_hire(by, role):
        raise PermissionDenied
    _refuse_undecided(candidate)
    person = add_person(
        name=candidate.name,
        team=role.team,
        email=email,
        position=role.title,
        starts_on=starts_on,
        by=by,
        at=at,
    )
    if role.profile is not None and role.profile.retired_at is None:
        take_role(person=person, profile=role.profile, since=starts_on, by=by, at=at)
    made = activity.revise(role, {"status": Status.FILLED}, at=at)
    hire = Hire.objects.create(
        candidate=candidate,
        person=person,
        starts_on=starts_on,
        hired_at=at,
        role_version=role.version,
    )
    if made:
        _tell_role("open_role.filled", role, made, by, at)
    tell_team("candidate.hired", candidate, role.pk, by=by, at=at)
    return hire


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
    if role.status == Status.FILLED and role.version == hire.role_version:
        made = activity.revise(role, {"status": Status.OPEN}, at=at)
        _tell_role("open_role.reopened", role, made, by, at)
    tell_team("candidate.hire_undone", candidate, role.pk, by=by, at=at)


def _refuse_undecided(candidate: Candidate) -> None:
    if hasattr(candidate, "hire"):
        raise CandidateIsHired(f"{candidate} is hired already.")
    decision = getattr(candidate, "decision", None)
    if decision is None or decision.outcome != HiringDecision.Outcome.HIRE:
        raise NotDecided(f"It is not decided to hire {candidate}.")


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


def _tell_role(
    verb: str,
    role: OpenRole,
    made: list[activity.FieldChange],
    by: Any,
    at: datetime,
) -> None:
    activity.record(
        by=by,
        verb=verb,
        subject=role,
        at=at,
        audience=activity.everyone(),
        changes=made,
    )
