from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quarterdeck.domains.goals.rules import (
    Part,
    explain,
    from_parts,
    from_work,
    key_result_progress,
    pace,
    weighted_mean,
)

numbers = st.floats(-1e15, 1e15)
shares = st.floats(0, 1)
weights = st.decimals("0.01", "999.99", places=2).map(float)
parts = st.lists(
    st.builds(Part, st.just("p"), weights, st.none() | shares), max_size=30
)


@pytest.mark.parametrize(
    ("start", "target", "current", "share"),
    [
        (0, 100, 25, 0.25),
        (100, 0, 25, 0.75),
        (63, 70, 66.5, 0.5),
        (450_000, 350_000, 400_000, 0.5),
        (-10, 10, 0, 0.5),
        (0, 100, 140, 1),
        (0, 100, -5, 0),
        (100, 0, 130, 0),
        (0, 100, None, None),
    ],
)
def test_a_key_result_goes_its_way_up_or_down(start, target, current, share):
    assert key_result_progress(start, target, current) == share


@given(numbers, numbers, numbers)
def test_a_key_result_stays_between_nothing_and_all(start, target, current):
    share = key_result_progress(start, target, current)
    assert share is None if start == target else 0 <= share <= 1


@given(numbers, numbers, numbers, numbers)
def test_nearer_to_the_target_is_never_less(start, target, one, other):
    if start == target:
        return
    near, far = sorted((one, other), reverse=target > start)
    assert key_result_progress(start, target, near) >= key_result_progress(
        start, target, far
    )


# The case of MicrosoftDocs/Viva issue 518: three products of different size.
SALES = [100_000, 20_000, 1_000]


@pytest.mark.parametrize(
    ("sold", "mean"),
    [((1, 0, 0), 0.826), ((0, 1, 0), 0.165), ((0, 0, 1), 0.008), ((1, 1, 1), 1)],
)
def test_targets_of_different_size_weigh_by_their_size(sold, mean):
    rows = [Part("p", target, share) for target, share in zip(SALES, sold, strict=True)]
    assert weighted_mean(rows) == pytest.approx(mean, abs=0.0005)


@given(parts)
def test_the_mean_lies_between_its_parts(rows):
    measured = [p.progress for p in rows if p.progress is not None]
    mean = weighted_mean(rows)
    if not measured:
        assert mean is None
    else:
        assert min(measured) <= mean <= max(measured)


@given(parts, weights)
def test_what_is_not_measured_changes_nothing(rows, weight):
    more = [*rows, Part("new", weight, None)]
    assert weighted_mean(more) == weighted_mean(rows)
    assert len(from_parts("goals", more).left_out) == 1 + sum(
        p.progress is None for p in rows
    )


@given(parts.filter(bool), st.integers(0, 29), shares)
def test_a_part_that_moves_on_never_pulls_the_whole_back(rows, index, better):
    part = rows[index % len(rows)]
    if part.progress is None or better < part.progress:
        return
    moved = [Part(p.name, p.weight, better) if p is part else p for p in rows]
    assert weighted_mean(moved) >= weighted_mean(rows) - 1e-12


@given(parts)
def test_equal_weights_are_a_plain_mean(rows):
    same = [Part(p.name, 3, p.progress) for p in rows]
    measured = [p.progress for p in same if p.progress is not None]
    if measured:
        plain = sum(measured) / len(measured)
        assert weighted_mean(same) == pytest.approx(plain)


def test_the_formula_is_told_with_its_numbers():
    rows = [Part("a", 2, 0.4), Part("b", 1, 0.8), Part("c", 5, None)]
    assert explain(from_parts("key_results", rows)) == (
        "(0.4 × 2 + 0.8 × 1) ÷ 3; 1 key result not measured yet, left out"
    )


def test_equal_weights_are_not_spelled_out():
    rows = [Part("a", 1, 0.25), Part("b", 1, 0.75)]
    assert explain(from_parts("goals", rows, 2)) == (
        "(0.25 + 0.75) ÷ 2; 2 dropped goals left out"
    )


def test_a_long_formula_stays_readable():
    told = explain(from_parts("goals", [Part("a", 1, 0.5)] * 100))
    assert told == "(0.5 + 0.5 + 0.5 + 0.5 + 0.5 + 0.5 + … 94 more) ÷ 100"


def test_nothing_measured_is_said_and_is_not_zero():
    rolled = from_parts("key_results", [Part("a", 1, None)])
    assert rolled.progress is None
    assert explain(rolled) == "No key result measured yet"


def test_hours_of_work_with_tasks_nobody_estimated():
    rolled = from_work(12, 40, 3)
    assert rolled.progress == 0.3
    assert explain(rolled) == (
        "12 h done ÷ 40 h; 3 tasks without an estimate, left out"
    )
    assert from_work(0, 0, 3).progress is None


def test_pace_goes_on_in_a_straight_line():
    first = date(2026, 6, 1)
    found = pace(first, first + timedelta(30), first + timedelta(10), 0.25)
    assert found.behind
    assert not found.at_risk
    assert found.ends_on == first + timedelta(40)


def test_a_tenth_behind_is_a_risk_and_so_is_a_passed_end():
    first, last = date(2026, 6, 1), date(2026, 7, 1)
    assert pace(first, last, first + timedelta(20), 0.4).at_risk
    assert pace(first, last, last + timedelta(1), 0.99).at_risk
    assert not pace(first, last, last + timedelta(1), 1).at_risk


def test_nothing_done_is_no_ground_for_a_date():
    first = date(2026, 6, 1)
    assert pace(first, first + timedelta(30), first + timedelta(10), 0).ends_on is None


@given(st.dates(), st.dates(), st.dates(), shares)
def test_every_pace_can_be_told(one, other, today, progress):
    found = pace(min(one, other), max(one, other), today, progress)
    assert 0 <= found.time_gone <= 1
