"""Templates of onboarding, in versions: what somebody was taken in with stays."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from quarterdeck.domains.activity import services as activity
from quarterdeck.shared.errors import RuleBroken

from ..choices import STARTERS
from ..models import Onboarding, OnboardingStep, OnboardingTemplate
from ..permissions import can_curate_templates
from .telling import tell_all

MOST_STEPS = 60


class TemplateRetired(RuleBroken):
    pass


class StepIsGone(RuleBroken):
    pass


class TooManySteps(RuleBroken):
    pass


class NoSuchStarter(RuleBroken):
    pass


@transaction.atomic
def add_template(
    *, name: str, by: Any, at: datetime, purpose: str = "", starter: str = ""
) -> OnboardingTemplate:
    """Begin a template, empty or from one that is offered."""
    _must_curate(by)
    if starter and starter not in STARTERS:
        raise NoSuchStarter("There is no such template to start from.")
    template = OnboardingTemplate.objects.create(
        name=name.strip(), purpose=purpose, created_at=at, updated_at=at
    )
    if starter:
        OnboardingStep.objects.bulk_create(
            OnboardingStep(
                template=template,
                day=day,
                who=who,
                title=title,
                done_when=done_when,
                first=1,
                created_at=at,
                updated_at=at,
            )
            for day, who, title, done_when in STARTERS[starter].steps
        )
    tell_all("onboarding_template.added", template, by=by, at=at)
    return template


@transaction.atomic
def edit_template(
    *,
    template: OnboardingTemplate,
    changes: Mapping[str, Any],
    by: Any,
    at: datetime,
    seen_version: int | None = None,
) -> OnboardingTemplate:
    template = _locked(template, by)
    made = activity.revise(template, changes, at=at, seen_version=seen_version)
    if made:
        tell_all("onboarding_template.edited", template, by=by, at=at, changes=made)
    return template


@transaction.atomic
def retire_template(*, template: OnboardingTemplate, by: Any, at: datetime) -> None:
    template = _locked(template, by)
    made = activity.revise(template, {"retired_at": at}, at=at)
    tell_all("onboarding_template.retired", template, by=by, at=at, changes=made)


@transaction.atomic
def restore_template(*, template: OnboardingTemplate, by: Any, at: datetime) -> None:
    _must_curate(by)
    template = OnboardingTemplate.objects.select_for_update().get(pk=template.pk)
    made = activity.revise(template, {"retired_at": None}, at=at)
    if made:
        tell_all("onboarding_template.restored", template, by=by, at=at, changes=made)


@transaction.atomic
def add_step(
    *,
    template: OnboardingTemplate,
    title: str,
    day: int,
    who: str,
    by: Any,
    at: datetime,
    done_when: str = "",
) -> OnboardingStep:
    template = _locked(template, by)
    if (
        OnboardingStep.objects.filter(template=template, until=None).count()
        >= MOST_STEPS
    ):
        raise TooManySteps(f"A template has at most {MOST_STEPS} steps.")
    number = _next_version(template, at)
    step = OnboardingStep.objects.create(
        template=template,
        title=title,
        day=day,
        who=who,
        done_when=done_when,
        first=number,
        created_at=at,
        updated_at=at,
    )
    tell_all("onboarding_step.added", step, by=by, at=at)
    return step


@transaction.atomic
def edit_step(
    *,
    step: OnboardingStep,
    changes: Mapping[str, Any],
    by: Any,
    at: datetime,
    seen_version: int | None = None,
) -> OnboardingStep:
    """Change a step from the next version on; who started with this one keeps it."""
    template, step = _standing(step, by)
    if all(getattr(step, name) == value for name, value in changes.items()):
        return step
    number = _next_version(template, at)
    if step.first < number:
        step, seen_version = _succeed(step, number, at), None
    made = activity.revise(step, changes, at=at, seen_version=seen_version)
    if made:
        tell_all("onboarding_step.edited", step, by=by, at=at, changes=made)
    return step


@transaction.atomic
def remove_step(*, step: OnboardingStep, by: Any, at: datetime) -> None:
    template, step = _standing(step, by)
    number = _next_version(template, at)
    made = activity.revise(step, {"until": number}, at=at)
    tell_all("onboarding_step.removed", step, by=by, at=at, changes=made)


@transaction.atomic
def restore_step(*, step: OnboardingStep, by: Any, at: datetime) -> None:
    """Put a step back, from the next version on if somebody started without it."""
    template = _locked(step.template, by)
    step = OnboardingStep.objects.select_for_update().get(pk=step.pk)
    if step.until is None:
        return
    number = _next_version(template, at)
    if step.until < number:
        step = _copy(step, number, at)
        tell_all("onboarding_step.restored", step, by=by, at=at)
        return
    made = activity.revise(step, {"until": None}, at=at)
    tell_all("onboarding_step.restored", step, by=by, at=at, changes=made)


def _next_version(template: OnboardingTemplate, at: datetime) -> int:
    """Return the version to write in: a new one where somebody has this already."""
    used = Onboarding.objects.filter(template=template, number=template.number)
    if used.exists():
        template.number += 1
        template.updated_at = at
        template.save(update_fields=["number", "updated_at"])
    return template.number


def _succeed(step: OnboardingStep, number: int, at: datetime) -> OnboardingStep:
    """End a step before this version and go on with a copy of it."""
    OnboardingStep.objects.filter(pk=step.pk).update(until=number)
    return _copy(step, number, at)


def _copy(step: OnboardingStep, number: int, at: datetime) -> OnboardingStep:
    return OnboardingStep.objects.create(
        template=step.template,
        title=step.title,
        day=step.day,
        who=step.who,
        done_when=step.done_when,
        first=number,
        created_at=at,
        updated_at=at,
    )


def _standing(
    step: OnboardingStep, by: Any
) -> tuple[OnboardingTemplate, OnboardingStep]:
    template = _locked(step.template, by)
    step = OnboardingStep.objects.select_for_update().get(pk=step.pk)
    if step.until is not None:
        raise StepIsGone("This step is no longer in the template.")
    step.template = template
    return template, step


def _must_curate(by: Any) -> None:
    if not can_curate_templates(by):
        raise PermissionDenied


def _locked(template: OnboardingTemplate, by: Any) -> OnboardingTemplate:
    _must_curate(by)
    template = OnboardingTemplate.objects.select_for_update().get(pk=template.pk)
    if template.retired_at is not None:
        raise TemplateRetired(f"“{template}” is retired. Restore it first.")
    return template
