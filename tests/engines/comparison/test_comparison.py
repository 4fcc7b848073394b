"""What must hold of every comparison, and a few whose answer is worked out by hand."""

import math
from dataclasses import replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from quarterdeck.engines.comparison import (
    Candidate,
    NothingToCompare,
    Problem,
    decides,
    how_often_first,
    rank,
    tips,
)

SCORES = st.one_of(st.none(), st.integers(0, 4).map(float))


@st.composite
def problems(draw, most=5):
    criteria = draw(st.integers(1, 6))
    weights = draw(
        st.lists(st.integers(0, 5), min_size=criteria, max_size=criteria).filter(any)
    )
    rows = draw(
        st.lists(
            st.lists(SCORES, min_size=criteria, max_size=criteria),
            min_size=1,
            max_size=most,
        )
    )
    candidates = tuple(Candidate(i, tuple(row)) for i, row in enumerate(rows))
    return Problem(candidates, tuple(map(float, weights)))


def bounds(problem, score):
    return (0.0, problem.scale) if score is None else (score, score)


def dominates(problem, one, other):
    """Surely as good in each criterion that counts, and surely better in one."""
    pairs = [
        (bounds(problem, a)[0], bounds(problem, b)[1])
        for a, b, weight in zip(one.scores, other.scores, problem.weights, strict=True)
        if weight
    ]
    return all(a >= b for a, b in pairs) and any(a > b for a, b in pairs)


@given(problems())
@settings(max_examples=150, deadline=None)
def test_who_is_dominated_is_never_first(problem):
    often = how_often_first(problem, seed=1, draws=20)
    first = {one.key for one in rank(problem) if one.place == 1}
    for other in problem.candidates:
        if any(dominates(problem, one, other) for one in problem.candidates):
            assert other.key not in first
            assert often[other.key] == 0


@given(problems(), st.floats(0.01, 1_000))
@settings(max_examples=100, deadline=None)
def test_scaling_all_weights_changes_nothing(problem, factor):
    scaled = replace(problem, weights=tuple(factor * one for one in problem.weights))
    before, after = rank(problem), rank(scaled)
    assert [(one.key, one.place) for one in before] == [
        (one.key, one.place) for one in after
    ]
    assert how_often_first(problem, seed=3, draws=20) == pytest.approx(
        how_often_first(scaled, seed=3, draws=20)
    )
    moved = {(tip.criterion, tip.first): tip.weight * factor for tip in tips(problem)}
    again = {(tip.criterion, tip.first): tip.weight for tip in tips(scaled)}
    assert again == pytest.approx(moved, rel=1e-6, abs=1e-6)


@given(problems(), st.data())
@settings(max_examples=100, deadline=None)
def test_a_score_that_is_forgotten_only_widens(problem, data):
    who = data.draw(st.integers(0, len(problem.candidates) - 1))
    what = data.draw(st.integers(0, len(problem.weights) - 1))
    one = problem.candidates[who]
    scores = (*one.scores[:what], None, *one.scores[what + 1 :])
    rows = list(problem.candidates)
    rows[who] = Candidate(one.key, scores)
    before = {each.key: each for each in rank(problem)}
    after = {each.key: each for each in rank(replace(problem, candidates=tuple(rows)))}
    assert after[one.key].low <= before[one.key].low + 1e-12
    assert after[one.key].high >= before[one.key].high - 1e-12
    for key in before.keys() - {one.key}:
        assert (after[key].low, after[key].high) == (before[key].low, before[key].high)


@given(problems())
@settings(max_examples=100, deadline=None)
def test_beyond_a_tip_somebody_else_is_first(problem):
    ranked = rank(problem)
    assume([one.place for one in ranked].count(1) == 1)
    first = ranked[0].key
    for tip in tips(problem):
        beyond = 1e-6 if tip.weight > problem.weights[tip.criterion] else -1e-6
        moved = list(problem.weights)
        moved[tip.criterion] = tip.weight + beyond
        if moved[tip.criterion] >= 0:
            changed = rank(replace(problem, weights=tuple(moved)))
            assert changed[0].key != first
        moved[tip.criterion] = tip.weight - 2 * beyond
        inside = rank(replace(problem, weights=tuple(map(abs, moved))))
        assert inside[0].key == first


