"""From what was learnt to skill evidence, in one step."""

from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from quarterdeck.domains.development.models import SkillProof
from quarterdeck.domains.development.services import show_skill
from quarterdeck.domains.people.models import Person, Skill
from quarterdeck.shared.errors import RuleBroken

from ..models import Enrolment, ProgrammeSkill
from ..permissions import can_ask_for


class NotTrained(RuleBroken):
    pass


@transaction.atomic
def show_trained_skill(
    *,
    enrolment: Enrolment,
    skill: Skill,
    level: int,
    what: str,
    asked: Person,
    by: Any,
    at: datetime,
) -> SkillProof:
    """Say what one can do since, and ask somebody who can tell to confirm it."""
    if not can_ask_for(by, enrolment.person):
        raise PermissionDenied
    trained = ProgrammeSkill.objects.filter(
        programme_id=enrolment.programme_id, skill=skill
    )
    if enrolment.attended_on is None or not trained.exists():
        raise NotTrained(f"“{skill}” was not trained there.")
    return show_skill(
        person=enrolment.person,
        skill=skill,
        level=level,
        what=what,
        asked=asked,
        by=by,
        at=at,
    )
