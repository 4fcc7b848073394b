"""Pairs are possible, within capacity, and as good as trying everything finds."""

from collections import Counter
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quarterdeck.engines.pairing import SURE, Mentor, Need, Problem, above, refusal
from quarterdeck.engines.pairing.fitting import distance
from quarterdeck.engines.pairing.solve import MOST_NEEDS, TooMany, solve

MENTEES, MENTORS = (1, 2, 3, 4), (4, 5, 6)  # 4 offers, and wishes too
SKILLS = st.sampled_from([None, 7, 8])


@st.composite
def problems(draw):
    needs = [
        Need(
            number=number,
            person=draw(st.sampled_from(MENTEES)),
            wished=draw(st.booleans()),
            skill=draw(SKILLS),
            level=draw(st.none() | st.integers(0, 5)),
            leader_is_fine=draw(st.booleans()),
        )
        for number in range(draw(st.integers(0, 5)))
    ]
    mentors = [
        Mentor(
            person=person,
            room=draw(st.integers(0, 2)),
            mentees=draw(st.integers(0, 3)),
            levels=draw(st.dictionaries(st.sampled_from([7, 8]), st.integers(0, 5))),
            themes=draw(st.booleans()),
        )
        for person in draw(st.sets(st.sampled_from(MENTORS)))
    ]
    two = st.tuples(st.sampled_from(MENTORS), st.sampled_from(MENTEES))
    return Problem(
        needs=tuple(needs),
        mentors=tuple(mentors),
        leaders=tuple(draw(st.sets(two, max_size=4))),
        excluded=tuple(draw(st.sets(two, max_size=3))),
    )


def possible(problem, need, mentor):
    two = (mentor.person, need.person)
    leads, excluded = two in problem.leaders, two in problem.excluded
    return refusal(need, mentor, leads=leads, excluded=excluded) is None


def worth(problem, chosen):
    """What the four aims come to: unmet wishes, alone, leaders, distance and crowd."""
    people = {need.person for need in problem.needs}
    wishing = {need.person for need in problem.needs if need.wished}
    met = {need.person for need, _ in chosen if need.wished}
    crowd = Counter(mentor.person for _, mentor in chosen)
    by_person = {mentor.person: mentor for mentor in problem.mentors}
    return (
        len(wishing - met),
        len(people) - len(chosen),
        sum((mentor.person, need.person) in problem.leaders for need, mentor in chosen),
        sum(distance(need, mentor) for need, mentor in chosen)
        + sum(
            by_person[person].mentees + taken
            for person, count in crowd.items()
            for taken in range(count)
        ),
    )


def by_trying_everything(problem):
    people = sorted({need.person for need in problem.needs})
    ways = [
        [None]
        + [
            (need, mentor)
            for need in problem.needs
            for mentor in problem.mentors
            if need.person == person and possible(problem, need, mentor)
        ]
        for person in people
    ]
    room = {mentor.person: mentor.room for mentor in problem.mentors}
    best = None
    for way in product(*ways):
        chosen = [one for one in way if one]
        crowd = Counter(mentor.person for _, mentor in chosen)
        if all(count <= room[person] for person, count in crowd.items()):
            value = worth(problem, chosen)
            best = value if best is None or value < best else best
    return best


@settings(max_examples=150, deadline=None)
@given(problems())
def test_the_best_pairs_are_found_and_none_is_impossible(problem):
    answer = solve(problem)
    needs = {need.number: need for need in problem.needs}
    mentors = {mentor.person: mentor for mentor in problem.mentors}
    chosen = [(needs[pair.need], mentors[pair.mentor]) for pair in answer.pairs]
    for need, mentor in chosen:
        assert mentor.person != need.person
        assert (mentor.person, need.person) not in problem.excluded
        if (mentor.person, need.person) in problem.leaders:
            assert need.leader_is_fine
        if need.skill is not None:
            least = SURE if need.level is None else need.level + 1
            assert mentor.levels[need.skill] >= least
    for person, count in Counter(mentor.person for _, mentor in chosen).items():
        assert count <= mentors[person].room
    told = [one.person for one in (*answer.pairs, *answer.left)]
    assert sorted(told) == sorted({need.person for need in problem.needs})
    assert worth(problem, chosen) == (
        by_trying_everything(problem) if problem.needs else (0, 0, 0, 0)
    )


