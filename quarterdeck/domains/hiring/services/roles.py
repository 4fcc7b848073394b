"""Open a role, say what it asks for, pause it, close it."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from quarterdeck.domains.activity import services as activity
from quarterdeck.domains.development.models import ProfileSkill, RoleProfile
from quarterdeck.domains.organization.models import Team
from quarterdeck.domains.people.models import Person, Skill
from quarterdeck.domains.people.permissions import standing_of
from quarterdeck.domains.strategy.models import Value
from quarterdeck.shared.errors import RuleBroken

from ..models import HiringFile, HiringMember, OpenRole, RoleSkill, RoleValue
from ..permissions import can_edit_role, can_open_role
from .telling import locked_role, tell_all

Status = OpenRole.Status
FIELDS = {"title", "why", "goal", "team", "profile", "hours"}


class RoleStatusUnchanged(RuleBroken):
    pass


class NobodyToOpen(RuleBroken):
    pass


@transaction.atomic
def open_role(
    *,
    title: str,
    team: Team,
    by: Any,
    at: datetime,
    profile: RoleProfile | None = None,
    values: Collection[Value] = (),
    **fields: Any,
) -> OpenRole:
    """Look for somebody. Skills come from a role profile; who opens it decides."""
    if not can_open_role(by, team):
        raise PermissionDenied
    me = Person.objects.filter(pk=standing_of(by).person_id or 0).first()
    if me is None:
        raise NobodyToOpen("Only somebody who is on the list of people opens a role.")
    role = OpenRole.objects.create(
        title=title.strip(),
        team=team,
        profile=profile,
        created_at=at,
        updated_at=at,
        **fields,
    )
    HiringFile.objects.create(role=role, created_at=at, updated_at=at)
    HiringMember.objects.create(role=role, person=me, decides=True, since=at)
    _take_skills(role, profile)
    RoleValue.objects.bulk_create(RoleValue(role=role, value=one) for one in values)
    tell_all("open_role.opened", role, by=by, at=at)
    return role


@transaction.atomic
def edit_role(
    *,
    role: OpenRole,
    changes: Mapping[str, Any],
    seen_version: int | None,
    by: Any,
    at: datetime,
    values: Collection[Value] | None = None,
) -> OpenRole:
    """Change what everybody reads of a role; `values` are all that are looked for."""
    role = _editable(role, by)
    if unknown := set(changes) - FIELDS:
        raise TypeError(f"A role has no field {sorted(unknown)[0]} to edit")
    team = changes.get("team")
    if team is not None and team.pk != role.team_id and not can_open_role(by, team):
        raise PermissionDenied
    made = activity.revise(role, changes, at=at, seen_version=seen_version)
    if values is not None:
        made += _set_values(role, values, at, counted=bool(made))
    if made:
        tell_all("open_role.edited", role, by=by, at=at, changes=made)
    return role


@transaction.atomic
def require_skill(
    *, role: OpenRole, skill: Skill, level: int, by: Any, at: datetime
) -> RoleSkill:
    """Say the least level of a skill, or another one than before."""
    role = _editable(role, by)
    row = RoleSkill.objects.filter(role=role, skill=skill).first()
    before = row.level if row is not None else None
    row = row or RoleSkill(role=role, skill=skill)
    row.level = level
    row.save()
    change = activity.revise_beside(role, f"skill:{skill.pk}", before, level, at=at)
    tell_all("open_role.edited", role, by=by, at=at, changes=[change])
    return row


@transaction.atomic
def no_longer_require_skill(
    *, role: OpenRole, skill: Skill, by: Any, at: datetime
) -> None:
    role = _editable(role, by)
    row = RoleSkill.objects.filter(role=role, skill=skill).first()
    if row is not None:
        row.delete()
        change = activity.revise_beside(
            role, f"skill:{skill.pk}", row.level, None, at=at
        )
        tell_all("open_role.edited", role, by=by, at=at, changes=[change])


@transaction.atomic
def pause_role(*, role: OpenRole, by: Any, at: datetime) -> OpenRole:
    return _set(role, Status.PAUSED, "open_role.paused", by, at)


@transaction.atomic
def reopen_role(*, role: OpenRole, by: Any, at: datetime) -> OpenRole:
    return _set(role, Status.OPEN, "open_role.reopened", by, at)


@transaction.atomic
def fill_role(*, role: OpenRole, by: Any, at: datetime) -> OpenRole:
    """Somebody was found, here or elsewhere."""
    return _set(role, Status.FILLED, "open_role.filled", by, at)


@transaction.atomic
def close_role(*, role: OpenRole, by: Any, at: datetime) -> OpenRole:
    """Nobody is looked for any more; candidates stay until they are erased."""
    return _set(role, Status.CLOSED, "open_role.closed", by, at)


def _set(role: OpenRole, status: str, verb: str, by: Any, at: datetime) -> OpenRole:
    role = _editable(role, by)
    if role.status == status:
        said = role.get_status_display().lower()
        raise RoleStatusUnchanged(f"“{role}” is {said} already.")
    made = activity.revise(role, {"status": status}, at=at)
    tell_all(verb, role, by=by, at=at, changes=made)
    return role


def _editable(role: OpenRole, by: Any) -> OpenRole:
    role = locked_role(role.pk)
    if not can_edit_role(by, role):
        raise PermissionDenied
    return role


def _take_skills(role: OpenRole, profile: RoleProfile | None) -> None:
    if profile is None:
        return
    RoleSkill.objects.bulk_create(
        RoleSkill(role=role, skill_id=one.skill_id, level=one.level)
        for one in ProfileSkill.objects.filter(profile=profile)
    )


def _set_values(
    role: OpenRole, values: Collection[Value], at: datetime, *, counted: bool
) -> list[activity.FieldChange]:
    rows = RoleValue.objects.filter(role=role)
    before = set(rows.values_list("value_id", flat=True))
    wanted = {value.pk for value in values}
    if before == wanted:
        return []
    rows.exclude(value_id__in=wanted).delete()
    RoleValue.objects.bulk_create(
        RoleValue(role=role, value_id=pk) for pk in sorted(wanted - before)
    )
    change = activity.revise_beside(
        role, "values", sorted(before), sorted(wanted), at=at, counted=counted
    )
    return [change]
