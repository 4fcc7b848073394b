"""A place in a programme: asked for or offered, answered, booked, and what became of it."""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from quarterdeck.domains.activity.services import revise_privately
from quarterdeck.domains.organization.models import Team
from quarterdeck.domains.organization.queries import get_organization
from quarterdeck.domains.people.models import Person, Skill
from quarterdeck.shared.errors import RuleBroken

from ..choices import State
from ..models import Enrolment, EnrolmentMove, Programme
from ..permissions import (
    can_answer_for,
    can_answer_invitation,
    can_ask_for,
)
from ..queries import paying_team_of
from .audiences import tell_near
from .programmes import ProgrammeRetired


class AlreadyEnrolled(RuleBroken):
    pass


class NotThere(RuleBroken):
    """The place does not stand where the act begins."""


@transaction.atomic
def ask_for_place(
    *,
    programme: Programme,
    person: Person,
    by: Any,
    at: datetime,
    why: str = "",
    skill: Skill | None = None,
) -> Enrolment:
    """Ask for a place for oneself; whoever leads one answers."""
    if not can_ask_for(by, person):
        raise PermissionDenied
    return _begin(programme, person, State.ASKED, why, skill, by, at, "enrolment.asked")


@transaction.atomic
def invite_to_programme(
    *,
    programme: Programme,
    person: Person,
    by: Any,
    at: datetime,
    why: str = "",
    skill: Skill | None = None,
) -> Enrolment:
    """Offer a place to somebody one leads; they say whether they take it."""
    if not can_answer_for(by, person):
        raise PermissionDenied
    return _begin(
        programme, person, State.INVITED, why, skill, by, at, "enrolment.invited"
    )


@transaction.atomic
def approve_place(*, enrolment: Enrolment, by: Any, at: datetime) -> Enrolment:
    enrolment = locked(enrolment)
    if not can_answer_for(by, enrolment.person):
        raise PermissionDenied
    return move(enrolment, [State.ASKED], State.APPROVED, by, at, "enrolment.approved")


@transaction.atomic
def decline_place(
    *, enrolment: Enrolment, reason: str, by: Any, at: datetime
) -> Enrolment:
    """A leader says no with a reason, or somebody who was invited does."""
    enrolment = locked(enrolment)
    invited = enrolment.state == State.INVITED
    may = can_answer_invitation if invited else _leader_answers
    if not may(by, enrolment):
        raise PermissionDenied
    verb, begins = "enrolment.declined", [State.ASKED, State.INVITED]
    return move(enrolment, begins, State.DECLINED, by, at, verb, reason)


@transaction.atomic
def accept_place(*, enrolment: Enrolment, by: Any, at: datetime) -> Enrolment:
    """Take the place one was offered; whoever offered it has approved it by that."""
    enrolment = locked(enrolment)
    if not can_answer_invitation(by, enrolment):
        raise PermissionDenied
    return move(
        enrolment, [State.INVITED], State.APPROVED, by, at, "enrolment.accepted"
    )


@transaction.atomic
def book_place(
    *,
    enrolment: Enrolment,
    by: Any,
    at: datetime,
    starts_on: date | None = None,
    cost: Decimal | None = None,
    team: Team | None = None,
) -> Enrolment:
    """Say that it is booked, from when, what it costs and whose budget pays.

    A budget that is not enough is told, never a refusal: it may be the right thing.
    """
    enrolment = locked(enrolment)
    if not can_answer_for(by, enrolment.person):
        raise PermissionDenied
    year = starts_on.year if starts_on else enrolment.year
    pays = team or paying_team_of(enrolment.person, year)
    facts = {"starts_on": starts_on, "cost": cost, "team": pays, "year": year}
    begins = [State.APPROVED, State.BOOKED]
    return move(
        enrolment, begins, State.BOOKED, by, at, "enrolment.booked", facts=facts
    )


def _begin(
    programme: Programme,
    person: Person,
    state: State,
    why: str,
    skill: Skill | None,
    by: Any,
    at: datetime,
    verb: str,
) -> Enrolment:
    if programme.retired_at is not None:
        raise ProgrammeRetired(f"“{programme}” is retired. Restore it first.")
    try:
        with transaction.atomic():
            enrolment = Enrolment.objects.create(
                person=person,
                programme=programme,
                state=state,
                why=why,
                skill=skill,
                cost=_expected_cost(programme),
                team=paying_team_of(person, at.year),
                year=at.year,
                created_at=at,
                updated_at=at,
            )
    except IntegrityError:
        raise AlreadyEnrolled(
            f"{person} has a place in “{programme}” already, or one is asked for."
        ) from None
    _note(enrolment, "", by, at)
    tell_near(verb, enrolment, person, by, at)
    return enrolment


def move(
    enrolment: Enrolment,
    begins: Sequence[State],
    state: State,
    by: Any,
    at: datetime,
    verb: str,
    words: str = "",
    *,
    facts: dict[str, Any] | None = None,
) -> Enrolment:
    if enrolment.state not in begins:
        said = enrolment.get_state_display().lower()
        raise NotThere(f"It is {said}; that cannot be done now.")
    revise_privately(enrolment, {"state": state, **(facts or {})}, at=at)
    _note(enrolment, words, by, at)
    tell_near(verb, enrolment, enrolment.person, by, at)
    return enrolment


def _note(enrolment: Enrolment, words: str, by: Any, at: datetime) -> None:
    EnrolmentMove.objects.create(
        enrolment=enrolment,
        state=enrolment.state,
        words=words,
        moved_by=by,
        moved_at=at,
    )


def locked(enrolment: Enrolment) -> Enrolment:
    rows = Enrolment.objects.select_for_update(of=("self",))
    rows = rows.select_related("person", "programme", "team", "skill")
    return rows.get(pk=enrolment.pk)


def _leader_answers(by: Any, enrolment: Enrolment) -> bool:
    return can_answer_for(by, enrolment.person)


def _expected_cost(programme: Programme) -> Decimal | None:
    """What it costs each, where that is said in the organization's own currency."""
    organization = get_organization()
    if organization is None or organization.currency != programme.currency:
        return None
    each = programme.cost_each
    return None if each is None else round(each, 2)
