"""Give somebody a project as practice in leading; look back on it together."""

from datetime import date, datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from quarterdeck.domains.activity import services as activity
from quarterdeck.domains.development.models import DevelopmentStep
from quarterdeck.domains.feedback.queries import unreadable
from quarterdeck.domains.people.models import Person
from quarterdeck.domains.projects.models import Project
from quarterdeck.domains.projects.queries import projects_visible_to
from quarterdeck.shared.errors import RuleBroken

from ..models import LeadershipProject
from ..permissions import can_debrief, can_give_practice_to, takes_part
from ..queries import steps_to_link
from .asking import check_days
from .telling import person_id_of, save, tell


class PracticesThere(RuleBroken):
    pass


class WrongSponsor(RuleBroken):
    pass


class StepOfAnother(RuleBroken):
    pass


class TakenOff(RuleBroken):
    pass


@transaction.atomic
def give_leadership_project(
    *,
    person: Person,
    project: Project,
    to_learn: str,
    sponsor: Person | None,
    step: DevelopmentStep | None,
    starts_on: date,
    ends_on: date,
    by: Any,
    at: datetime,
) -> LeadershipProject:
    """Write down that somebody leads a project to learn something by it."""
    mine = person_id_of(by)
    if not can_give_practice_to(by, person):
        raise PermissionDenied
    if not projects_visible_to(by).filter(pk=project.pk).exists():
        raise PermissionDenied
    check_days(starts_on, ends_on)
    _refuse_sponsor(person, sponsor, at.date())
    if step is not None and not _may_link(by, person, step):
        raise StepOfAnother("This step is not open in their plan.")
    try:
        with transaction.atomic():
            row = LeadershipProject.objects.create(
                person=person,
                project=project,
                to_learn=to_learn.strip(),
                sponsor=sponsor,
                step=step,
                given_by_id=mine,
                starts_on=starts_on,
                ends_on=ends_on,
                created_at=at,
                updated_at=at,
            )
    except IntegrityError:
        raise PracticesThere(f"{person} practises in this project already.") from None
    tell("leadership_project.given", row, person.pk, row.sponsor_id, by=by, at=at)
    return row


@transaction.atomic
def edit_leadership_project(
    *,
    row: LeadershipProject,
    to_learn: str,
    sponsor: Person | None,
    step: DevelopmentStep | None,
    starts_on: date,
    ends_on: date,
    by: Any,
    at: datetime,
    seen_version: int | None = None,
) -> LeadershipProject:
    row = _given(row, by)
    check_days(starts_on, ends_on)
    if sponsor is not None and sponsor.pk != row.sponsor_id:
        _refuse_sponsor(row.person, sponsor, at.date())
    if (
        step is not None
        and step.pk != row.step_id
        and not _may_link(by, row.person, step)
    ):
        raise StepOfAnother("This step is not open in their plan.")
    before = row.sponsor_id
    changes = {
        "to_learn": to_learn.strip(),
        "sponsor": sponsor,
        "step": step,
        "starts_on": starts_on,
        "ends_on": ends_on,
    }
    if activity.revise_privately(row, changes, at=at, seen_version=seen_version):
        people = (row.person_id, row.sponsor_id, before)
        tell("leadership_project.edited", row, *people, by=by, at=at)
    return row


@transaction.atomic
def debrief_leadership_project(
    *,
    row: LeadershipProject,
    learnt: str,
    differently: str,
    by: Any,
    at: datetime,
    seen_version: int | None = None,
) -> LeadershipProject:
    """Whoever practised says what they learnt, and what they would do differently."""
    row = _locked(row)
    if not can_debrief(by, row):
        raise PermissionDenied
    changes: dict[str, Any] = {
        "learnt": learnt.strip(),
        "differently": differently.strip(),
    }
    if row.debriefed_on is None:
        changes["debriefed_on"] = at.date()
    if activity.revise_privately(row, changes, at=at, seen_version=seen_version):
        people = (row.person_id, row.sponsor_id, row.given_by_id)
        tell("leadership_project.debriefed", row, *people, by=by, at=at)
    return row


@transaction.atomic
def remove_leadership_project(
    *, row: LeadershipProject, by: Any, at: datetime
) -> LeadershipProject:
    """Take it off; the project itself is not touched."""
    row = _given(row, by)
    save(row, at, removed_at=at)
    people = (row.person_id, row.sponsor_id)
    tell("leadership_project.removed", row, *people, by=by, at=at)
    return row


@transaction.atomic
def restore_leadership_project(
    *, row: LeadershipProject, by: Any, at: datetime
) -> LeadershipProject:
    row = _locked(row, taken_off=True)
    if not can_give_practice_to(by, row.person):
        raise PermissionDenied
    twin = LeadershipProject.objects.filter(
        person_id=row.person_id, project=row.project, removed_at=None
    )
    if row.project is not None and twin.exists():
        raise PracticesThere(f"{row.person} practises in this project already.")
    save(row, at, removed_at=None)
    people = (row.person_id, row.sponsor_id)
    tell("leadership_project.restored", row, *people, by=by, at=at)
    return row


def _given(row: LeadershipProject, by: Any) -> LeadershipProject:
    row = _locked(row)
    if not takes_part(by) or not can_give_practice_to(by, row.person):
        raise PermissionDenied
    return row


def _locked(row: LeadershipProject, *, taken_off: bool = False) -> LeadershipProject:
    rows = LeadershipProject.objects.select_for_update(of=("self",))
    found = rows.select_related("person", "project").get(pk=row.pk)
    if (found.removed_at is not None) != taken_off:
        raise TakenOff("This is taken off." if not taken_off else "This stands.")
    return found


def _refuse_sponsor(person: Person, sponsor: Person | None, today: date) -> None:
    if sponsor is None:
        return
    if sponsor.pk == person.pk:
        raise WrongSponsor("Nobody backs themselves up.")
    if unreadable([sponsor], today):
        raise WrongSponsor(f"{sponsor} cannot sign in, and could not read this.")


def _may_link(by: Any, person: Person, step: DevelopmentStep) -> bool:
    return steps_to_link(user=by, person=person).filter(pk=step.pk).exists()
