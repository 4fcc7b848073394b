"""Say that one will mentor; take it back and say it again."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from quarterdeck.domains.activity import services as activity
from quarterdeck.domains.people.models import Skill
from quarterdeck.shared.errors import RuleBroken

from ..models import MentorOffer, OfferedSkill
from ..queries import skills_to_offer
from .telling import person_id_of, save, tell


class NothingOffered(RuleBroken):
    pass


class NotOneOfYourSkills(RuleBroken):
    pass


class OfferWithdrawn(RuleBroken):
    pass


@transaction.atomic
def offer_mentoring(
    *,
    capacity: int,
    skills: Iterable[Skill],
    themes: str,
    since: date,
    by: Any,
    at: datetime,
    seen_version: int | None = None,
) -> MentorOffer:
    """Say, or say anew, in what one will mentor and how many people at once."""
    mine, chosen = person_id_of(by), {skill.pk for skill in skills}
    themes = themes.strip()
    if not chosen and not themes:
        raise NothingOffered("Choose a skill, or say in which themes you will mentor.")
    if chosen - set(skills_to_offer(by).values_list("pk", flat=True)):
        raise NotOneOfYourSkills("You mentor in skills that you have a level of.")
    fields = {"capacity": capacity, "themes": themes, "since": since}
    offer = MentorOffer.objects.select_for_update().filter(person_id=mine).first()
    if offer is None:
        offer = MentorOffer.objects.create(
            person_id=mine, **fields, created_at=at, updated_at=at
        )
        _name_skills(offer, chosen)
        tell("mentor_offer.made", offer, by=by, at=at)
        return offer
    changed = activity.revise_privately(
        offer, fields, at=at, seen_version=seen_version, changed_by="You"
    )
    if offer.withdrawn_at is not None:
        save(offer, at, withdrawn_at=None)
        changed = True
    if _name_skills(offer, chosen) or changed:
        tell("mentor_offer.edited", offer, by=by, at=at)
    return offer


@transaction.atomic
def withdraw_offer(*, offer: MentorOffer, by: Any, at: datetime) -> MentorOffer:
    """Take no more mentees. Those one has stay until their pair ends."""
    offer = _own(offer, by)
    if offer.withdrawn_at is not None:
        raise OfferWithdrawn("You have withdrawn this already.")
    save(offer, at, withdrawn_at=at)
    tell("mentor_offer.withdrawn", offer, by=by, at=at)
    return offer


@transaction.atomic
def restore_offer(*, offer: MentorOffer, by: Any, at: datetime) -> MentorOffer:
    """Mentor again, in what was offered before."""
    offer = _own(offer, by)
    if offer.withdrawn_at is None:
        raise OfferWithdrawn("Your offer stands.")
    save(offer, at, withdrawn_at=None)
    tell("mentor_offer.restored", offer, by=by, at=at)
    return offer


def _own(offer: MentorOffer, by: Any) -> MentorOffer:
    mine = person_id_of(by)
    found = MentorOffer.objects.select_for_update().get(pk=offer.pk)
    if found.person_id != mine:
        raise PermissionDenied
    return found


def _name_skills(offer: MentorOffer, wanted: set[int]) -> bool:
    """Make the named skills these; tell whether any changed."""
    rows = OfferedSkill.objects.filter(offer=offer)
    had = set(rows.values_list("skill_id", flat=True))
    rows.exclude(skill_id__in=wanted).delete()
    OfferedSkill.objects.bulk_create(
        OfferedSkill(offer=offer, skill_id=skill_id) for skill_id in wanted - had
    )
    return had != wanted
