"""Templates are common to read; how somebody gets on is for those around them."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from quarterdeck.domains.accounts.queries import while_private_rooms_are_open
from quarterdeck.domains.people.models import Person
from quarterdeck.domains.people.permissions import is_member, standing_of
from quarterdeck.domains.people.queries import led_by, people_visible_to
from quarterdeck.domains.projects.queries.visible import in_visible_project

from ..models import (
    Onboarding,
    OnboardingAnswer,
    OnboardingStep,
    OnboardingTask,
    OnboardingTemplate,
)
from ..permissions import can_read_answer, can_start_onboarding

LATELY, SOON = timedelta(days=180), timedelta(days=90)


def templates_visible_to(user: Any) -> QuerySet[OnboardingTemplate]:
    return _templates(user).filter(retired_at=None)


def retired_templates_visible_to(user: Any) -> QuerySet[OnboardingTemplate]:
    return _templates(user).exclude(retired_at=None)


def get_template(*, user: Any, template_id: int) -> OnboardingTemplate:
    return _templates(user).get(pk=template_id)


def with_step_counts(
    rows: QuerySet[OnboardingTemplate],
) -> QuerySet[OnboardingTemplate]:
    return rows.annotate(many=Count("steps", filter=Q(steps__until=None)))


def steps_of(template: OnboardingTemplate, number: int) -> list[OnboardingStep]:
    """Return the steps as they stood in one version."""
    there = Q(first__lte=number) & (Q(until=None) | Q(until__gt=number))
    return list(template.steps.filter(there)[:200])


def get_step(*, user: Any, step_id: int) -> OnboardingStep:
    rows = OnboardingStep.objects.filter(template__in=_templates(user).order_by())
    return rows.select_related("template").get(pk=step_id)


def onboardings_visible_to(user: Any) -> QuerySet[Onboarding]:
    """Return those of oneself, of people one leads, and where one helps."""
    me = standing_of(user).person_id
    rows = Onboarding.objects.select_related("person", "leader", "buddy", "template")
    if me is None or not is_member(user):
        return rows.none()
    led = led_by(user, Person.objects.order_by())
    near = Q(person_id=me) | Q(leader_id=me) | Q(buddy_id=me)
    near |= Q(person_id__in=led.values("pk"))
    return rows.filter(near).order_by("-starts_on", "-id")


def with_progress(rows: QuerySet[Onboarding]) -> QuerySet[Onboarding]:
    """Count the steps, and those whose task is closed."""
    closed = Count("tasks", filter=Q(tasks__task__still_open=False))
    return rows.annotate(steps=Count("tasks"), closed=closed)


def get_onboarding(*, user: Any, onboarding_id: int) -> Onboarding:
    rows = onboardings_visible_to(user).select_related("person__user", "project")
    return rows.get(pk=onboarding_id)


def get_newcomer(*, user: Any, person_id: int) -> Person:
    """Return somebody the user leads, to take them in."""
    led = led_by(user, people_visible_to(user)).exclude(user_id=user.pk)
    return led.get(pk=person_id)


def newcomers_of(user: Any, today: date) -> QuerySet[Person]:
    """Return whom the user leads that began lately or soon, and has no onboarding."""
    led = led_by(user, people_visible_to(user)).exclude(user_id=user.pk)
    near = (today - timedelta(days=60), today + timedelta(days=90))
    begun = Onboarding.objects.filter(person=OuterRef("pk"), stopped_at=None)
    return led.filter(~Exists(begun), starts_on__range=near).order_by("starts_on", "id")


def onboarding_of(user: Any, person: Person) -> Onboarding | None:
    """Return the newest that still runs, for the page of a person."""
    rows = onboardings_visible_to(user).filter(person=person, stopped_at=None)
    return rows.first()


def onboarding_on_page(user: Any, person: Person, today: date) -> dict[str, Any]:
    """What the page of a person offers: the onboarding that runs, or to start one.

    Only somebody who began lately is asked about: for all others nothing is read.
    """
    began = person.starts_on
    if began is None or not today - LATELY <= began <= today + SOON:
        return {}
    found = onboarding_of(user, person)
    may_start = found is None and can_start_onboarding(user, person)
    return {"onboarding": found, "may_start_onboarding": may_start}


@dataclass(frozen=True)
class Row:
    """One step of somebody's way in, with its task as it stands now."""

    step: OnboardingStep
    task: Any
    is_late: bool
    is_mine: bool
    may_open: bool  # whether the reader sees the task itself


def rows_of(*, user: Any, onboarding: Onboarding, today: date) -> list[Row]:
    """Return the steps by day; the caller was let see the onboarding."""
    me = standing_of(user).person_id
    found = OnboardingTask.objects.filter(onboarding=onboarding)
    found = found.select_related("step", "task__accountable").order_by(
        "task__deadline", "id"
    )
    found = found.annotate(seen=in_visible_project(user, "task__project_id"))
    return [
        Row(
            step=row.step,
            task=row.task,
            is_late=row.task.is_open and (row.task.deadline or today) < today,
            is_mine=row.task.is_open and row.task.accountable_id == me,
            may_open=row.seen,
        )
        for row in found[:200]
    ]


def answer_of(*, user: Any, onboarding: Onboarding) -> OnboardingAnswer | None:
    """Return what the newcomer wrote, to those they wrote it for."""
    rows = OnboardingAnswer.objects.filter(onboarding=onboarding)
    answer = while_private_rooms_are_open(user, rows).first()
    if answer is None or not can_read_answer(user, onboarding, answer):
        return None
    return answer


def get_answer(*, user: Any, onboarding: Onboarding) -> OnboardingAnswer:
    found = answer_of(user=user, onboarding=onboarding)
    if found is None:
        raise OnboardingAnswer.DoesNotExist
    return found


def questions_due(user: Any, today: date) -> QuerySet[Onboarding]:
    """Return one's own onboardings that are over and not answered."""
    me = standing_of(user).person_id or 0
    answered = OnboardingAnswer.objects.filter(onboarding=OuterRef("pk"))
    rows = Onboarding.objects.filter(person_id=me, stopped_at=None, ends_on__lte=today)
    return while_private_rooms_are_open(
        user, rows.filter(~Exists(answered)).order_by("id")
    )


def _templates(user: Any) -> QuerySet[OnboardingTemplate]:
    rows = OnboardingTemplate.objects.order_by("name", "id")
    return rows if is_member(user) else rows.none()
