"""Open roles: read by every member; what the hiring team keeps, by that team."""

from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from quarterdeck.domains.accounts.queries import while_private_rooms_are_open
from quarterdeck.domains.activity.models import Change
from quarterdeck.domains.activity.queries import history_of
from quarterdeck.domains.organization.models import Team
from quarterdeck.domains.people.permissions import is_member, standing_of
from quarterdeck.domains.people.permissions.standing import led_teams

from ..models import (
    HiringFile,
    HiringMember,
    InterviewQuestion,
    OpenRole,
    RoleSkill,
    RoleValue,
    Score,
)
from ..permissions import can_choose_hiring_team, is_on_hiring_team

TOLD = ("status", "title", "team_id", "hours", "why", "goal_id")
LOOKED_FOR = (OpenRole.Status.OPEN, OpenRole.Status.PAUSED)


def roles_visible_to(user: Any) -> QuerySet[OpenRole]:
    """Return every role, newest first: all members may know whom we look for."""
    rows = OpenRole.objects.select_related("team", "goal").order_by("-id")
    return rows if is_member(user) else rows.none()


def roles_listed(user: Any, *, over: bool = False) -> QuerySet[OpenRole]:
    """Return what we look for now, or what is filled and closed; with what is mine."""
    rows = roles_visible_to(user)
    looked_for = Q(status__in=LOOKED_FOR)
    mine = HiringMember.objects.filter(role=OuterRef("pk"), person_id=_me(user))
    rows = rows.filter(~looked_for if over else looked_for).annotate(mine=Exists(mine))
    return rows.prefetch_related("skills__skill")


def get_role(*, user: Any, role_id: int) -> OpenRole:
    return roles_visible_to(user).select_related("profile").get(pk=role_id)


def skills_of_role(role: OpenRole) -> list[RoleSkill]:
    rows = RoleSkill.objects.filter(role=role).select_related("skill")
    return list(rows.order_by("-level", "skill__name")[:50])


def values_of_role(role: OpenRole) -> list[RoleValue]:
    rows = RoleValue.objects.filter(role=role).select_related("value")
    return list(rows.order_by("value__position", "id")[:50])


def hiring_team_of(role: OpenRole) -> list[HiringMember]:
    """Return who decides, then who interviews; names are no secret."""
    return list(role.hiring_team.select_related("person__user")[:50])


def get_hiring_member(*, user: Any, role: OpenRole, person_id: int) -> HiringMember:
    rows = HiringMember.objects.filter(role__in=roles_visible_to(user).order_by())
    return rows.select_related("person").get(role=role, person_id=person_id)


def teams_to_look_for(user: Any) -> QuerySet[Team]:
    """Return the teams this user leads, and those below: where they may open a role."""
    return led_teams(standing_of(user)).order_by("path")


def get_hiring_role(*, user: Any, role_id: int) -> OpenRole:
    """Return a role whose hiring team this user is on; for others it is not there."""
    return _of_my_teams(user).select_related("team").get(pk=role_id)


def get_role_to_staff(*, user: Any, role_id: int) -> OpenRole:
    """Return a role to the hiring team, and to who may choose it; else it is not there."""
    role = get_role(user=user, role_id=role_id)
    if is_on_hiring_team(user, role) or can_choose_hiring_team(user, role):
        return role
    raise OpenRole.DoesNotExist


def history_of_role(role: OpenRole) -> list[Change]:
    """Return what was changed of what everybody reads, newest first."""
    return list(history_of(role).filter(field__in=TOLD)[:12])


def file_of(*, user: Any, role: OpenRole) -> HiringFile | None:
    rows = HiringFile.objects.filter(role=role, role__in=_of_my_teams(user))
    return rows.first()


def questions_of(*, user: Any, role: OpenRole) -> list[InterviewQuestion]:
    """Return what every candidate is asked, in the order it was written."""
    rows = _questions(user).filter(role=role, removed_at=None)
    return list(rows[:100])


def get_question(*, user: Any, question_id: int) -> InterviewQuestion:
    return _questions(user).get(pk=question_id)


def scoring_began(role: OpenRole) -> bool:
    """Whether somebody has written a score: from then on the questions stand."""
    return Score.objects.filter(interview__candidate__role=role).exists()


def _questions(user: Any) -> QuerySet[InterviewQuestion]:
    rows = InterviewQuestion.objects.filter(role__in=_of_my_teams(user).order_by())
    return rows.select_related("role", "skill", "value").order_by("id")


def _of_my_teams(user: Any) -> QuerySet[OpenRole]:
    """The roles whose hiring team this user is on, while their rooms are open."""
    mine = HiringMember.objects.filter(person_id=_me(user)).values("role_id")
    rows = OpenRole.objects.filter(pk__in=mine) if is_member(user) else None
    if rows is None:
        return OpenRole.objects.none()
    return while_private_rooms_are_open(user, rows)


def _me(user: Any) -> int:
    return standing_of(user).person_id or 0
