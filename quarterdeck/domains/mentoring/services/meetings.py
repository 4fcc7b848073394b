"""Write down a meeting and what was talked about; agree on steps."""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from quarterdeck.domains.activity import services as activity
from quarterdeck.shared.errors import RuleBroken

from ..models import MentorMeeting, Mentorship, MentorStep
from .pairs import running
from .telling import person_id_of, save, tell_two

MOST_STEPS = 50


class InTheFuture(RuleBroken):
    pass


class NothingWritten(RuleBroken):
    pass


class TooManySteps(RuleBroken):
    pass


class StepStands(RuleBroken):
    pass


@transaction.atomic
def note_meeting(
    *, pair: Mentorship, on: date, talked: str, by: Any, at: datetime
) -> MentorMeeting:
    """Write down that the two met, and what they talked about."""
    pair = running(pair, by)
    _check(on, at)
    if not talked.strip():
        raise NothingWritten("Write a word about what you talked about.")
    meeting = MentorMeeting.objects.create(
        mentorship=pair,
        on=on,
        talked=talked.strip(),
        written_by_id=person_id_of(by),
        created_at=at,
        updated_at=at,
    )
    tell_two("mentor_meeting.noted", pair, by=by, at=at)
    return meeting


@transaction.atomic
def edit_mentor_meeting(
    *,
    meeting: MentorMeeting,
    on: date,
    talked: str,
    by: Any,
    at: datetime,
    seen_version: int | None = None,
) -> MentorMeeting | None:
    """Change what stands there; an empty text takes the meeting away, for both."""
    pair = running(meeting.mentorship, by)
    meeting = MentorMeeting.objects.select_for_update().get(
        pk=meeting.pk, mentorship=pair
    )
    _check(on, at)
    changes = {"on": on, "talked": talked.strip()}
    if not activity.revise_privately(
        meeting,
        changes,
        at=at,
        seen_version=seen_version,
        changed_by="The other of you",
    ):
        return meeting
    if meeting.talked:
        tell_two("mentor_meeting.edited", pair, by=by, at=at)
        return meeting
    tell_two("mentor_meeting.erased", pair, by=by, at=at)
    meeting.delete()
    return None


@transaction.atomic
def agree_on_step(
    *, pair: Mentorship, title: str, due_on: date | None, by: Any, at: datetime
) -> MentorStep:
    pair = running(pair, by)
    stand = MentorStep.objects.filter(mentorship=pair, removed_at=None, done_at=None)
    if stand.count() >= MOST_STEPS:
        raise TooManySteps(f"{MOST_STEPS} steps are open. Finish some of them first.")
    step = MentorStep.objects.create(
        mentorship=pair,
        title=title.strip(),
        due_on=due_on,
        created_at=at,
        updated_at=at,
    )
    tell_two("mentor_step.added", pair, by=by, at=at)
    return step


@transaction.atomic
def finish_mentor_step(*, step: MentorStep, by: Any, at: datetime) -> MentorStep:
    return _set(step, "mentor_step.finished", by, at, done_at=at)


@transaction.atomic
def reopen_mentor_step(*, step: MentorStep, by: Any, at: datetime) -> MentorStep:
    return _set(step, "mentor_step.reopened", by, at, done_at=None)


@transaction.atomic
def remove_mentor_step(*, step: MentorStep, by: Any, at: datetime) -> MentorStep:
    return _set(step, "mentor_step.removed", by, at, removed_at=at)


@transaction.atomic
def restore_mentor_step(*, step: MentorStep, by: Any, at: datetime) -> MentorStep:
    return _set(step, "mentor_step.restored", by, at, removed_at=None)


def _set(
    step: MentorStep, verb: str, by: Any, at: datetime, **fields: datetime | None
) -> MentorStep:
    pair = running(step.mentorship, by)
    step = MentorStep.objects.select_for_update().get(pk=step.pk, mentorship=pair)
    for name, value in fields.items():
        if (getattr(step, name) is None) == (value is None):
            raise StepStands("This is so already.")
    save(step, at, **fields)
    tell_two(verb, pair, by=by, at=at)
    return step


def _check(on: date, at: datetime) -> None:
    if on > at.date():
        raise InTheFuture("Write a meeting down when you have met.")
