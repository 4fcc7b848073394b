"""Ask somebody to be one's mentor, agree, say no. Both agree before it begins."""

from datetime import date, datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from quarterdeck.domains.people.models import Person
from quarterdeck.engines.pairing import Need, refusal
from quarterdeck.shared.errors import RuleBroken

from ..models import MentorOffer, Mentorship, MentorWish
from ..permissions import can_answer
from ..queries import offers_visible_to, still_open
from ..queries.finding import known_pairs, levels_of, need_of_wish, standing_mentors
from ..queries.leaders import direct_leaders
from ..rules import MOST_DAYS
from .telling import locked, person_id_of, tell_two


class CannotMentor(RuleBroken):
    pass


class WishNotOpen(RuleBroken):
    pass


class NoRoom(RuleBroken):
    pass


class DaysDoNotFit(RuleBroken):
    pass


class AlreadyAnswered(RuleBroken):
    pass


WORDS = {
    "nobody_offers": "{mentor} does not offer this.",
    "too_low": "{mentor} is not a level above in this skill.",
    "only_leader": "{mentor} leads you. Say in your wish that this is fine, then ask.",
    "refused": "{mentor} is your mentor, is asked already, or one of you said no.",
    "full": "{mentor} has no room for one more mentee.",
}


@transaction.atomic
def ask_mentor(
    *,
    wish: MentorWish,
    mentor: Person,
    goal: str,
    leaders_see_goal: bool,
    starts_on: date,
    ends_on: date,
    weeks: int,
    by: Any,
    at: datetime,
) -> Mentorship:
    """Ask one of the possible mentors of one's own wish."""
    mine = person_id_of(by)
    if wish.person_id != mine:
        raise PermissionDenied
    if not offers_visible_to(by).filter(person=mentor).exists():
        raise CannotMentor(WORDS["nobody_offers"].format(mentor=mentor))
    check_days(starts_on, ends_on)
    need = lock_need(wish, at)
    refuse_misfit(need, mentor, at.date())
    pair = add_pair(
        mentor_id=mentor.pk,
        mentee_id=mine,
        wish=wish,
        skill=wish.skill,
        asked_by_id=mine,
        goal=goal.strip(),
        leaders_see_goal=leaders_see_goal,
        starts_on=starts_on,
        ends_on=ends_on,
        weeks=weeks,
        mentee_agreed_at=at,
        at=at,
    )
    tell_two("mentorship.asked", pair, by=by, at=at)
    return pair


@transaction.atomic
def agree_to_mentoring(*, pair: Mentorship, by: Any, at: datetime) -> Mentorship:
    """One of the two agrees; when both have, it begins."""
    pair = locked(pair, by)
    if not pair.waits:
        raise AlreadyAnswered("This is answered already.")
    if not can_answer(by, pair):
        raise AlreadyAnswered("You have agreed; the other has yet to answer.")
    refuse_crowd(pair.mentor_id)
    side = "mentor" if person_id_of(by) == pair.mentor_id else "mentee"
    setattr(pair, f"{side}_agreed_at", at)
    if pair.mentor_agreed_at and pair.mentee_agreed_at:
        pair.began_at = at
    pair.version, pair.updated_at = pair.version + 1, at
    pair.save()
    tell_two("mentorship.agreed", pair, by=by, at=at)
    return pair


@transaction.atomic
def decline_mentoring(*, pair: Mentorship, by: Any, at: datetime) -> None:
    """Say no; or take back what one has asked, then nothing of it stays."""
    pair = locked(pair, by)
    if not pair.waits:
        raise AlreadyAnswered("This is answered already.")
    if pair.asked_by_id == person_id_of(by):
        tell_two("mentorship.taken_back", pair, by=by, at=at)
        pair.delete()
        return
    pair.declined_at = pair.updated_at = at
    # What was written for a pair that never was is nobody's to read.
    pair.goal, pair.leaders_see_goal = "", False
    pair.save(update_fields=["declined_at", "updated_at", "goal", "leaders_see_goal"])
    tell_two("mentorship.declined", pair, by=by, at=at)


def add_pair(*, at: datetime, **fields: Any) -> Mentorship:
    """Write the pair; the database has the last word on who is one already."""
    try:
        with transaction.atomic():
            return Mentorship.objects.create(created_at=at, updated_at=at, **fields)
    except IntegrityError:
        raise AlreadyAnswered(
            "These two are a pair already, or one is asked."
        ) from None


def lock_need(wish: MentorWish, at: datetime) -> Need:
    """Return the need of a wish that stands and that nobody is asked for."""
    rows = MentorWish.objects.select_for_update().filter(pk=wish.pk)
    if not still_open(rows, at.date()).exists():
        raise WishNotOpen("This wish is withdrawn, over, or a mentor is asked for it.")
    return need_of_wish(wish, levels_of([wish.person_id], [wish.skill_id or 0]))


def refuse_misfit(need: Need, mentor: Person, today: date) -> None:
    """Raise unless this mentor could be theirs at this moment, with room."""
    MentorOffer.objects.select_for_update().filter(person=mentor).first()
    rows = MentorOffer.objects.filter(person=mentor).values_list("pk", flat=True)
    found, _ = standing_mentors(today, rows)
    leads = mentor.pk in direct_leaders([need.person])[need.person]
    excluded = (mentor.pk, need.person) in known_pairs([need.person])
    why: str | None = "nobody_offers"
    for one in found:
        why = refusal(need, one, leads=leads, excluded=excluded)
    if why is not None:
        raise CannotMentor(WORDS[why].format(mentor=mentor))


def refuse_crowd(mentor_id: int) -> None:
    """Raise where one more running pair would be more than the mentor offers."""
    rows = MentorOffer.objects.select_for_update().filter(person_id=mentor_id)
    offer = rows.first()
    if offer is None or not offer.stands:
        raise NoRoom("The mentor has withdrawn their offer.")
    running = Mentorship.objects.filter(
        mentor_id=mentor_id, began_at__isnull=False, ended_at=None
    )
    if running.count() >= offer.capacity:
        raise NoRoom("The mentor has as many mentees as they offer to take.")


def check_days(starts_on: date, ends_on: date) -> None:
    if not 0 <= (ends_on - starts_on).days <= MOST_DAYS:
        raise DaysDoNotFit("It ends after it starts, within two years.")
