"""Who mentors, in what, and whether they have room."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Prefetch, Q, QuerySet

from quarterdeck.domains.accounts.queries import while_private_rooms_are_open
from quarterdeck.domains.feedback.queries import who_can_read
from quarterdeck.domains.people.models import Person, Skill
from quarterdeck.domains.people.permissions import is_member, standing_of

from ..models import MentorOffer, Mentorship, OfferedSkill

MOST_SKILLS = 12


def offers_visible_to(user: Any) -> QuerySet[MentorOffer]:
    """Return the offers that stand, for every member, and one's own withdrawn one."""
    own = Q(person_id=standing_of(user).person_id or 0)
    rows = MentorOffer.objects.filter(Q(withdrawn_at=None) | own)
    rows = rows if is_member(user) else rows.none()
    named = OfferedSkill.objects.select_related("skill").order_by("skill__name")
    rows = rows.select_related("person").prefetch_related(Prefetch("skills", named))
    return while_private_rooms_are_open(user, rows.order_by("person__name", "id"))


def offers_that_stand(today: date) -> QuerySet[MentorOffer]:
    """Return the offers of people who are here and can sign in as members."""
    here = who_can_read(today).values("pk")
    return MentorOffer.objects.filter(
        person_id__in=here, withdrawn_at=None, since__lte=today
    )


def own_offer(user: Any) -> MentorOffer | None:
    mine = standing_of(user).person_id
    return offers_visible_to(user).filter(person_id=mine or 0).first()


@dataclass(frozen=True)
class ShownOffer:
    """What a person's page says of it: the offer, and whether there is room."""

    offer: MentorOffer
    has_room: bool


def offer_of(*, user: Any, person: Person) -> ShownOffer | None:
    """Return the offer of somebody, to whoever may read who mentors."""
    rows = offers_visible_to(user).filter(person=person, withdrawn_at=None)
    offer = rows.first()
    if offer is None:
        return None
    return ShownOffer(offer, mentees_of([person.pk])[person.pk] < offer.capacity)


def skills_to_offer(user: Any) -> QuerySet[Skill]:
    """Return the skills one has a level of: nobody mentors in what they cannot do."""
    mine = standing_of(user).person_id
    rows = Skill.objects.filter(levels__person_id=mine or 0, levels__level__gt=0)
    return while_private_rooms_are_open(user, rows.order_by("name"))


def mentees_of(mentor_ids: Collection[int]) -> Counter[int]:
    """Count whom each mentor has or is asked for: both take up their room."""
    rows = Mentorship.objects.filter(
        mentor_id__in=mentor_ids, ended_at=None, declined_at=None
    )
    counted = rows.order_by().values_list("mentor_id").annotate(Count("pk"))
    return Counter(dict(counted))
