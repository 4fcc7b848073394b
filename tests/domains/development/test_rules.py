from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from quarterdeck.domains.development.rules import (
    Asked,
    Known,
    first_day_of,
    fits_of,
    named,
    quarter_after,
    quarter_before,
    quarter_of,
)

LEVELS = some.integers(0, 5)
ASKED = some.dictionaries(some.integers(1, 9), some.integers(1, 5), max_size=9)
KNOWN = some.dictionaries(some.integers(1, 9), LEVELS, max_size=9)


@given(ASKED, KNOWN)
def test_every_skill_of_a_role_is_told_once_and_nothing_else(asked, known):
    fits = fits_of(
        [Asked(i, f"Skill {i}", level) for i, level in asked.items()],
        {i: Known(level, False) for i, level in known.items()},
    )
    assert sorted(fit.skill_id for fit in fits) == sorted(asked)
    for fit in fits:
        assert (fit.have is None) == (fit.skill_id not in known)
        if fit.have is not None:
            assert fit.missing == max(0, asked[fit.skill_id] - known[fit.skill_id])


@given(ASKED, KNOWN, some.integers(1, 9), LEVELS)
def test_more_skill_never_makes_a_gap_wider(asked, known, skill, more):
    role = [Asked(i, f"Skill {i}", level) for i, level in asked.items()]

    def gap(levels):
        have = {i: Known(level, False) for i, level in levels.items()}
        return sum(
            fit.missing or 0 for fit in fits_of(role, have) if fit.have is not None
        )

    if skill in known and more >= known[skill]:
        assert gap({**known, skill: more}) <= gap(known)


def test_what_nobody_has_said_is_no_gap_and_stands_between():
    role = [Asked(1, "A", 3), Asked(2, "B", 3), Asked(3, "C", 3)]
    fits = fits_of(role, {1: Known(3, False), 3: Known(1, True)})
    assert [fit.words for fit in fits] == ["2 levels to go", "not known", "there"]
    assert [fit.kind for fit in fits] == ["warn", "", "good"]
    assert fits[0].stale


@given(some.dates(date(1902, 1, 1), date(9988, 1, 1)))
def test_quarters_follow_each_other_without_a_day_between(day):
    quarter = quarter_of(day)
    assert quarter <= day < quarter_after(quarter)
    assert quarter_after(quarter_before(quarter)) == quarter
    assert first_day_of(quarter.year, quarter.month // 3 + 1) == quarter


def test_a_quarter_is_said_by_its_months():
    assert named(date(2026, 10, 1)) == "October to December 2026"
    with pytest.raises(ValueError, match="no quarter 5"):
        first_day_of(2026, 5)
