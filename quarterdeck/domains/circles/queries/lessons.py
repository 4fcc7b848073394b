"""Lessons that were shared with everybody."""

from typing import Any

from django.db.models import QuerySet

from quarterdeck.domains.people.permissions import is_member

from ..models import Case, Lesson
from .cases import cases_visible_to


def lessons_visible_to(user: Any) -> QuerySet[Lesson]:
    """Return what every member may read; a lesson does not tell which circle it is of."""
    rows = Lesson.objects.select_related("author").order_by("-created_at", "-id")
    return rows if is_member(user) else rows.none()


def get_lesson(*, user: Any, lesson_id: int) -> Lesson:
    return lessons_visible_to(user).get(pk=lesson_id)


def own_lessons_of(*, user: Any, case: Case) -> list[Lesson]:
    seen = cases_visible_to(user).order_by().values("pk")
    return list(lessons_visible_to(user).filter(case_id__in=seen, case=case)[:20])