@settings(max_examples=40, deadline=None)
@given(problems())
def test_the_order_in_which_it_is_asked_changes_nothing(problem):
    turned = Problem(
        needs=problem.needs[::-1],
        mentors=problem.mentors[::-1],
        leaders=problem.leaders[::-1],
        excluded=problem.excluded[::-1],
    )
    assert solve(problem) == solve(problem) == solve(turned)


@settings(max_examples=60, deadline=None)
@given(problems())
def test_who_is_named_next_could_be_the_mentor_too(problem):
    needs = {need.number: need for need in problem.needs}
    mentors = {mentor.person: mentor for mentor in problem.mentors}
    answer = solve(problem)
    given_to = Counter(pair.mentor for pair in answer.pairs)
    for pair in answer.pairs:
        assert (pair.next_best is None) == (pair.others == 0)
        if pair.next_best is not None:
            assert pair.next_best != pair.mentor
            assert possible(problem, needs[pair.need], mentors[pair.next_best])
            left = mentors[pair.next_best].room - given_to[pair.next_best]
            assert pair.next_best_is_free == (left > 0)


def baker(**more):
    return Need(**{"number": 1, "person": 1, "skill": 7, "level": 2, **more})


def able(person=5, **more):
    return Mentor(**{"person": person, "room": 1, "levels": {7: 4}, **more})


def why_left(need, *mentors, **more):
    (left,) = solve(Problem(needs=(need,), mentors=mentors, **more)).left
    return left.why


def test_why_somebody_is_left():
    assert why_left(baker()) == "nobody_offers"
    assert why_left(baker(), able(levels={8: 5})) == "nobody_offers"
    assert why_left(baker(), able(person=1)) == "nobody_offers"
    assert why_left(baker(level=4), able()) == "too_low"
    assert why_left(baker(level=None), able(levels={7: 2})) == "too_low"
    assert why_left(baker(), able(), leaders=((5, 1),)) == "only_leader"
    assert why_left(baker(), able(), excluded=((5, 1),)) == "refused"
    assert why_left(baker(), able(room=0)) == "full"
    both = (baker(), baker(number=2, person=2))
    assert [one.why for one in solve(Problem(needs=both, mentors=(able(),))).left] == [
        "taken"
    ]


def test_a_wish_comes_before_what_nobody_asked_for():
    grows = baker(wished=False, level=3)
    wishes = baker(number=2, person=2, level=0)
    answer = solve(Problem(needs=(grows, wishes), mentors=(able(),)))
    assert [(pair.person, pair.above) for pair in answer.pairs] == [(2, 4)]


def test_the_own_leader_is_the_last_choice():
    need = baker(leader_is_fine=True)
    near, leader = able(levels={7: 5}, mentees=2), able(person=6, levels={7: 3})
    problem = Problem(needs=(need,), mentors=(near, leader), leaders=((6, 1),))
    (pair,) = solve(problem).pairs
    assert (pair.mentor, pair.is_leader, pair.next_best) == (5, False, 6)
    problem = Problem(needs=(need,), mentors=(leader,), leaders=((6, 1),))
    assert solve(problem).pairs[0].is_leader


def test_the_nearest_above_and_spread():
    near, far = able(levels={7: 3}), able(person=6, levels={7: 5})
    assert solve(Problem(needs=(baker(),), mentors=(far, near))).pairs[0].mentor == 5
    wide = able(room=3), able(person=6, room=3)
    two = (baker(), baker(number=2, person=2))
    found = solve(Problem(needs=two, mentors=wide)).pairs
    assert {pair.mentor for pair in found} == {5, 6}
    assert above(baker(level=None), near) is None


def test_more_than_it_takes_is_refused():
    needs = tuple(baker(number=n, person=n) for n in range(MOST_NEEDS + 1))
    with pytest.raises(TooMany):
        solve(Problem(needs=needs, mentors=()))