@given(problems())
@settings(max_examples=60, deadline=None)
def test_shares_add_up_and_certain_ones_win_them_all(problem):
    often = how_often_first(problem, seed=5, draws=15)
    assert math.isclose(sum(often.values()), 1)
    low, high = (
        [getattr(one, end) for one in rank(problem)] for end in ("low", "high")
    )
    assert all(a <= b + 1e-12 for a, b in zip(low, high, strict=True))


@given(problems())
@settings(max_examples=60, deadline=None)
def test_what_decides_adds_up_to_the_difference(problem):
    assume(len(problem.candidates) > 1)
    first, second = rank(problem)[:2]
    told = decides(problem, first.key, second.key)
    assert math.isclose(
        sum(points for _, points in told), first.middle - second.middle, abs_tol=1e-6
    )


def test_a_comparison_worked_out_by_hand():
    house = Problem(
        (Candidate(7, (4.0, 1.0)), Candidate(8, (2.0, 3.0)), Candidate(9, (None, 0.0))),
        (3.0, 1.0),
    )
    first, second, third = rank(house)
    assert (first.key, first.place, first.middle) == (7, 1, 3.25)
    assert (second.key, second.middle, second.unknown) == (8, 2.25, 0)
    assert (third.low, third.middle, third.high, third.unknown) == (0, 1.5, 3, 1)
    assert first.certain
    # 3 * 2 = w * 2: from a weight of 3 on, the second criterion turns it round.
    assert [(tip.criterion, tip.weight, tip.first) for tip in tips(house)] == [
        (0, 1.0, 8),
        (1, 3.0, 8),
    ]
    assert decides(house, 7, 8) == [(0, 1.5), (1, -0.5)]


def test_equals_share_their_place():
    same = Problem((Candidate(1, (2.0,)), Candidate(2, (2.0,))), (1.0,))
    assert [one.place for one in rank(same)] == [1, 1]
    assert how_often_first(same, seed=0, draws=4) == {1: 0.5, 2: 0.5}
    assert tips(same) == []


def test_one_seed_gives_one_answer():
    open_one = Problem((Candidate(1, (None,)), Candidate(2, (None,))), (1.0,))
    told = how_often_first(open_one, seed=4)
    assert told == how_often_first(open_one, seed=4)
    assert 0.4 < told[1] < 0.6


@pytest.mark.parametrize(
    ("candidates", "weights", "scale"),
    [
        ((), (1.0,), 4.0),
        ((Candidate(1, (1.0,)),), (0.0,), 4.0),
        ((Candidate(1, (1.0,)),), (-1.0,), 4.0),
        ((Candidate(1, (1.0,)),), (math.nan,), 4.0),
        ((Candidate(1, (5.0,)),), (1.0,), 4.0),
        ((Candidate(1, (1.0,)),), (1.0, 1.0), 4.0),
        ((Candidate(1, (1.0,)), Candidate(1, (2.0,))), (1.0,), 4.0),
        ((Candidate(1, (1.0,)),), (1.0,), 0.0),
    ],
)
def test_figures_that_make_no_comparison_are_refused(candidates, weights, scale):
    with pytest.raises(NothingToCompare):
        Problem(candidates, weights, scale)


def test_draws_need_a_number_and_a_spread():
    one = Problem((Candidate(1, (1.0,)),), (1.0,))
    for wrong in ({"draws": 0}, {"spread": 1.0}, {"spread": -0.1}):
        with pytest.raises(ValueError, match="nothing to draw"):
            how_often_first(one, seed=0, **wrong)
