"""Take somebody in: the steps of a template become tasks with owners and days."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from quarterdeck.domains.activity import services as activity
from quarterdeck.domains.activity.services import revise_privately
from quarterdeck.domains.organization.models import Team
from quarterdeck.domains.people.models import Membership, Person
from quarterdeck.domains.people.permissions import standing_of
from quarterdeck.domains.projects.models import Project
from quarterdeck.domains.projects.permissions import can_add_project
from quarterdeck.domains.projects.services import (
    add_project,
    add_task,
    archive_project,
    restore_project,
)
from quarterdeck.shared.errors import RuleBroken

from ..models import (
    Onboarding,
    OnboardingAnswer,
    OnboardingStep,
    OnboardingTask,
    OnboardingTemplate,
)
from ..permissions import can_answer, can_run_onboarding, can_start_onboarding
from ..queries.onboarding import steps_of
from ..rules import day_of_step

Who = OnboardingStep.Who


class NoStepsYet(RuleBroken):
    pass


class NoTeamToStartIn(RuleBroken):
    pass


class AlreadyStarted(RuleBroken):
    pass


class OnboardingStopped(RuleBroken):
    pass


class OnboardingRuns(RuleBroken):
    pass


class NothingWritten(RuleBroken):
    pass


@transaction.atomic
def start_onboarding(
    *,
    person: Person,
    template: OnboardingTemplate,
    starts_on: date,
    by: Any,
    at: datetime,
    buddy: Person | None = None,
    other: Person | None = None,
) -> Onboarding:
    """Begin from a day on, with the template as it stands now.

    Steps of a buddy or of somebody else who is not named fall to who starts it.
    """
    if not can_start_onboarding(by, person):
        raise PermissionDenied
    template = OnboardingTemplate.objects.select_for_update().get(pk=template.pk)
    _refuse_second(person, template)
    steps = steps_of(template, template.number)
    if not steps:
        raise NoStepsYet(f"“{template}” has no steps yet.")
    leader = Person.objects.get(pk=standing_of(by).person_id or 0)
    project = _project_for(person, template, leader, by, at)
    onboarding = Onboarding.objects.create(
        person=person,
        template=template,
        number=template.number,
        starts_on=starts_on,
        ends_on=max(day_of_step(starts_on, step.day) for step in steps),
        leader=leader,
        buddy=buddy,
        project=project,
        created_at=at,
        updated_at=at,
    )
    owners = {
        Who.NEWCOMER.value: person,
        Who.LEADER.value: leader,
        Who.BUDDY.value: buddy or leader,
        Who.OTHER.value: other or leader,
    }
    for step in steps:
        _add_task(onboarding, step, owners[step.who], project, by, at)
    _tell("onboarding.started", onboarding, by, at)
    return onboarding


@transaction.atomic
def stop_onboarding(*, onboarding: Onboarding, by: Any, at: datetime) -> Onboarding:
    """Put it away with its tasks; nothing of it is lost."""
    onboarding = _locked(onboarding, by)
    if onboarding.stopped_at is not None:
        raise OnboardingStopped("This onboarding is stopped already.")
    if onboarding.project is not None and onboarding.project.archived_at is None:
        archive_project(project=onboarding.project, by=by, at=at)
    activity.revise(onboarding, {"stopped_at": at}, at=at)
    _tell("onboarding.stopped", onboarding, by, at)
    return onboarding


@transaction.atomic
def resume_onboarding(*, onboarding: Onboarding, by: Any, at: datetime) -> Onboarding:
    onboarding = _locked(onboarding, by)
    if onboarding.stopped_at is None:
        raise OnboardingRuns("This onboarding runs.")
    if onboarding.template is not None:
        _refuse_second(onboarding.person, onboarding.template)
    if onboarding.project is not None and onboarding.project.archived_at is not None:
        restore_project(project=onboarding.project, by=by, at=at)
    activity.revise(onboarding, {"stopped_at": None}, at=at)
    _tell("onboarding.resumed", onboarding, by, at)
    return onboarding


@transaction.atomic
def answer_onboarding(
    *,
    onboarding: Onboarding,
    clear: str,
    missing: str,
    readers: str,
    by: Any,
    at: datetime,
) -> OnboardingAnswer:
    """Say what was clear and what was missing; readers are chosen once and for all."""
    if not can_answer(by, onboarding):
        raise PermissionDenied
    Onboarding.objects.select_for_update().get(pk=onboarding.pk)
    if not (clear.strip() or missing.strip()):
        raise NothingWritten("Write what was clear, what was missing, or both.")
    answer = OnboardingAnswer.objects.filter(onboarding=onboarding).first()
    words = {"clear": clear.strip(), "missing": missing.strip()}
    if answer is None:
        answer = OnboardingAnswer.objects.create(
            onboarding=onboarding,
            readers=readers,
            created_at=at,
            updated_at=at,
            **words,
        )
    else:  # the words may change; who reads them was settled before they were written
        revise_privately(answer, words, at=at)
    _tell_readers("onboarding.answered", onboarding, answer, by, at)
    return answer


@transaction.atomic
def erase_onboarding_answer(*, onboarding: Onboarding, by: Any, at: datetime) -> None:
    """Take away what one wrote; it is gone for those who read it, too."""
    if not can_answer(by, onboarding):
        raise PermissionDenied
    answer = OnboardingAnswer.objects.filter(onboarding=onboarding).first()
    if answer is None:
        raise NothingWritten("There is no answer of yours.")
    answer.delete()
    _tell_readers("onboarding.answer_erased", onboarding, answer, by, at)


def _refuse_second(person: Person, template: OnboardingTemplate) -> None:
    running = Onboarding.objects.filter(
        person=person, template=template, stopped_at=None
    )
    if running.exists():
        raise AlreadyStarted(f"“{template}” is started for {person} already.")


def _project_for(
    person: Person, template: OnboardingTemplate, leader: Person, by: Any, at: datetime
) -> Project:
    """A project of its own, kept to the team: its tasks stand in all the usual lists."""
    team = _team_of(person, by)
    return add_project(
        name=f"{template.name}: {person.name}",
        team=team,
        leader=leader,
        why=template.purpose,
        visibility=Project.Visibility.TEAM,
        by=by,
        at=at,
    )


def _team_of(person: Person, by: Any) -> Team:
    """The newcomer's team; for who is in none of the leader's, the leader's own."""
    own = Membership.objects.filter(person_id=standing_of(by).person_id or 0)
    theirs = Membership.objects.filter(person=person)
    for rows in (theirs, own.order_by("-leads", "id")):
        for membership in rows.select_related("team").order_by("team__path"):
            if can_add_project(by, membership.team_id):
                return membership.team
    raise NoTeamToStartIn(f"{person} and you are in no team to start this in.")


