"""Assign mentors to people as a flow of least cost.

Each person is given at most one mentor, each mentor at most as many people as there is
room. What counts, one before the other:

1. as few people as possible with a wish that is not met,
2. as few as possible without any mentor,
3. as few as possible whose mentor is their own leader,
4. mentors the nearest level above, and spread: each mentee more costs one more.

Method: minimum-cost flow, Goldberg's cost scaling (1997) as OR-Tools' `SimpleMinCostFlow`
solves it. All costs are whole numbers, so the answer is exact. It is imported where it
is used: a process that shows pages never loads it.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from .explain import explained
from .fitting import distance, refusal
from .problem import Answer, Mentor, Need, Problem

MOST_NEEDS = 5_000
MOST_ARCS = 1_000_000


class TooMany(ValueError):
    """More needs or possible pairs than one proposal takes."""


class NotSolved(RuntimeError):
    """The library did not find the best answer; that would be an error of ours."""


@dataclass(frozen=True, slots=True)
class Scale:
    """What each of the four aims costs, so that none is outweighed by those after it."""

    leader: int
    alone: int
    wish: int


def solve(problem: Problem) -> Answer:
    """Return the best pairs, who is left, and why.

    Parameters
    ----------
    problem
        At most `MOST_NEEDS` needs and `MOST_ARCS` possible pairs.

    Raises
    ------
    TooMany
        When it is larger than that.
    """
    if len(problem.needs) > MOST_NEEDS:
        raise TooMany(f"A proposal takes at most {MOST_NEEDS} wishes at once.")
    people = _by_person(problem.needs)
    mentors = sorted(problem.mentors, key=lambda one: one.person)
    scale = _scale(len(people), mentors)
    arcs = _arcs(problem, people, mentors, scale)
    chosen = _flow(people, mentors, arcs, scale)
    return explained(problem, people, mentors, chosen)


def _by_person(needs: tuple[Need, ...]) -> dict[int, list[Need]]:
    """Put each person's needs together, what they wish for first."""
    people: dict[int, list[Need]] = defaultdict(list)
    for need in sorted(needs, key=lambda one: (one.person, not one.wished, one.number)):
        people[need.person].append(need)
    return dict(people)


def _scale(people: int, mentors: list[Mentor]) -> Scale:
    most = max((one.room + one.mentees for one in mentors), default=0)
    leader = people * (8 + most) + 1
    alone = people * (leader + 8 + most) + 1
    return Scale(leader, alone, people * (alone + leader + 8 + most) + 1)


Arcs = dict[tuple[int, int], tuple[int, Need]]  # (person, mentor) → cost, need met


def _arcs(
    problem: Problem, people: dict[int, list[Need]], mentors: list[Mentor], scale: Scale
) -> Arcs:
    """Return the cost of each possible pair with the need that it meets best."""
    leaders, excluded = set(problem.leaders), set(problem.excluded)
    found: Arcs = {}
    for person, needs in people.items():
        wishes = any(one.wished for one in needs)
        for mentor in mentors:
            two = (mentor.person, person)
            leads = two in leaders
            for need in needs:
                if refusal(need, mentor, leads=leads, excluded=two in excluded):
                    continue
                cost = distance(need, mentor) + scale.leader * leads
                cost += scale.wish * (wishes and not need.wished)
                best = found.get((person, mentor.person))
                if best is None or cost < best[0]:
                    found[person, mentor.person] = (cost, need)
        if len(found) > MOST_ARCS:
            raise TooMany("There are too many possible pairs; choose a smaller team.")
    return found


def _flow(
    people: dict[int, list[Need]], mentors: list[Mentor], arcs: Arcs, scale: Scale
) -> dict[int, tuple[int, Need]]:
    """Return for each person who is given a mentor: the mentor and the need."""
    from ortools.graph.python import min_cost_flow

    flow = min_cost_flow.SimpleMinCostFlow()
    source = {person: number for number, person in enumerate(people)}
    seat = {one.person: len(source) + number for number, one in enumerate(mentors)}
    end = len(source) + len(seat)
    named = {
        flow.add_arc_with_capacity_and_unit_cost(source[p], seat[m], 1, cost): (p, m)
        for (p, m), (cost, _) in arcs.items()
    }
    for one in mentors:
        for taken in range(min(one.room, len(people))):
            flow.add_arc_with_capacity_and_unit_cost(
                seat[one.person], end, 1, one.mentees + taken
            )
    for person, needs in people.items():
        without = scale.alone + scale.wish * any(one.wished for one in needs)
        flow.add_arc_with_capacity_and_unit_cost(source[person], end, 1, without)
        flow.set_node_supply(source[person], 1)
    flow.set_node_supply(end, -len(people))
    if people and flow.solve() != flow.OPTIMAL:
        raise NotSolved("No best pairing was found.")
    return {
        person: (mentor, arcs[person, mentor][1])
        for arc, (person, mentor) in named.items()
        if flow.flow(arc)
    }
