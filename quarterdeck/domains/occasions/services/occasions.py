"""Set up an occasion, edit its brief, end it, take that back."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from quarterdeck.domains.activity import services as activity
from quarterdeck.domains.organization.models import Team
from quarterdeck.domains.people.models import Skill
from quarterdeck.shared.errors import RuleBroken

from ..models import Occasion
from ..permissions import can_set_up_in
from .telling import arranged, person_id_of, tell


class OccasionEnded(RuleBroken):
    pass


class OccasionNotEnded(RuleBroken):
    pass


@transaction.atomic
def set_up_occasion(
    *,
    team: Team,
    title: str,
    first_on: date,
    by: Any,
    at: datetime,
    kind: str = Occasion.Kind.MEETING,
    weeks: int = 1,
    aim: str = "",
    limits: str = "",
    support: str = "",
    skill: Skill | None = None,
) -> Occasion:
    """Write down what a team meets for, and the brief for whoever leads it."""
    if not can_set_up_in(by, team):
        raise PermissionDenied
    occasion = Occasion.objects.create(
        team=team,
        title=title,
        kind=Occasion.Kind(kind),
        first_on=first_on,
        weeks=weeks,
        aim=aim,
        limits=limits,
        support=support,
        skill=skill,
        set_up_by_id=person_id_of(by),
        created_at=at,
        updated_at=at,
    )
    tell("occasion.set_up", occasion, by=by, at=at)
    return occasion


@transaction.atomic
def edit_occasion(
    *,
    occasion: Occasion,
    changes: Mapping[str, Any],
    by: Any,
    at: datetime,
    seen_version: int | None = None,
) -> Occasion:
    """Change what it is for, its rhythm or its brief; turns stay on their days."""
    occasion = arranged(occasion, by)
    made = activity.revise(occasion, changes, at=at, seen_version=seen_version)
    if made:
        tell("occasion.edited", occasion, by=by, at=at, changes=made)
    return occasion


@transaction.atomic
def end_occasion(*, occasion: Occasion, by: Any, at: datetime) -> Occasion:
    """Meet for this no more. Who led it when stays readable."""
    occasion = arranged(occasion, by)
    if occasion.ended_at is not None:
        raise OccasionEnded(f"“{occasion}” is ended already.")
    made = activity.revise(occasion, {"ended_at": at}, at=at)
    tell("occasion.ended", occasion, by=by, at=at, changes=made)
    return occasion


@transaction.atomic
def restore_occasion(*, occasion: Occasion, by: Any, at: datetime) -> Occasion:
    occasion = arranged(occasion, by)
    if occasion.ended_at is None:
        raise OccasionNotEnded(f"“{occasion}” is not ended.")
    made = activity.revise(occasion, {"ended_at": None}, at=at)
    tell("occasion.restored", occasion, by=by, at=at, changes=made)
    return occasion


def running(occasion: Occasion) -> Occasion:
    if occasion.ended_at is not None:
        raise OccasionEnded(f"“{occasion}” is ended. Restore it first.")
    return occasion
