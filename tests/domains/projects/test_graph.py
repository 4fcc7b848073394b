import itertools
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from quarterdeck.domains.projects.rules.graph import (
    Link,
    Span,
    Steps,
    delay_needed,
    path_between,
    pushed_on,
)

START = datetime(2026, 6, 1, 9, tzinfo=UTC)
HOUR = timedelta(hours=1)


def world(links=(), parents=()):
    """links: (before, after); parents: (row, summary)."""

    def steps(telling, held):
        return Steps(
            [link for link in links if link[0] in telling],
            [(summary, row) for row, summary in parents if summary in held],
            [(row, summary) for row, summary in parents if row in telling],
        )

    return steps


def test_a_path_is_told_in_order():
    assert path_between(1, 4, world([(1, 2), (2, 3), (3, 4), (1, 5)])) == [1, 2, 3, 4]


def test_no_path_is_none():
    assert path_between(4, 1, world([(1, 2), (2, 3), (3, 4)])) is None


def test_a_row_below_a_waiting_summary_waits_too():
    # 1 → summary 10, whose row 11 → 2
    assert path_between(1, 2, world([(1, 10), (11, 2)], [(11, 10)])) == [1, 10, 11, 2]


def test_what_waits_for_a_summary_waits_for_its_rows():
    assert path_between(11, 2, world([(10, 2)], [(11, 10)])) == [11, 10, 2]


def test_rows_of_one_summary_do_not_wait_for_each_other():
    assert path_between(11, 12, world([], [(11, 10), (12, 10)])) is None


def test_a_summary_may_not_wait_for_its_own_row():
    assert path_between(10, 11, world([], [(11, 10)])) == [10, 11]
    assert path_between(11, 10, world([], [(11, 10)])) == [11, 10]


edges = st.lists(st.tuples(st.integers(0, 8), st.integers(0, 8)), max_size=20)


@given(edges, st.integers(0, 8), st.integers(0, 8))
def test_a_path_is_found_exactly_when_there_is_one(links, start, goal):
    reached, ring = {start}, {start}
    while ring:
        ring = {b for a, b in links if a in ring} - reached
        reached |= ring
    path = path_between(start, goal, world(links))
    assert (path is not None) == (goal in reached)
    if path:
        assert (path[0], path[-1]) == (start, goal)
        assert all(pair in links for pair in itertools.pairwise(path))


def link(before, after, kind="FS", lag=0):
    return Link(before, after, kind, HOUR * lag)


def span(first, last):
    return Span(START + HOUR * first, START + HOUR * last)


def test_each_kind_looks_at_its_own_ends():
    before, after = span(0, 10), span(2, 5)
    needed = {
        kind: delay_needed(link(1, 2, kind), before, after) / HOUR
        for kind in ("FS", "SS", "FF", "SF")
    }
    assert needed == {"FS": 8, "SS": 0, "FF": 5, "SF": 0}


def test_a_lag_adds_and_a_negative_lag_lets_overlap():
    assert delay_needed(link(1, 2, lag=3), span(0, 10), span(10, 12)) == 3 * HOUR
    assert not delay_needed(link(1, 2, lag=-2), span(0, 10), span(8, 12))


def test_a_push_travels_along_the_chain_and_stops_at_slack():
    spans = {1: span(0, 10), 2: span(8, 12), 3: span(12, 14), 4: span(72, 73)}
    moved = pushed_on(spans, [link(1, 2), link(2, 3), link(3, 4)])
    assert moved == {2: span(32, 36), 3: span(36, 38)}


def test_a_moved_task_keeps_its_hours_and_its_weekdays():
    friday = span(4 * 24, 4 * 24 + 8)
    assert friday.on_a_working_day(HOUR) == span(7 * 24, 7 * 24 + 8)
    saturday = span(5 * 24, 5 * 24 + 8)
    assert saturday.on_a_working_day(HOUR) == span(6 * 24, 6 * 24 + 8)


@given(st.integers(0, 400), st.integers(1, 900))
def test_it_is_late_enough_and_by_no_more_than_a_weekend(first, delay):
    before = span(first, first + 5)
    after = before.on_a_working_day(HOUR * delay)
    assert HOUR * delay <= after.start - before.start < HOUR * (delay + 24 + 48)
    assert after.start.hour == before.start.hour
    assert after.start.weekday() < 5 or before.start.weekday() >= 5


def test_a_circle_moves_nothing():
    assert pushed_on({1: span(0, 9), 2: span(0, 9)}, [link(1, 2), link(2, 1)]) == {}


@given(
    st.lists(st.tuples(st.integers(0, 50), st.integers(0, 20)), min_size=2, max_size=9),
    edges,
    st.sampled_from(["FS", "SS", "FF", "SF"]),
    st.integers(-10, 10),
)
def test_after_the_move_every_link_holds_and_nothing_comes_earlier(
    lengths, pairs, kind, lag
):
    spans = {i: span(s, s + n) for i, (s, n) in enumerate(lengths)}
    links = [link(a, b, kind, lag) for a, b in pairs if a < b < len(spans)]
    moved = pushed_on(spans, links)
    after = spans | moved
    assert not any(delay_needed(x, after[x.before], after[x.after]) for x in links)
    assert all(moved[i].start > spans[i].start for i in moved)
    assert all(
        moved[i].end - moved[i].start == spans[i].end - spans[i].start for i in moved
    )
