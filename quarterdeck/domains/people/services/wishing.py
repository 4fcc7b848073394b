"""Say in what one wants to grow, for how many hours, and whether with a mentor."""

from datetime import date, datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from quarterdeck.domains.activity import services as activity
from quarterdeck.shared.errors import RuleBroken

from ..models import Person, PersonSkill, Skill
from ..permissions import can_wish_for, standing_of
from .audiences import around


class NothingWished(RuleBroken):
    pass


@transaction.atomic
def wish_to_grow(
    *,
    person: Person,
    skill: Skill,
    hours: int,
    with_mentor: bool,
    by: Any,
    at: datetime,
    on: date,
) -> PersonSkill:
    """Ask for work one level up, at most so many hours of it in one plan.

    It is the person's own act. Whoever has no level yet begins at none.
    """
    if not can_wish_for(by, person):
        raise PermissionDenied
    Person.objects.select_for_update().get(pk=person.pk)
    wish = {
        "wants_to_grow": True,
        "grow_hours": hours,
        "grow_with_mentor": with_mentor,
    }
    row = PersonSkill.objects.filter(person=person, skill=skill).first()
    made: list[activity.FieldChange] = []
    if row is not None:
        made = activity.revise(row, wish, at=at)
    else:
        row = PersonSkill.objects.create(
            person=person,
            skill=skill,
            level=0,
            assessed_on=on,
            assessed_by_id=standing_of(by).person_id,
            created_at=at,
            updated_at=at,
            **wish,
        )
    _tell("skill.wished", row, by, at, made)
    return row


@transaction.atomic
def withdraw_wish(*, person_skill: PersonSkill, by: Any, at: datetime) -> None:
    """Take a wish back; the level stays."""
    if not can_wish_for(by, person_skill.person):
        raise PermissionDenied
    row = PersonSkill.objects.select_for_update().get(pk=person_skill.pk)
    if not row.wants_to_grow:
        raise NothingWished(f"There is no wish to grow in {row.skill}.")
    made = activity.revise(row, {"wants_to_grow": False}, at=at)
    _tell("skill.wish_withdrawn", row, by, at, made)


def _tell(verb: str, row: PersonSkill, by: Any, at: datetime, made: Any) -> None:
    activity.record(
        by=by,
        verb=verb,
        subject=row,
        at=at,
        audience=around(row.person),
        subject_name=f"{row.person}: {row.skill}",
        changes=made,
    )
