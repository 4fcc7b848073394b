"""Forget somebody: their way in goes; what they handed in stays without their name."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Q

from quarterdeck.domains.activity import services as activity
from quarterdeck.domains.activity.queries import kind_of
from quarterdeck.domains.people.models import Person
from quarterdeck.domains.projects.models import Project, Task

from ..models import (
    Candidate,
    Dissent,
    HiringDecision,
    HiringMember,
    Interview,
    Onboarding,
)
from .candidates import erase


@transaction.atomic
def forget_people(*, people: Iterable[Person], by: Any, at: datetime) -> None:
    """Erase what is theirs, and take their name off what belongs to others.

    Who they were as a candidate goes, and how they were taken in, with its tasks. Scores
    they handed in were part of a decision about somebody else: those stay, unnamed, until
    that candidate is erased. Who may ask for this is decided by the room that removes
    people, which also records it as an act of `by`.
    """
    ids = [person.pk for person in people]
    theirs = Q(hire__person_id__in=ids) | Q(person_id__in=ids)
    erase(list(Candidate.objects.filter(theirs)), at=at)
    _forget_onboardings(ids)
    Interview.objects.filter(interviewer_id__in=ids, handed_in_at=None).delete()
    for table, field in (
        (Interview, "interviewer"),
        (HiringDecision, "decider"),
        (Dissent, "person"),
        (Onboarding, "leader"),
        (Onboarding, "buddy"),
    ):
        rows = table._default_manager.filter(**{f"{field}_id__in": ids})
        _without_names(rows)
        rows.update(**{field: None, "updated_at": at})
    HiringMember.objects.filter(person_id__in=ids).delete()


def _forget_onboardings(ids: list[int]) -> None:
    """The project was made for them and carries their name, so it goes as well."""
    own = Onboarding.objects.filter(person_id__in=ids)
    project_ids = list(own.values_list("project_id", flat=True))
    projects = Project.objects.filter(pk__in=[pk for pk in project_ids if pk])
    tasks = Task.objects.filter(project__in=projects)
    for rows in (own, projects, tasks):
        _without_names(rows)
    own.delete()
    tasks.delete()
    projects.delete()


def _without_names(rows: Any) -> None:
    for record in rows:
        activity.erase_words_of(kind=kind_of(record), subject_id=record.pk)
