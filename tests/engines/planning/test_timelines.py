"""Free time kept as gaps agrees with free time kept slot by slot."""

from hypothesis import given, settings
from hypothesis import strategies as st

from quarterdeck.engines.planning.calendars import Calendar, together
from quarterdeck.engines.planning.cycles import has_cycle, shortest_cycle, without
from quarterdeck.engines.planning.matching import choose_team, members
from quarterdeck.engines.planning.timelines import Timeline

HORIZON = 40
spans = st.lists(st.integers(0, HORIZON), min_size=0, max_size=12).map(
    lambda cuts: tuple(zip(*[iter(sorted(set(cuts)))] * 2, strict=False))
)


def slots_of(calendar: Calendar) -> list[int]:
    return list(calendar.slots)


@given(spans, st.integers(0, HORIZON), st.integers(0, HORIZON), st.integers(1, 9))
def test_the_earliest_end_is_the_one_found_by_counting(
    working: tuple[tuple[int, int], ...], start: int, end: int, effort: int
) -> None:
    calendar = Calendar.of(working, HORIZON)
    slots = [slot for a, b in working for slot in range(a, b)]
    ends = [
        slots[n + effort - 1] + 1
        for n, slot in enumerate(slots)
        if slot >= start and n + effort <= len(slots)
    ]
    wanted = min((each for each in ends if each >= end), default=None)
    assert calendar.earliest_end(start, end, effort) == wanted


@settings(max_examples=200)
@given(
    spans,
    st.lists(st.tuples(st.integers(0, HORIZON), st.integers(1, 6), st.booleans())),
)
def test_gaps_agree_with_slots(
    working: tuple[tuple[int, int], ...], acts: list[tuple[int, int, bool]]
) -> None:
    calendar = Calendar.of(working, HORIZON)
    line, taken = Timeline(calendar), list[tuple[int, int]]()
    free = set(range(calendar.total))
    for low, effort, give_back in acts:
        if give_back and taken:
            first, end = taken.pop()
            free |= set(range(first, end))
            line.release(calendar.slots[first], calendar.end_of(first, end - first))
            continue
        fits = (n for n in range(low, HORIZON) if set(range(n, n + effort)) <= free)
        position = next(fits, -1)
        assert line.first_fit(low, effort) == position
        if position >= 0:
            assert line.is_free(position, position + effort)
            end = position + effort
            line.reserve(calendar.slots[position], calendar.end_of(position, effort))
            taken.append((position, end))
            free -= set(range(position, end))
            assert not line.is_free(position, end)
    covered = {
        n for a, b in zip(line.starts, line.ends, strict=True) for n in range(a, b)
    }
    assert covered == free


def test_a_team_works_when_all_work() -> None:
    calendars = [Calendar.of(each, 10) for each in (((0, 5),), ((3, 8),))]
    assert slots_of(together(calendars)) == [3, 4]


def test_a_team_takes_the_first_who_can_be_used() -> None:
    assert members(0b1011) == (0, 1, 3)
    assert choose_team(((0b111, 2),), [2, 0, 1]) == (0, 2)
    # 0 comes first and may sit anywhere, so makes room for 1 who may not
    assert choose_team(((0b11, 1), (0b101, 1)), [0, 1, 2]) == (0, 1)
    assert choose_team(((0b1, 1), (0b1, 1)), [0, 1]) is None


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), max_size=14))
def test_a_shortest_cycle_is_as_short_as_any(edges: list[tuple[int, int]]) -> None:
    follows = [[b for a, b in edges if a == node] for node in range(7)]
    found = shortest_cycle(follows)
    lengths = [_back(node, follows) for node in range(7)]
    assert len(found) == min((each for each in lengths if each), default=0)
    for here, after in zip(found, found[1:] + found[:1], strict=True):
        assert after in follows[here]
    assert has_cycle(follows) == bool(found)
    while found:
        fewer = without(follows, found)
        assert sum(map(len, fewer)) < sum(map(len, follows))
        follows, found = fewer, shortest_cycle(fewer)
    assert not has_cycle(follows)


def _back(start: int, follows: list[list[int]]) -> int:
    """Count the steps of the shortest way from a node back to itself, 0 if none."""
    reached, steps = set(follows[start]), 1
    while steps <= 7:
        if start in reached:
            return steps
        reached |= {after for node in reached for after in follows[node]}
        steps += 1
    return 0
