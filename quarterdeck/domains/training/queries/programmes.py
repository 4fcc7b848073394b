"""The catalogue: every member reads it."""

from typing import Any

from django.db.models import Prefetch, Q, QuerySet

from quarterdeck.domains.people.models import Skill
from quarterdeck.domains.people.permissions import is_member

from ..choices import Criterion
from ..models import CriterionScore, Programme, ProgrammeSkill, Topic


def topics_visible_to(user: Any) -> QuerySet[Topic]:
    return _topics(user).filter(removed_at=None)


def removed_topics_visible_to(user: Any) -> QuerySet[Topic]:
    return _topics(user).exclude(removed_at=None)


def get_topic(*, user: Any, topic_id: int) -> Topic:
    return _topics(user).get(pk=topic_id)


def programmes_visible_to(
    user: Any, *, text: str = "", topic: Topic | None = None, skill: Skill | None = None
) -> QuerySet[Programme]:
    """Return what is offered, by name; narrowed to a text, a topic or a skill."""
    rows = _programmes(user).filter(retired_at=None)
    if text:
        rows = rows.filter(
            Q(name__icontains=text)
            | Q(provider__icontains=text)
            | Q(topics__name__icontains=text)
        ).distinct()
    if topic is not None:
        rows = rows.filter(topics=topic)
    if skill is not None:
        rows = rows.filter(trained__skill=skill)
    return rows


def retired_programmes_visible_to(user: Any) -> QuerySet[Programme]:
    return _programmes(user).exclude(retired_at=None)


def get_programme(*, user: Any, programme_id: int) -> Programme:
    return with_facts(_programmes(user)).get(pk=programme_id)


def with_facts(rows: QuerySet[Programme]) -> QuerySet[Programme]:
    """Fetch with each programme its topics and the skills it trains."""
    skills = ProgrammeSkill.objects.select_related("skill").order_by(
        "-level", "skill__name"
    )
    topics = Topic.objects.filter(removed_at=None).order_by("name")
    return rows.prefetch_related(
        Prefetch("topics", topics), Prefetch("trained", skills)
    )


def scores_of(programme: Programme) -> list[tuple[Criterion, CriterionScore | None]]:
    """Return every criterion with what is known of it; one query."""
    known = {row.criterion: row for row in programme.scores.all()}
    return [(one, known.get(one)) for one in Criterion]


def _topics(user: Any) -> QuerySet[Topic]:
    rows = Topic.objects.order_by("name", "id")
    return rows if is_member(user) else rows.none()


def _programmes(user: Any) -> QuerySet[Programme]:
    rows = Programme.objects.order_by("name", "id")
    return rows if is_member(user) else rows.none()
