"""Somebody who is here already is chosen: they move, and no second person is made."""

from collections.abc import Collection
from datetime import date, datetime, time
from typing import Any

import django_tasks
from django.core.exceptions import PermissionDenied
from django.db import transaction

from quarterdeck.domains.accounts.models import User
from quarterdeck.domains.activity import services as activity
from quarterdeck.domains.background_jobs import services as jobs
from quarterdeck.domains.development.models import RoleHolding
from quarterdeck.domains.development.services import take_role
from quarterdeck.domains.organization.models import Team
from quarterdeck.domains.people.models import Membership, Person
from quarterdeck.domains.people.permissions import can_staff
from quarterdeck.domains.people.services import edit_person, join_team, leave_team
from quarterdeck.shared.errors import RuleBroken

from ..models import Candidate, Hire, OpenRole
from ..permissions import can_hire
from .hiring import NoTeamYet, refuse_undecided, tell_filled
from .telling import locked_candidate, locked_role, tell_team


class NotHereYet(RuleBroken):
    pass


class MoveNotAllowed(RuleBroken):
    pass


@transaction.atomic
def move_candidate(
    *,
    candidate: Candidate,
    starts_on: date,
    by: Any,
    at: datetime,
    manager: Person | None = None,
    leaves: Collection[Team] = (),
) -> Hire:
    """Fill the role with somebody of this organisation, from a day on.

    Position, team and manager change on that day, by a worker if it is to come.
    """
    role = locked_role(candidate.role_id)
    candidate = locked_candidate(candidate, by)
    if candidate.person is None:
        raise NotHereYet(f"{candidate} is not here yet: hire them instead.")
    if role.team is None:
        raise NoTeamYet("Choose the team of this role first.")
    if not can_hire(by, role) or not all(can_staff(by, team) for team in leaves):
        raise PermissionDenied
    refuse_undecided(candidate)
    made = activity.revise(role, {"status": OpenRole.Status.FILLED}, at=at)
    hire = Hire.objects.create(
        candidate=candidate,
        person=candidate.person,
        starts_on=starts_on,
        hired_at=at,
        role_version=role.version,
        move={
            "manager_id": manager.pk if manager else None,
            "leaves": [team.pk for team in leaves],
            "by": by.pk,
        },
    )
    tell_filled(role, made, by, at)
    tell_team("candidate.moved", candidate, role.pk, by=by, at=at)
    if starts_on <= at.date():
        carry_out(hire, role, by, at)
    else:
        _leave_it_to_a_worker(hire, at)
    return hire


def _leave_it_to_a_worker(hire: Hire, at: datetime) -> None:
    morning = datetime.combine(hire.starts_on, time.min, tzinfo=at.tzinfo)
    jobs.start_job(
        make_move.using(run_after=morning),
        hire.pk,
        name="Move somebody to their new role",
        by=None,
        at=at,
    )


@django_tasks.task
def make_move(hire_id: int) -> None:
    """Do it on its day; what was taken back before changes nothing."""
    rows = Hire.objects.select_related("candidate", "person")
    hire = rows.filter(pk=hire_id, moved_at=None).first()
    if hire is None or hire.person is None:
        return
    by = User.objects.filter(pk=hire.move["by"], is_active=True).first()
    at = datetime.combine(hire.starts_on, time.min, tzinfo=hire.hired_at.tzinfo)
    with jobs.completing():
        try:
            carry_out(hire, locked_role(hire.candidate.role_id), by, at)
        except PermissionDenied:
            raise MoveNotAllowed(
                "Whoever planned this move may not make it any more. Take it back, and"
                " let somebody else move them."
            ) from None


def carry_out(hire: Hire, role: OpenRole, by: Any, at: datetime) -> None:
    """Change the person, and write down what it was, for taking it back."""
    assert hire.person is not None and role.team is not None
    person = Person.objects.get(pk=hire.person.pk)
    before: dict[str, Any] = {
        "position": person.position,
        "manager_id": person.manager_id,
        "joined": not _is_in(person, role.team),
        "left": [],
        "took": None,
    }
    if before["joined"]:
        join_team(person=person, team=role.team, by=by, at=at)
    for row in Membership.objects.filter(
        person=person, team_id__in=hire.move["leaves"]
    ).select_related("team"):
        kept = {"team_id": row.team_id, "leads": row.leads, "since": str(row.since)}
        before["left"].append(kept)
        leave_team(person=person, team=row.team, by=by, at=at)
    changes: dict[str, Any] = {"position": role.title}
    manager = Person.objects.filter(pk=hire.move["manager_id"] or 0).first()
    if manager is not None:
        changes["manager"] = manager
    person = edit_person(person=person, by=by, at=at, **changes)
    before["took"] = _take_role(person, role, hire.starts_on, by, at)
    hire.move |= {"before": before, "version": person.version}
    hire.moved_at = at
    hire.save(update_fields=["move", "moved_at"])


def _is_in(person: Person, team: Team) -> bool:
    return Membership.objects.filter(person=person, team=team).exists()


def _take_role(
    person: Person, role: OpenRole, on: date, by: Any, at: datetime
) -> int | None:
    """Return the role they took with it; one they are in already stays as it is."""
    if role.profile is None or role.profile.retired_at is not None:
        return None
    held = RoleHolding.objects.filter(
        person=person, profile=role.profile, kind=RoleHolding.Kind.HOLDS
    )
    if held.exists():
        return None
    taken = take_role(person=person, profile=role.profile, since=on, by=by, at=at)
    return taken.pk
