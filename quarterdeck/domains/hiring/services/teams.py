"""Who is on the hiring team, who decides, and what the team keeps to itself."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from quarterdeck.domains.activity.services import revise_privately
from quarterdeck.domains.organization.models import Role
from quarterdeck.domains.people.models import Person
from quarterdeck.shared.errors import RuleBroken

from ..models import Candidate, HiringFile, HiringMember, Interview, OpenRole
from ..permissions import can_choose_hiring_team
from .telling import locked_role, must_decide, tell_team

MEMBERS = (Role.Name.ADMIN, Role.Name.MEMBER)


class AlreadyOnHiringTeam(RuleBroken):
    pass


class CannotInterview(RuleBroken):
    pass


class IsACandidate(RuleBroken):
    pass


class SomebodyMustDecide(RuleBroken):
    pass


class CostUpsideDown(RuleBroken):
    pass


@transaction.atomic
def add_to_hiring_team(
    *, role: OpenRole, person: Person, by: Any, at: datetime
) -> HiringMember:
    """Let somebody interview. They read of all candidates of this role from now."""
    role = _choosable(role, by)
    if not Role.objects.filter(user__person=person, name__in=MEMBERS).exists():
        raise CannotInterview(f"{person} has no account, so they cannot interview.")
    _refuse_candidate(role, person)
    row, is_new = HiringMember.objects.get_or_create(
        role=role, person=person, defaults={"since": at}
    )
    if not is_new:
        raise AlreadyOnHiringTeam(f"{person} is on the hiring team already.")
    tell_team("hiring_team.joined", role, role.pk, by=by, at=at)
    return row


@transaction.atomic
def remove_from_hiring_team(*, member: HiringMember, by: Any, at: datetime) -> None:
    """Take somebody off. What they handed in stays; what they had begun goes."""
    role = _choosable(member.role, by)
    member = HiringMember.objects.select_related("person").get(pk=member.pk)
    if member.decides:
        raise SomebodyMustDecide(
            f"{member.person} decides. Name somebody else to decide first."
        )
    unfinished = Interview.objects.filter(
        candidate__role=role, interviewer=member.person, handed_in_at=None
    )
    unfinished.delete()
    member.delete()
    tell_team("hiring_team.left", role, role.pk, by=by, at=at)


@transaction.atomic
def name_decider(*, role: OpenRole, person: Person, by: Any, at: datetime) -> None:
    """Say who decides from now on; they join the hiring team if they were not on it."""
    role = _choosable(role, by)
    if not Role.objects.filter(user__person=person, name__in=MEMBERS).exists():
        raise CannotInterview(f"{person} has no account, so they cannot decide.")
    _refuse_candidate(role, person)
    HiringMember.objects.filter(role=role, decides=True).update(decides=False)
    HiringMember.objects.update_or_create(
        role=role,
        person=person,
        defaults={"decides": True},
        create_defaults={"decides": True, "since": at},
    )
    tell_team("hiring_team.decider_named", role, role.pk, by=by, at=at)


@transaction.atomic
def edit_hiring_file(
    *,
    role: OpenRole,
    changes: Mapping[str, Any],
    by: Any,
    at: datetime,
    seen_version: int | None = None,
) -> HiringFile:
    """Set the range of cost, and how many months candidates are kept."""
    role = locked_role(role.pk)
    must_decide(by, role)
    file = HiringFile.objects.select_for_update().get(role=role)
    low = changes.get("cost_low", file.cost_low)
    high = changes.get("cost_high", file.cost_high)
    if low is not None and high is not None and low > high:
        raise CostUpsideDown("The range of cost begins with the lower amount.")
    if revise_privately(file, changes, at=at, seen_version=seen_version):
        tell_team("hiring_file.edited", file, role.pk, by=by, at=at)
    return file


def _refuse_candidate(role: OpenRole, person: Person) -> None:
    if Candidate.objects.filter(role=role, person=person).exists():
        raise IsACandidate(f"{person} is a candidate for this role.")


def _choosable(role: OpenRole, by: Any) -> OpenRole:
    role = locked_role(role.pk)
    if not can_choose_hiring_team(by, role):
        raise PermissionDenied
    return role
