"""What a role asks for: its words, its skills, and when it is no longer used."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from quarterdeck.domains.activity import services as activity
from quarterdeck.domains.people.models import Skill
from quarterdeck.shared.errors import RuleBroken

from ..models import ProfileSkill, RoleProfile
from ..permissions import can_curate_profiles


class ProfileNameTaken(RuleBroken):
    pass


class ProfileRetired(RuleBroken):
    pass


@transaction.atomic
def add_profile(*, name: str, by: Any, at: datetime, purpose: str = "") -> RoleProfile:
    _must_curate(by)
    _refuse_taken(name)
    profile = RoleProfile.objects.create(
        name=name.strip(), purpose=purpose, created_at=at, updated_at=at
    )
    _tell("role_profile.added", profile, by, at)
    return profile


@transaction.atomic
def edit_profile(
    *,
    profile: RoleProfile,
    changes: Mapping[str, Any],
    seen_version: int | None,
    by: Any,
    at: datetime,
) -> RoleProfile:
    """Change a role's name or purpose; who is in it stays in it."""
    profile = _locked(profile, by)
    if "name" in changes:
        _refuse_taken(changes["name"], but=profile.pk)
    made = activity.revise(profile, changes, at=at, seen_version=seen_version)
    if made:
        _tell("role_profile.edited", profile, by, at, made)
    return profile


@transaction.atomic
def ask_skill(
    *, profile: RoleProfile, skill: Skill, level: int, by: Any, at: datetime
) -> ProfileSkill:
    """Say the level of a skill that the role asks for, or another one than before."""
    profile = _locked(profile, by)
    row = ProfileSkill.objects.filter(profile=profile, skill=skill).first()
    before = row.level if row is not None else None
    if row is None:
        row = ProfileSkill(profile=profile, skill=skill)
    row.level = level
    row.save()
    _tell_skill(profile, skill, before, level, by, at)
    return row


@transaction.atomic
def no_longer_ask_skill(
    *, profile: RoleProfile, skill: Skill, by: Any, at: datetime
) -> None:
    profile = _locked(profile, by)
    row = ProfileSkill.objects.filter(profile=profile, skill=skill).first()
    if row is not None:
        row.delete()
        _tell_skill(profile, skill, row.level, None, by, at)


@transaction.atomic
def retire_profile(*, profile: RoleProfile, by: Any, at: datetime) -> None:
    """Take a role off the list; who was in it is found again when it is restored."""
    profile = _locked(profile, by)
    made = activity.revise(profile, {"retired_at": at}, at=at)
    _tell("role_profile.retired", profile, by, at, made)


@transaction.atomic
def restore_profile(*, profile: RoleProfile, by: Any, at: datetime) -> None:
    _must_curate(by)
    profile = RoleProfile.objects.select_for_update().get(pk=profile.pk)
    _refuse_taken(profile.name, but=profile.pk)
    made = activity.revise(profile, {"retired_at": None}, at=at)
    if made:
        _tell("role_profile.restored", profile, by, at, made)


def _must_curate(by: Any) -> None:
    if not can_curate_profiles(by):
        raise PermissionDenied


def _locked(profile: RoleProfile, by: Any) -> RoleProfile:
    _must_curate(by)
    profile = RoleProfile.objects.select_for_update().get(pk=profile.pk)
    if profile.retired_at is not None:
        raise ProfileRetired(f"The role “{profile}” is retired. Restore it first.")
    return profile


def _refuse_taken(name: str, but: int | None = None) -> None:
    rows = RoleProfile.objects.filter(name__iexact=name.strip(), retired_at=None)
    other = rows.exclude(pk=but or 0).first()
    if other is not None:
        raise ProfileNameTaken(f"There is a role “{other}” already.")


def _tell(
    verb: str,
    profile: RoleProfile,
    by: Any,
    at: datetime,
    made: Sequence[activity.FieldChange] = (),
) -> None:
    activity.record(
        by=by,
        verb=verb,
        subject=profile,
        at=at,
        audience=activity.everyone(),
        changes=made,
    )


def _tell_skill(
    profile: RoleProfile,
    skill: Skill,
    before: int | None,
    after: int | None,
    by: Any,
    at: datetime,
) -> None:
    change = activity.revise_beside(profile, f"skill:{skill.pk}", before, after, at=at)
    _tell("role_profile.edited", profile, by, at, [change])
