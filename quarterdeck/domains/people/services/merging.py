"""Merge two skills that mean the same; nobody loses a level, no task its need."""

from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import models, transaction

from quarterdeck.domains.activity import services as activity

from ..models import Skill
from ..permissions import can_curate_skills
from .skills import SkillIntoItself


@transaction.atomic
def merge_skills(*, skill: Skill, into: Skill, by: Any, at: datetime) -> Skill:
    """Move all that points at `skill` to `into`, then take `skill` off the list."""
    if not can_curate_skills(by):
        raise PermissionDenied
    if skill.pk == into.pk:
        raise SkillIntoItself(f"“{skill}” is already itself.")
    # Rooms above point at skills too; their tables are found through the links, so that
    # this room need not know them.
    for link in Skill._meta.get_fields(include_hidden=True):
        if link.auto_created and link.one_to_many and link.related_model:
            _repoint(link.related_model, link.field.name, skill, into)  # type: ignore[union-attr]
    name = skill.name
    skill.delete()
    activity.record(
        by=by,
        verb="skill.merged",
        subject=into,
        at=at,
        audience=activity.everyone(),
        details={"merged": name},
    )
    return into


def _repoint(table: Any, field: str, skill: Skill, into: Skill) -> None:
    rows = table._base_manager.filter(**{field: skill})
    for key, among in _keys_with(table, field):
        for row in rows.filter(among):
            same = {name: getattr(row, name) for name in key if name != field}
            others = table._base_manager.filter(among, **same, **{field: into})
            if (kept := others.first()) is not None:
                _keep_the_higher(row, kept)
    rows.update(**{field: into})


def _keys_with(table: Any, field: str) -> list[tuple[tuple[str, ...], models.Q]]:
    """Return what must be unique together with the skill, and among which rows."""
    return [
        (names, rule.condition or models.Q())
        for rule in table._meta.constraints
        if isinstance(rule, models.UniqueConstraint)
        and field in (names := tuple(rule.fields) or _plain(rule))
    ]


def _plain(rule: models.UniqueConstraint) -> tuple[str, ...]:
    return tuple(getattr(e, "name", "") for e in rule.expressions)


def _keep_the_higher(row: Any, kept: Any) -> None:
    """Of two levels the higher stays: it was shown, or it is needed."""
    if getattr(row, "level", 0) > getattr(kept, "level", 0):
        kept.delete()
    else:
        row.delete()
