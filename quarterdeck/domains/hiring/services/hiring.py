"""Make a candidate a person of the team, in one act."""

from datetime import date, datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from quarterdeck.domains.activity import services as activity
from quarterdeck.domains.development.services import take_role
from quarterdeck.domains.people.services import add_person
from quarterdeck.shared.errors import RuleBroken

from ..models import Candidate, Hire, HiringDecision, OpenRole
from ..permissions import can_hire
from .candidates import NotDecided
from .deciding import CandidateIsHired
from .telling import locked_candidate, locked_role, tell_all, tell_team

Status = OpenRole.Status


class NoTeamYet(RuleBroken):
    pass


class AlreadyHere(RuleBroken):
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
    if candidate.person_id is not None:
        raise AlreadyHere(f"{candidate} is here already: move them instead.")
    refuse_undecided(candidate)
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
    tell_filled(role, made, by, at)
    tell_team("candidate.hired", candidate, role.pk, by=by, at=at)
    return hire


def refuse_undecided(candidate: Candidate) -> None:
    if hasattr(candidate, "hire"):
        raise CandidateIsHired(f"{candidate} is hired already.")
    decision = getattr(candidate, "decision", None)
    if decision is None or decision.outcome != HiringDecision.Outcome.HIRE:
        raise NotDecided(f"It is not decided to hire {candidate}.")


def tell_filled(
    role: OpenRole, made: list[activity.FieldChange], by: Any, at: datetime
) -> None:
    if made:
        tell_all("open_role.filled", role, by=by, at=at, changes=made)
