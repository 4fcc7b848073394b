"""Tell everybody what one learnt: by the case's author alone, in a text for it."""

from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from quarterdeck.domains.activity import services as activity

from ..models import Case, Lesson
from ..permissions import is_author
from .cases import reading


@transaction.atomic
def share_lesson(*, case: Case, title: str, text: str, by: Any, at: datetime) -> Lesson:
    """Publish a lesson. Nothing of the case or the circle goes with it."""
    reading(case, by)
    if not is_author(by, case):
        raise PermissionDenied
    lesson = Lesson.objects.create(
        author_id=case.author_id,
        case=case,
        title=title,
        text=text,
        created_at=at,
        updated_at=at,
    )
    _tell("lesson.shared", lesson, by, at)
    return lesson


@transaction.atomic
def edit_lesson(
    *,
    lesson: Lesson,
    title: str,
    text: str,
    by: Any,
    at: datetime,
    seen_version: int | None = None,
) -> Lesson:
    lesson = _own(lesson, by)
    changes = {"title": title, "text": text}
    if activity.revise_privately(
        lesson, changes, at=at, seen_version=seen_version, changed_by="You"
    ):
        _tell("lesson.edited", lesson, by, at)
    return lesson


@transaction.atomic
def take_back_lesson(*, lesson: Lesson, by: Any, at: datetime) -> None:
    """Erase it for everybody."""
    lesson = _own(lesson, by)
    _tell("lesson.taken_back", lesson, by, at)
    lesson.delete()


def _own(lesson: Lesson, by: Any) -> Lesson:
    found = Lesson.objects.select_for_update().get(pk=lesson.pk)
    if not is_author(by, found):
        raise PermissionDenied
    return found


def _tell(verb: str, lesson: Lesson, by: Any, at: datetime) -> None:
    """Everybody may read the lesson on its page; the act itself carries no words."""
    activity.record(
        by=by, verb=verb, subject=lesson, at=at, audience=activity.private(by.pk)
    )
