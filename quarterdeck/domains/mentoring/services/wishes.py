"""Wish for a mentor; change the wish, take it back, put it again."""

from datetime import date, datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from quarterdeck.domains.activity import services as activity
from quarterdeck.domains.people.models import Skill
from quarterdeck.shared.errors import RuleBroken

from ..models import Mentorship, MentorWish
from .telling import person_id_of, save, tell

MOST_WISHES = 10


class SkillOrTheme(RuleBroken):
    pass


class AlreadyWished(RuleBroken):
    pass


class TooManyWishes(RuleBroken):
    pass


class WishIsAnswered(RuleBroken):
    pass


class WishWithdrawn(RuleBroken):
    pass


@transaction.atomic
def wish_for_mentor(
    *,
    skill: Skill | None = None,
    theme: str = "",
    until: date | None = None,
    leader_is_fine: bool = False,
    by: Any,
    at: datetime,
) -> MentorWish:
    """Say for oneself in what one would like a mentor."""
    mine = person_id_of(by)
    fields = _about(skill, theme)
    _refuse_one_more(mine)
    _refuse_twice(mine, skill)
    wish = MentorWish.objects.create(
        person_id=mine,
        until=until,
        leader_is_fine=leader_is_fine,
        created_at=at,
        updated_at=at,
        **fields,
    )
    tell("mentor_wish.added", wish, by=by, at=at)
    return wish


@transaction.atomic
def edit_wish(
    *,
    wish: MentorWish,
    skill: Skill | None,
    theme: str,
    until: date | None,
    leader_is_fine: bool,
    by: Any,
    at: datetime,
    seen_version: int | None = None,
) -> MentorWish:
    """Change a wish that no mentor answers yet."""
    wish = _own(wish, by)
    fields = _about(skill, theme)
    changes = {**fields, "until": until, "leader_is_fine": leader_is_fine}
    if skill is not None and skill.pk != wish.skill_id:
        _refuse_twice(wish.person_id, skill)
    if activity.revise_privately(
        wish, changes, at=at, seen_version=seen_version, changed_by="You"
    ):
        tell("mentor_wish.edited", wish, by=by, at=at)
    return wish


@transaction.atomic
def withdraw_wish(*, wish: MentorWish, by: Any, at: datetime) -> MentorWish:
    wish = _own(wish, by)
    if wish.withdrawn_at is not None:
        raise WishWithdrawn("You have withdrawn this wish already.")
    save(wish, at, withdrawn_at=at)
    tell("mentor_wish.withdrawn", wish, by=by, at=at)
    return wish


@transaction.atomic
def restore_wish(*, wish: MentorWish, by: Any, at: datetime) -> MentorWish:
    wish = _own(wish, by)
    if wish.withdrawn_at is None:
        raise WishWithdrawn("This wish stands.")
    _refuse_one_more(wish.person_id)
    _refuse_twice(wish.person_id, wish.skill)
    save(wish, at, withdrawn_at=None)
    tell("mentor_wish.restored", wish, by=by, at=at)
    return wish


def _about(skill: Skill | None, theme: str) -> dict[str, Any]:
    theme = theme.strip()
    if (skill is None) == (not theme):
        raise SkillOrTheme("Choose a skill, or name a theme in your own words.")
    return {"skill": skill, "theme": theme}


def _standing(person_id: int) -> Any:
    return MentorWish.objects.filter(person_id=person_id, withdrawn_at=None)


def _refuse_one_more(person_id: int) -> None:
    if _standing(person_id).count() >= MOST_WISHES:
        raise TooManyWishes(f"You have {MOST_WISHES} wishes. Withdraw one first.")


def _refuse_twice(person_id: int, skill: Skill | None) -> None:
    if skill and _standing(person_id).filter(skill=skill).exists():
        raise AlreadyWished(f"You wish for a mentor in {skill} already.")


def _own(wish: MentorWish, by: Any) -> MentorWish:
    """Return one's own wish, locked; one that is answered stays as it is."""
    mine = person_id_of(by)
    found = MentorWish.objects.select_for_update().get(pk=wish.pk)
    if found.person_id != mine:
        raise PermissionDenied
    answered = Mentorship.objects.filter(wish=found, ended_at=None, declined_at=None)
    if answered.exists():
        raise WishIsAnswered("A mentor is asked for this wish, or found already.")
    return found
