"""Say of each person why this mentor, who else, or why none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from .fitting import above, distance, refusal
from .problem import Answer, Left, Mentor, Need, Pair, Problem

# The reason that is told is the one that came nearest to a pair.
NEARER = ("nobody_offers", "too_low", "only_leader", "refused", "full", "taken")


def explained(
    problem: Problem,
    people: Mapping[int, list[Need]],
    mentors: list[Mentor],
    chosen: Mapping[int, tuple[int, Need]],
) -> Answer:
    """Return the pairs with their reasons, and those left, in the order of people."""
    leaders, excluded = set(problem.leaders), set(problem.excluded)
    given = Counter(mentor for mentor, _ in chosen.values())
    free = {one.person: one.room - given[one.person] for one in mentors}
    pairs, left = [], []
    for person, needs in people.items():
        between = {
            one.person: (
                (one.person, person) in leaders,
                (one.person, person) in excluded,
            )
            for one in mentors
        }
        if person in chosen:
            pairs.append(_pair(chosen[person], mentors, between, free))
        else:
            left.append(_left(needs, mentors, between))
    return Answer(pairs=tuple(pairs), left=tuple(left))


Between = Mapping[int, tuple[bool, bool]]


def _pair(
    chosen: tuple[int, Need],
    mentors: list[Mentor],
    between: Between,
    free: Mapping[int, int],
) -> Pair:
    number, need = chosen
    mentor = next(one for one in mentors if one.person == number)
    others = [
        one
        for one in mentors
        if one.person != number and _why_not(need, one, between) is None
    ]
    best = min(
        others,
        key=lambda one: (
            free[one.person] <= 0,
            between[one.person][0],
            distance(need, one) + one.mentees,
            one.person,
        ),
        default=None,
    )
    return Pair(
        need=need.number,
        person=need.person,
        mentor=number,
        above=above(need, mentor),
        is_leader=between[number][0],
        others=len(others),
        next_best=best.person if best else None,
        next_best_is_free=best is not None and free[best.person] > 0,
    )


def _left(needs: list[Need], mentors: list[Mentor], between: Between) -> Left:
    reasons = {
        _why_not(need, one, between) or "taken" for need in needs for one in mentors
    }
    why = max(reasons, key=NEARER.index, default="nobody_offers")
    return Left(need=needs[0].number, person=needs[0].person, why=why)


def _why_not(need: Need, mentor: Mentor, between: Between) -> str | None:
    leads, excluded = between[mentor.person]
    return refusal(need, mentor, leads=leads, excluded=excluded)
