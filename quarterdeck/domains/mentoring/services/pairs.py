"""What the two do with their pair: goal, days, end, look back."""

from datetime import date, datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from quarterdeck.domains.activity import services as activity
from quarterdeck.shared.errors import Conflict, RuleBroken, StaleEdit

from ..models import MentorEvaluation, Mentorship
from ..permissions import can_write_goal
from .asking import check_days, refuse_crowd
from .telling import locked, person_id_of, save, tell, tell_two


class NotRunning(RuleBroken):
    pass


class NotEnded(RuleBroken):
    pass


class PairedAnew(RuleBroken):
    pass


@transaction.atomic
def write_mentoring_goal(
    *,
    pair: Mentorship,
    goal: str,
    leaders_see_goal: bool,
    by: Any,
    at: datetime,
    seen_version: int | None = None,
) -> Mentorship:
    """The mentee says in one sentence what it is for, and whether leaders read it."""
    pair = locked(pair, by)
    if not can_write_goal(by, pair):
        raise PermissionDenied
    if pair.ended_at is not None or pair.declined_at is not None:
        raise NotRunning("This mentoring is over.")
    changes = {"goal": goal.strip(), "leaders_see_goal": leaders_see_goal}
    if activity.revise_privately(
        pair, changes, at=at, seen_version=seen_version, changed_by="The other of you"
    ):
        tell_two("mentorship.goal_written", pair, by=by, at=at)
    return pair


@transaction.atomic
def change_mentoring_days(
    *,
    pair: Mentorship,
    ends_on: date,
    weeks: int,
    by: Any,
    at: datetime,
    seen_version: int | None = None,
) -> Mentorship:
    """Agree on another end, or on how often to meet."""
    pair = running(pair, by)
    check_days(pair.starts_on, ends_on)
    changes = {"ends_on": ends_on, "weeks": weeks}
    if activity.revise_privately(
        pair, changes, at=at, seen_version=seen_version, changed_by="The other of you"
    ):
        tell_two("mentorship.days_changed", pair, by=by, at=at)
    return pair


@transaction.atomic
def end_mentoring(*, pair: Mentorship, by: Any, at: datetime) -> Mentorship:
    """It is over; what was written stays with the two, for reading."""
    pair = running(pair, by)
    save(pair, at, ended_at=at)
    tell_two("mentorship.ended", pair, by=by, at=at)
    return pair


@transaction.atomic
def reopen_mentoring(*, pair: Mentorship, by: Any, at: datetime) -> Mentorship:
    """Go on where it ended, if the mentor has room."""
    pair = locked(pair, by)
    if pair.ended_at is None:
        raise NotEnded("This mentoring is not ended.")
    refuse_crowd(pair.mentor_id)
    others = Mentorship.objects.filter(ended_at=None, declined_at=None)
    same_two = others.filter(mentor_id=pair.mentor_id, mentee_id=pair.mentee_id)
    same_wish = others.filter(wish_id=pair.wish_id, wish__isnull=False)
    if same_two.exists() or same_wish.exists():
        raise PairedAnew("Another mentoring has taken its place.")
    save(pair, at, ended_at=None)
    tell_two("mentorship.reopened", pair, by=by, at=at)
    return pair


@transaction.atomic
def evaluate_mentoring(
    *,
    pair: Mentorship,
    helped: str,
    learnt: str,
    again: str,
    by: Any,
    at: datetime,
    seen_version: int | None = None,
) -> MentorEvaluation:
    """Each of the two looks back; what one does not know stays unknown."""
    pair = locked(pair, by)
    if pair.ended_at is None:
        raise NotEnded("End the mentoring first; then you both look back.")
    changes = {
        "helped": MentorEvaluation.Helped(helped),
        "learnt": learnt.strip(),
        "again": MentorEvaluation.Again(again),
    }
    mine = person_id_of(by)
    rows = MentorEvaluation.objects.select_for_update()
    found = rows.filter(mentorship=pair, writer_id=mine).first()
    if found is None:
        _refuse_erased(seen_version, changes["learnt"])
        found = MentorEvaluation.objects.create(
            mentorship=pair, writer_id=mine, created_at=at, updated_at=at, **changes
        )
    elif not activity.revise_privately(
        found, changes, at=at, seen_version=seen_version, changed_by="You"
    ):
        return found
    tell("mentorship.evaluated", pair, *pair.person_ids, by=by, at=at)
    return found


def running(pair: Mentorship, by: Any) -> Mentorship:
    """Return the pair locked, if it has begun and is not over."""
    pair = locked(pair, by)
    if not pair.is_running:
        raise NotRunning("This mentoring is over, or not agreed on yet.")
    return pair


def _refuse_erased(seen: int | None, text: str) -> None:
    if seen:  # it was there when the page was read
        raise StaleEdit((Conflict("learnt", theirs="", yours=text, by="Somebody"),))
