"""Start a circle, say what it is for, agree on another rule."""

from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from quarterdeck.domains.activity import services as activity
from quarterdeck.shared.errors import RuleBroken

from ..models import Circle, CircleMember
from ..permissions import can_start
from .telling import inside, person_id_of, tell


class RuleIsTheSame(RuleBroken):
    pass


@transaction.atomic
def start_circle(
    *, name: str, purpose: str, rule: str, by: Any, at: datetime
) -> Circle:
    """Begin with oneself and a rule; whoever joins accepts it first."""
    if not can_start(by):
        raise PermissionDenied
    circle = Circle.objects.create(
        name=name, purpose=purpose, rule=rule, created_at=at, updated_at=at
    )
    CircleMember.objects.create(
        circle=circle,
        person_id=person_id_of(by),
        invited_at=at,
        joined_at=at,
        accepted_rule=circle.rule_number,
    )
    tell("circle.started", circle, by=by, at=at)
    return circle


@transaction.atomic
def edit_circle(
    *,
    circle: Circle,
    name: str,
    purpose: str,
    by: Any,
    at: datetime,
    seen_version: int | None = None,
) -> Circle:
    circle = inside(circle, by).circle
    changes = {"name": name, "purpose": purpose}
    if activity.revise_privately(circle, changes, at=at, seen_version=seen_version):
        tell("circle.edited", circle, by=by, at=at)
    return circle


@transaction.atomic
def change_rule(
    *, circle: Circle, rule: str, by: Any, at: datetime, seen_version: int | None = None
) -> Circle:
    """Write another rule. Until each has accepted it, they neither read nor write."""
    member = inside(circle, by)
    circle = member.circle
    changes = {"rule": rule, "rule_number": circle.rule_number + 1}
    if rule.strip() == circle.rule.strip():
        raise RuleIsTheSame("The rule reads as before; nothing was changed.")
    activity.revise_privately(circle, changes, at=at, seen_version=seen_version)
    member.accepted_rule = circle.rule_number
    member.save(update_fields=["accepted_rule"])
    tell("circle.rule_changed", circle, by=by, at=at)
    return circle
