"""Role profiles: every member may read what a role asks for."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.db.models import Prefetch, QuerySet

from quarterdeck.domains.people.permissions import is_member

from ..models import ProfileSkill, RoleProfile
from ..rules import Asked


def profiles_visible_to(user: Any) -> QuerySet[RoleProfile]:
    return _profiles(user).filter(retired_at=None)


def retired_profiles_visible_to(user: Any) -> QuerySet[RoleProfile]:
    return _profiles(user).exclude(retired_at=None)


def _profiles(user: Any) -> QuerySet[RoleProfile]:
    rows = RoleProfile.objects.order_by("name", "id")
    return rows if is_member(user) else rows.none()


def get_profile(*, user: Any, profile_id: int) -> RoleProfile:
    return _profiles(user).get(pk=profile_id)


def with_requirements(rows: QuerySet[RoleProfile]) -> QuerySet[RoleProfile]:
    """Fetch with each profile its skills, the highest level first."""
    skills = ProfileSkill.objects.select_related("skill")
    ordered = skills.order_by("-level", "skill__name")
    return rows.prefetch_related(Prefetch("skills", ordered))


def requirements_of(profile_ids: Iterable[int]) -> dict[int, list[Asked]]:
    """Return what each of these roles asks for; one query."""
    rows = ProfileSkill.objects.filter(profile_id__in=list(profile_ids))
    found: dict[int, list[Asked]] = defaultdict(list)
    for row in rows.select_related("skill"):
        found[row.profile_id].append(Asked(row.skill_id, row.skill.name, row.level))
    return found
