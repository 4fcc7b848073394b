"""A role is everybody's to read and its leader's to open; candidates are neither.

Only the hiring team reads of candidates. Nobody puts themselves on it: not an admin, and
not the leader of the team either, unless nobody is left there who decides.
"""

from typing import Any

from quarterdeck.domains.accounts.permissions import private_rooms_are_open
from quarterdeck.domains.organization.models import Team
from quarterdeck.domains.people.permissions import (
    is_member,
    leads_somebody,
    leads_team,
    standing_of,
)

from ..models import HiringMember, Interview, OpenRole


def can_open_roles(user: Any) -> bool:
    """Whether there is any team this user could look for somebody for."""
    return _is_sure(user) and leads_somebody(user)


def can_open_role(user: Any, team: Team) -> bool:
    return _is_sure(user) and leads_team(user, team.pk)


def can_edit_role(user: Any, role: OpenRole) -> bool:
    """What everybody reads of it: the leader of its team, and who decides."""
    if not _is_sure(user):
        return False
    return leads_team(user, role.team_id) or can_decide(user, role)


def is_on_hiring_team(user: Any, role: OpenRole) -> bool:
    return _is_sure(user) and _rows(role).filter(person_id=_me(user)).exists()


def can_decide(user: Any, role: OpenRole) -> bool:
    mine = _rows(role).filter(person_id=_me(user), decides=True)
    return _is_sure(user) and mine.exists()


def can_choose_hiring_team(user: Any, role: OpenRole) -> bool:
    """Who decides; where nobody does any more, the leader of the team."""
    if can_decide(user, role):
        return True
    if not (_is_sure(user) and leads_team(user, role.team_id)):
        return False
    return not _rows(role).filter(decides=True, person__user__is_active=True).exists()


def can_hire(user: Any, role: OpenRole) -> bool:
    """Whoever leads the team and is on the hiring team makes a candidate a person."""
    return is_on_hiring_team(user, role) and leads_team(user, role.team_id)


def is_interviewer(user: Any, interview: Interview) -> bool:
    """Scorecards are written by who asked the questions, while they are on the team."""
    if interview.interviewer_id is None or interview.interviewer_id != _me(user):
        return False
    return is_on_hiring_team(user, interview.candidate.role)


def _is_sure(user: Any) -> bool:
    return is_member(user) and private_rooms_are_open(user)


def _rows(role: OpenRole) -> Any:
    return HiringMember.objects.filter(role=role)


def _me(user: Any) -> int:
    return standing_of(user).person_id or 0
