"""Turn wishes and offers into what the pairing engine knows, and its answer back."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from quarterdeck.domains.people.models import Person, PersonSkill
from quarterdeck.engines.pairing import Answer, Left, Mentor, Need, Pair, Problem

from .models import MentorOffer, MentorWish, PairingProposal, ProposedPair
from .queries import still_open
from .queries.finding import (
    Levels,
    inputs_of,
    known_pairs,
    levels_of,
    need_of_wish,
    standing_mentors,
)
from .queries.leaders import direct_leaders

MOST_NEEDS = 500  # the oldest wishes first; the rest stand in the next proposal


@dataclass(frozen=True)
class Asked:
    """The problem, and the records that its numbers mean."""

    problem: Problem
    about: dict[int, MentorWish | PersonSkill]  # by the number of the need
    mentors: dict[int, Mentor]
    offers: dict[int, MentorOffer]
    levels: Levels
    today: date


def translate(people: Collection[Person] | Any, today: date) -> Asked:
    """Return what there is to pair among these people: wishes, then hopes to grow."""
    wishes = list(
        still_open(MentorWish.objects.filter(person__in=people), today)
        .select_related("skill")
        .order_by("created_at", "id")[:MOST_NEEDS]
    )
    growing = PersonSkill.objects.filter(person__in=people, wants_to_grow=True)
    mentors, offers = standing_mentors(today)
    offered = {skill for mentor in mentors for skill in mentor.levels}
    hopes = list(
        growing.filter(skill_id__in=offered).order_by("id")[: MOST_NEEDS - len(wishes)]
    )
    both: list[MentorWish | PersonSkill] = [*wishes, *hopes]
    person_ids = {row.person_id for row in both}
    skill_ids = {row.skill_id for row in both if row.skill_id}
    levels = levels_of({*person_ids, *offers}, skill_ids)
    known = known_pairs(person_ids)
    about, needs = _needs(wishes, hopes, levels, known)
    leaders = direct_leaders(person_ids)
    return Asked(
        problem=Problem(
            needs=tuple(needs),
            mentors=tuple(mentors),
            leaders=tuple(
                sorted((b, who) for who, all in leaders.items() for b in all)
            ),
            excluded=tuple(sorted(known)),
        ),
        about=about,
        mentors={one.person: one for one in mentors},
        offers=offers,
        levels=levels,
        today=today,
    )


def _needs(
    wishes: list[MentorWish],
    hopes: list[PersonSkill],
    levels: Levels,
    known: set[tuple[int, int]],
) -> tuple[dict[int, MentorWish | PersonSkill], list[Need]]:
    """Number the needs in order; what is wished for is not counted again as a hope."""
    about: dict[int, MentorWish | PersonSkill] = {}
    needs: list[Need] = []
    for wish in wishes:
        need = need_of_wish(wish, levels)
        about[len(needs)] = wish
        needs.append(_numbered(need, len(needs)))
    wished = {(wish.person_id, wish.skill_id) for wish in wishes}
    mentored = {mentee for _, mentee in known}
    for hope in hopes:
        # Who only hopes to grow, and has a mentor, is served.
        if (hope.person_id, hope.skill_id) in wished or hope.person_id in mentored:
            continue
        about[len(needs)] = hope
        needs.append(
            Need(
                number=len(needs),
                person=hope.person_id,
                wished=False,
                skill=hope.skill_id,
                level=hope.level,
            )
        )
    return about, needs


def _numbered(need: Need, number: int) -> Need:
    return Need(
        number=number,
        person=need.person,
        skill=need.skill,
        level=need.level,
        leader_is_fine=need.leader_is_fine,
    )


def lines_from(
    proposal: PairingProposal, asked: Asked, answer: Answer
) -> list[ProposedPair]:
    """Return the rows of a proposal: first the pairs, then who is left."""
    pairs = [_pair_row(proposal, asked, pair) for pair in answer.pairs]
    return pairs + [_left_row(proposal, asked, left) for left in answer.left]


def _pair_row(proposal: PairingProposal, asked: Asked, pair: Pair) -> ProposedPair:
    row = _row(proposal, asked.about[pair.need])
    found = inputs_of(row.skill_id, pair.person, pair.mentor, asked.levels, asked.today)
    row.mentor_id = pair.mentor
    row.level, row.mentor_level = found["level"], found["mentor_level"]
    row.is_old = found["is_old"]
    row.mentees = asked.mentors[pair.mentor].mentees
    row.capacity = asked.offers[pair.mentor].capacity
    row.is_leader, row.others = pair.is_leader, pair.others
    row.next_best_id = pair.next_best
    row.next_best_is_free = pair.next_best_is_free
    return row


def _left_row(proposal: PairingProposal, asked: Asked, left: Left) -> ProposedPair:
    row = _row(proposal, asked.about[left.need])
    row.why_none = left.why
    return row


def _row(proposal: PairingProposal, about: MentorWish | PersonSkill) -> ProposedPair:
    wish = about if isinstance(about, MentorWish) else None
    return ProposedPair(
        proposal=proposal, person_id=about.person_id, wish=wish, skill_id=about.skill_id
    )