def _add_task(
    onboarding: Onboarding,
    step: OnboardingStep,
    owner: Person,
    project: Project,
    by: Any,
    at: datetime,
) -> None:
    task = add_task(
        title=step.title,
        project=project,
        accountable=owner,
        contributors=[owner],
        deadline=day_of_step(onboarding.starts_on, step.day),
        definition_of_done=step.done_when,
        by=by,
        at=at,
    )
    OnboardingTask.objects.create(onboarding=onboarding, step=step, task=task)


def _locked(onboarding: Onboarding, by: Any) -> Onboarding:
    rows = Onboarding.objects.select_for_update(of=("self",))
    found = rows.select_related("person", "template", "project").get(pk=onboarding.pk)
    if not can_run_onboarding(by, found):
        raise PermissionDenied
    return found


def _tell(verb: str, onboarding: Onboarding, by: Any, at: datetime) -> None:
    _record(
        verb, onboarding, by, at, _accounts(onboarding, ("person", "leader", "buddy"))
    )


def _tell_readers(
    verb: str, onboarding: Onboarding, answer: OnboardingAnswer, by: Any, at: datetime
) -> None:
    names = ["person", "leader"]
    if answer.readers == OnboardingAnswer.Readers.BOTH:
        names.append("buddy")
    _record(verb, onboarding, by, at, _accounts(onboarding, names))


def _accounts(onboarding: Onboarding, names: Sequence[str]) -> list[int | None]:
    ids = [getattr(onboarding, f"{name}_id") for name in names]
    rows = Person.objects.filter(pk__in=[pk for pk in ids if pk is not None])
    return list(rows.values_list("user_id", flat=True))


def _record(
    verb: str, onboarding: Onboarding, by: Any, at: datetime, readers: list[int | None]
) -> None:
    activity.record(
        by=by,
        verb=verb,
        subject=onboarding,
        at=at,
        audience=activity.private(by.pk, *readers),
    )
