"""What is kept about one's own development, to take along."""

from typing import Any

from django.db.models import QuerySet

from quarterdeck.domains.accounts.queries import while_private_rooms_are_open

from ..models import (
    DevelopmentClosure,
    DevelopmentGoal,
    DevelopmentStep,
    RoleHolding,
    SkillProof,
)
from .own_plan import own_aims, own_marks, own_steps
from .proofs import proofs_visible_to


def own_development_records(user: Any) -> dict[str, QuerySet[Any]]:
    """Return one's own goals, steps, roles and evidence, by name."""
    rows: dict[str, QuerySet[Any]] = {
        "development_goals": DevelopmentGoal.objects.filter(person__user_id=user.pk),
        "development_steps": DevelopmentStep.objects.filter(
            goal__person__user_id=user.pk
        ),
        "development_closures": DevelopmentClosure.objects.filter(
            goal__person__user_id=user.pk
        ),
        "roles": RoleHolding.objects.filter(person__user_id=user.pk),
        "skill_evidence": SkillProof.objects.filter(person__user_id=user.pk),
        "skill_evidence_asked_of_me": proofs_visible_to(user).filter(
            asked__user_id=user.pk
        ),
        "own_aims": own_aims(user),
        "own_marks": own_marks(user),
        "own_steps": own_steps(user),
    }
    return {
        name: while_private_rooms_are_open(user, found.order_by("pk"))
        for name, found in rows.items()
    }
