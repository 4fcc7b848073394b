"""Forget somebody: their plans and evidence go; what others have shown stays."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from quarterdeck.domains.activity import services as activity
from quarterdeck.domains.activity.queries import kind_of
from quarterdeck.domains.people.models import Person

from ..models import DevelopmentGoal, RoleHolding, SkillProof


@transaction.atomic
def forget_people(*, people: Sequence[Person], by: Any, at: datetime) -> None:
    """Erase what they aim for and have shown, with what their acts say of it.

    Whoever asked them to confirm a skill keeps that evidence, and the answer.
    """
    ids = [one.pk for one in people]
    for table in (DevelopmentGoal, RoleHolding, SkillProof):
        rows = table._base_manager.filter(person_id__in=ids)
        for record in rows:
            activity.erase_words_of(kind=kind_of(record), subject_id=record.pk)
        rows.delete()
