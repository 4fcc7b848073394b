"""Who could be the mentor of one wish, with the reasons; nobody is chosen here."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from quarterdeck.domains.people.models import Person, PersonSkill
from quarterdeck.domains.people.rules import is_stale
from quarterdeck.engines.pairing import Mentor, Need, refusal
from quarterdeck.engines.pairing.fitting import distance

from ..models import MentorOffer, Mentorship, MentorWish, OfferedSkill
from ..rules import Inputs, missing_of, reasons_of
from .leaders import direct_leaders
from .offers import mentees_of, offers_that_stand, offers_visible_to

MOST_OFFERS = 500
SHOWN = 30


@dataclass(frozen=True)
class Possible:
    """One mentor for a wish: why, what is not known, and what stands in the way."""

    person: Person
    themes: str
    reasons: list[str]
    missing: list[str]
    has_room: bool
    is_leader: bool


@dataclass(frozen=True)
class Found:
    mentors: list[Possible]
    too_low: int
    refused: int
    leaders: list[Person]  # who could, were they not the own leader


def mentors_for(*, user: Any, wish: MentorWish, today: date) -> Found:
    """Return who offers what is wished for, whoever has room and is nearest first."""
    mentors, offers = standing_mentors(
        today, offers_visible_to(user).values_list("pk", flat=True), wish.skill_id
    )
    levels = levels_of([wish.person_id, *offers], [wish.skill_id or 0])
    need = need_of_wish(wish, levels)
    leaders = direct_leaders([wish.person_id])[wish.person_id]
    known = known_pairs([wish.person_id])
    rows: list[tuple[Any, Possible]] = []
    too_low = refused = 0
    for_leaders: list[Person] = []
    for mentor in mentors:
        leads = mentor.person in leaders
        excluded = (mentor.person, wish.person_id) in known
        why = refusal(need, mentor, leads=leads, excluded=excluded)
        too_low += why == "too_low"
        refused += why == "refused"
        if why == "only_leader":
            for_leaders.append(offers[mentor.person].person)
        if why in (None, "full"):
            order = (why == "full", leads, distance(need, mentor) + mentor.mentees)
            offer = offers[mentor.person]
            rows.append(
                (
                    (*order, offer.person.name, offer.pk),
                    _possible(wish, mentor, offer, leads, levels, today),
                )
            )
    ranked = [possible for _, possible in sorted(rows, key=lambda row: row[0])]
    return Found(ranked[:SHOWN], too_low, refused, for_leaders)


def _possible(
    wish: MentorWish,
    mentor: Mentor,
    offer: MentorOffer,
    leads: bool,
    levels: "Levels",
    today: date,
) -> Possible:
    found = inputs_of(wish.skill_id, wish.person_id, mentor.person, levels, today)
    inputs = Inputs(
        about=wish.about,
        wished=True,
        mentees=mentor.mentees,
        capacity=offer.capacity,
        is_leader=leads,
        others=0,
        **found,
    )
    return Possible(
        person=offer.person,
        themes=offer.themes,
        reasons=reasons_of(inputs)[1:],
        missing=missing_of(inputs),
        has_room=mentor.room > 0,
        is_leader=leads,
    )


Levels = dict[tuple[int, int], PersonSkill]


def levels_of(people: Collection[int], skills: Collection[int]) -> Levels:
    rows = PersonSkill.objects.filter(person_id__in=people, skill_id__in=skills)
    return {(row.person_id, row.skill_id): row for row in rows}


def inputs_of(
    skill_id: int | None, person_id: int, mentor_id: int, levels: Levels, today: date
) -> dict[str, Any]:
    """Return the levels of the two, and whether one is old."""
    rows = [levels.get((who, skill_id or 0)) for who in (person_id, mentor_id)]
    mine, theirs = rows
    return {
        "has_skill": skill_id is not None,
        "level": mine.level if mine else None,
        "mentor_level": theirs.level if theirs else None,
        "is_old": any(row and is_stale(row.assessed_on, today) for row in rows),
    }


def need_of_wish(wish: MentorWish, levels: Levels) -> Need:
    known = levels.get((wish.person_id, wish.skill_id or 0))
    return Need(
        number=wish.pk,
        person=wish.person_id,
        skill=wish.skill_id,
        level=known.level if known else None,
        leader_is_fine=wish.leader_is_fine,
    )


def standing_mentors(
    today: date, offer_ids: Iterable[int] | None = None, skill_id: int | None = None
) -> tuple[list[Mentor], dict[int, MentorOffer]]:
    """Return the mentors as the engine knows them, and their offers by person."""
    rows = offers_that_stand(today).select_related("person").order_by("pk")
    rows = rows if offer_ids is None else rows.filter(pk__in=offer_ids)
    if skill_id is not None:
        rows = rows.filter(skills__skill_id=skill_id)
    offers = {row.person_id: row for row in rows[:MOST_OFFERS]}
    offered = OfferedSkill.objects.filter(offer__person_id__in=offers)
    able = list(offered.values_list("offer__person_id", "skill_id"))
    known = levels_of(offers, {skill_id for _, skill_id in able})
    taken = mentees_of(offers)
    levels: dict[int, dict[int, int]] = {person_id: {} for person_id in offers}
    for person_id, skill in able:
        if (person_id, skill) in known:
            levels[person_id][skill] = known[person_id, skill].level
    mentors = [
        Mentor(
            person=person_id,
            room=max(0, offer.capacity - taken[person_id]),
            mentees=taken[person_id],
            levels=levels[person_id],
            themes=bool(offer.themes),
        )
        for person_id, offer in offers.items()
    ]
    return mentors, offers


def known_pairs(person_ids: Collection[int]) -> set[tuple[int, int]]:
    """Return (mentor, mentee) that are a pair or asked, or where one has said no."""
    rows = Mentorship.objects.filter(mentee_id__in=person_ids, ended_at=None)
    return set(rows.values_list("mentor_id", "mentee_id"))
