"""Candidates: written down, told, kept for a time, and erased."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import F

from quarterdeck.domains.activity import services as activity
from quarterdeck.domains.activity.queries import kind_of
from quarterdeck.domains.activity.services import revise_privately
from quarterdeck.domains.people.models import Person
from quarterdeck.shared.errors import RuleBroken

from ..models import Candidate, HiringFile, HiringMember, Interview, OpenRole
from ..queries.candidates import due_to_be_erased
from ..rules import months_later
from .telling import (
    locked_candidate,
    locked_role,
    must_be_on_team,
    must_decide,
    tell_team,
)

FIELDS = {"name", "source", "contact", "erase_on"}


class RoleIsOver(RuleBroken):
    pass


class OnTheHiringTeam(RuleBroken):
    pass


class CandidateAlready(RuleBroken):
    pass


class NobodyIsDue(RuleBroken):
    pass


class NotDecided(RuleBroken):
    pass


@transaction.atomic
def add_candidate(
    *,
    role: OpenRole,
    name: str,
    by: Any,
    at: datetime,
    source: str = "",
    contact: str = "",
    person: Person | None = None,
) -> Candidate:
    """Write somebody down; from the first day they have a day to be erased.

    `person` is somebody who is here already and would move.
    """
    role = locked_role(role.pk)
    must_be_on_team(by, role)
    if person is not None:
        _refuse_insider(role, person)
    if role.status in (OpenRole.Status.FILLED, OpenRole.Status.CLOSED):
        said = role.get_status_display().lower()
        raise RoleIsOver(f"“{role}” is {said}. Open it again first.")
    candidate = Candidate.objects.create(
        role=role,
        person=person,
        name=name.strip() or str(person or ""),
        source=source,
        contact=contact,
        erase_on=kept_until(role, at.date()),
        created_at=at,
        updated_at=at,
    )
    tell_team("candidate.added", candidate, role.pk, by=by, at=at)
    return candidate


@transaction.atomic
def edit_candidate(
    *,
    candidate: Candidate,
    changes: Mapping[str, Any],
    by: Any,
    at: datetime,
    seen_version: int | None = None,
) -> Candidate:
    candidate = locked_candidate(candidate, by)
    if unknown := set(changes) - FIELDS:
        raise TypeError(f"A candidate has no field {sorted(unknown)[0]} to edit")
    return _revised(candidate, changes, "candidate.edited", by, at, seen_version)


@transaction.atomic
def withdraw_candidate(*, candidate: Candidate, by: Any, at: datetime) -> Candidate:
    """They stepped back: nobody has to meet or score them any more."""
    candidate = locked_candidate(candidate, by)
    changes = {"withdrew_at": candidate.withdrew_at or at}
    return _revised(candidate, changes, "candidate.withdrawn", by, at)


@transaction.atomic
def return_candidate(*, candidate: Candidate, by: Any, at: datetime) -> Candidate:
    candidate = locked_candidate(candidate, by)
    return _revised(candidate, {"withdrew_at": None}, "candidate.returned", by, at)


@transaction.atomic
def tell_candidate(
    *, candidate: Candidate, on: date, by: Any, at: datetime
) -> Candidate:
    """Note the day on which the candidate was told what was decided."""
    candidate = locked_candidate(candidate, by)
    if not hasattr(candidate, "decision"):
        raise NotDecided(f"Nothing is decided about {candidate} yet.")
    return _revised(candidate, {"told_on": on}, "candidate.told", by, at)


@transaction.atomic
def erase_candidate(*, candidate: Candidate, by: Any, at: datetime) -> None:
    """Erase everything that is kept of somebody. What is left is a count."""
    candidate = locked_candidate(candidate, by)
    must_decide(by, candidate.role)
    role = candidate.role
    erase([candidate], at=at)
    tell_team("candidate.erased", role, role.pk, by=by, at=at)


@transaction.atomic
def erase_due_candidates(*, by: Any, at: datetime, today: date) -> int:
    """Erase all whose time is over, where this user decides."""
    going = list(due_to_be_erased(by, today))
    if not going:
        raise NobodyIsDue("Nobody is due to be erased.")
    erase(going, at=at)
    for role in {one.role_id: one.role for one in going}.values():
        tell_team("candidate.erased", role, role.pk, by=by, at=at)
    return len(going)


def erase(candidates: list[Candidate], *, at: datetime) -> None:
    """Delete candidates with all that was written of them, and count them."""
    for candidate in candidates:
        interviews = Interview.objects.filter(candidate=candidate)
        for record in (candidate, *interviews):
            activity.erase_words_of(kind=kind_of(record), subject_id=record.pk)
        HiringFile.objects.filter(role_id=candidate.role_id).update(
            erased=F("erased") + 1, updated_at=at
        )
        Candidate.objects.filter(pk=candidate.pk).delete()


def kept_until(role: OpenRole, day: date) -> date:
    months = HiringFile.objects.values_list("keep_months", flat=True).get(role=role)
    return months_later(day, months)


def _refuse_insider(role: OpenRole, person: Person) -> None:
    """Nobody reads what is written about them before it is decided, or decides on it."""
    if HiringMember.objects.filter(role=role, person=person).exists():
        raise OnTheHiringTeam(
            f"{person} is on the hiring team. Take them off it first."
        )
    if Candidate.objects.filter(role=role, person=person).exists():
        raise CandidateAlready(f"{person} is a candidate already.")


def _revised(
    candidate: Candidate,
    changes: Mapping[str, Any],
    verb: str,
    by: Any,
    at: datetime,
    seen: int | None = None,
) -> Candidate:
    if revise_privately(candidate, changes, at=at, seen_version=seen):
        tell_team(verb, candidate, candidate.role_id, by=by, at=at)
    return candidate
