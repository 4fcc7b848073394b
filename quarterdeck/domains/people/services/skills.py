"""The common list of skills, and who can do what how well."""

from datetime import date, datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from quarterdeck.domains.activity import services as activity
from quarterdeck.shared.errors import RuleBroken

from ..models import Person, PersonSkill, Skill
from ..permissions import can_assess, can_curate_skills, standing_of
from .audiences import around


class SkillNameTaken(RuleBroken):
    pass


class SkillIntoItself(RuleBroken):
    pass


@transaction.atomic
def add_skill(*, name: str, by: Any, at: datetime, description: str = "") -> Skill:
    """Put a skill on the common list."""
    if not can_curate_skills(by):
        raise PermissionDenied
    _refuse_taken(name)
    skill = Skill.objects.create(name=name.strip(), description=description)
    _tell("skill.added", skill, by, at)
    return skill


@transaction.atomic
def rename_skill(
    *, skill: Skill, name: str, by: Any, at: datetime, description: str = ""
) -> Skill:
    """Give a skill a better name; everybody's levels stay with it."""
    if not can_curate_skills(by):
        raise PermissionDenied
    _refuse_taken(name, but=skill.pk)
    before = skill.name
    skill.name, skill.description = name.strip(), description
    skill.save()
    _tell("skill.renamed", skill, by, at, {"before": before})
    return skill


@transaction.atomic
def assess_skill(
    *,
    person: Person,
    skill: Skill,
    level: int,
    by: Any,
    at: datetime,
    on: date,
    wants_to_grow: bool = False,
    evidence: str = "",
) -> PersonSkill:
    """Say how well somebody can do something, since when, and from what one knows.

    A wish to grow may come with it; one that is there goes by `withdraw_wish` alone.
    """
    if not can_assess(by, person):
        raise PermissionDenied
    said: dict[str, Any] = {"level": level, "evidence": evidence}
    if wants_to_grow:
        said["wants_to_grow"] = True
    row, made = _set_level(person, skill, said, by=by, at=at, on=on)
    _tell_level("skill.assessed", row, by, at, made)
    return row


@transaction.atomic
def confirm_level(
    *,
    person: Person,
    skill: Skill,
    level: int,
    evidence: str,
    by: Any,
    at: datetime,
    on: date,
) -> PersonSkill:
    """Set a level that was shown; who may confirm it is for the room above to know.

    The wish to grow stays as it was.
    """
    said = {"level": level, "evidence": evidence}
    row, made = _set_level(person, skill, said, by=by, at=at, on=on)
    _tell_level("skill.assessed", row, by, at, made)
    return row


def _set_level(
    person: Person,
    skill: Skill,
    said: dict[str, Any],
    *,
    by: Any,
    at: datetime,
    on: date,
) -> tuple[PersonSkill, list[activity.FieldChange]]:
    Person.objects.select_for_update().get(pk=person.pk)
    fields = {**said, "assessed_on": on, "assessed_by_id": standing_of(by).person_id}
    row = PersonSkill.objects.filter(person=person, skill=skill).first()
    if row is not None:
        return row, activity.revise(row, fields, at=at)
    row = PersonSkill.objects.create(
        person=person, skill=skill, created_at=at, updated_at=at, **fields
    )
    return row, []


@transaction.atomic
def drop_skill(*, person_skill: PersonSkill, by: Any, at: datetime) -> None:
    """Take a skill off somebody's card."""
    if not can_assess(by, person_skill.person):
        raise PermissionDenied
    row_id = person_skill.pk
    person_skill.delete()
    person_skill.pk = row_id
    _tell_level("skill.dropped", person_skill, by, at, ())


def _refuse_taken(name: str, but: int | None = None) -> None:
    other = Skill.objects.filter(name__iexact=name.strip()).first()
    if other is not None and other.pk != but:
        raise SkillNameTaken(f"“{other}” is already on the list.")


def _tell(
    verb: str,
    skill: Skill,
    by: Any,
    at: datetime,
    details: dict[str, Any] | None = None,
) -> None:
    activity.record(
        by=by,
        verb=verb,
        subject=skill,
        at=at,
        audience=activity.everyone(),
        details=details,
    )


def _tell_level(verb: str, row: PersonSkill, by: Any, at: datetime, made: Any) -> None:
    activity.record(
        by=by,
        verb=verb,
        subject=row,
        at=at,
        audience=around(row.person),
        subject_name=f"{row.person}: {row.skill}",
        details={"level": row.level},
        changes=made,
    )
