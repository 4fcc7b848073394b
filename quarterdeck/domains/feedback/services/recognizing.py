"""Thank somebody in one's own words, for work and for a value that showed in it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from quarterdeck.domains.activity import services as activity
from quarterdeck.domains.activity.queries import kind_of
from quarterdeck.domains.goals.models import Goal
from quarterdeck.domains.organization.models import Team
from quarterdeck.domains.people.models import Person
from quarterdeck.domains.people.permissions import standing_of
from quarterdeck.domains.projects.models import Task
from quarterdeck.domains.strategy.models import Value
from quarterdeck.shared.errors import RuleBroken

from ..models import Recognition, RecognitionReceiver
from ..permissions import can_give_recognition, can_narrow_recognition, gave
from ..queries.recognition import is_at_home
from .beginning import refuse_unreadable
from .telling import team_and_thanked, those_thanked

MOST_THANKED = 20


class NobodyThanked(RuleBroken):
    pass


class TooManyThanked(RuleBroken):
    pass


class ThanksForNothing(RuleBroken):
    pass


class NotTheirTeam(RuleBroken):
    pass


class RecognitionGone(RuleBroken):
    pass


class AlreadyBetweenThem(RuleBroken):
    pass


@transaction.atomic
def give_recognition(
    *,
    words: str,
    people: Sequence[Person],
    by: Any,
    at: datetime,
    task: Task | None = None,
    goal: Goal | None = None,
    value: Value | None = None,
    team: Team | None = None,
) -> Recognition:
    """Thank these people; `team` may read it too, or without one nobody else."""
    if not can_give_recognition(by):
        raise PermissionDenied
    me = standing_of(by).person_id
    thanked = {person.pk: person for person in people if person.pk != me}
    _refuse_odd(thanked, task, goal, value)
    if team is None:
        refuse_unreadable(list(thanked.values()), at)
    else:
        _refuse_strangers(team, thanked, task, goal)
    recognition = Recognition.objects.create(
        giver_id=me,
        given_by=by,
        words=words.strip(),
        task=task,
        goal=goal,
        value=value,
        team=team,
        given_at=at,
    )
    RecognitionReceiver.objects.bulk_create(
        RecognitionReceiver(
            recognition=recognition, person=person, user_id=person.user_id
        )
        for person in thanked.values()
    )
    activity.record(
        by=by,
        verb="recognition.given",
        subject=recognition,
        subject_name=" and ".join(person.name for person in thanked.values()),
        at=at,
        audience=team_and_thanked(recognition),
    )
    return recognition


@transaction.atomic
def narrow_recognition(*, recognition: Recognition, by: Any, at: datetime) -> None:
    """Keep it between who gave it and who is thanked. There is no way back from here."""
    recognition = standing_recognition(recognition)
    if not can_narrow_recognition(by, recognition):
        raise PermissionDenied
    if recognition.team_id is None:
        raise AlreadyBetweenThem("Nobody else reads it already.")
    recognition.team, recognition.narrowed_at = None, at
    recognition.save(update_fields=["team", "narrowed_at"])
    _hush("recognition.narrowed", recognition, by, at)


@transaction.atomic
def take_back_recognition(*, recognition: Recognition, by: Any, at: datetime) -> None:
    """Take it back; only the giver still has the words, to write them anew."""
    recognition = standing_recognition(recognition)
    if not gave(by, recognition):
        raise PermissionDenied
    recognition.taken_back_at = at
    recognition.save(update_fields=["taken_back_at"])
    _hush("recognition.taken_back", recognition, by, at)


def _hush(verb: str, recognition: Recognition, by: Any, at: datetime) -> None:
    """What the team was told of it says no name any more."""
    activity.erase_words_of(kind=kind_of(recognition), subject_id=recognition.pk)
    activity.record(
        by=by,
        verb=verb,
        subject=recognition,
        at=at,
        audience=those_thanked(recognition),
    )


def standing_recognition(recognition: Recognition) -> Recognition:
    rows = Recognition.objects.select_for_update()
    recognition = rows.get(pk=recognition.pk)
    if recognition.taken_back_at is not None:
        raise RecognitionGone("It was taken back already.")
    return recognition


def _refuse_odd(
    thanked: dict[int, Person],
    task: Task | None,
    goal: Goal | None,
    value: Value | None,
) -> None:
    if not thanked:
        raise NobodyThanked("Choose at least one other person to thank.")
    if len(thanked) > MOST_THANKED:
        raise TooManyThanked(f"Thank at most {MOST_THANKED} people at once.")
    if task is None and goal is None and value is None:
        raise ThanksForNothing("Say what for: a task, a goal or a value.")


def _refuse_strangers(
    team: Team, thanked: dict[int, Person], task: Task | None, goal: Goal | None
) -> None:
    if not is_at_home(
        team_id=team.pk,
        person_ids=thanked,
        task_id=task.pk if task else None,
        goal_id=goal.pk if goal else None,
    ):
        raise NotTheirTeam(f"Nobody of those thanked is in {team}.")
