from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quarterdeck.domains.projects.rules.quick_add import Named, Names, parse_line

MONDAY = date(2026, 6, 1)
NAMES = Names(
    people=[
        Named(1, "Bob"),
        Named(2, "Ann Lee"),
        Named(3, "Ann Poe"),
        Named(4, "Zoë Ng"),
    ],
    projects=[Named(7, "Refunds"), Named(8, "Refund relief")],
    skills=[Named(5, "Cooking"), Named(6, "Spanish")],
)


def read(line):
    return parse_line(line, today=MONDAY, names=NAMES)


def test_the_whole_line():
    found = read(
        "Call the supplier @Bob #Refunds !high ~2-4h by fri, "
        "why: they wait, all of them, needs Cooking 3"
    )
    assert found.title == "Call the supplier"
    assert (found.people, found.project, found.priority) == ([1], 7, 2)
    assert (found.estimate_low, found.estimate_high) == (Decimal(2), Decimal(4))
    assert found.deadline == date(2026, 6, 5)
    assert found.why == "they wait, all of them"
    assert found.needs == [(5, 3)]
    assert found.unresolved == []


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("today", date(2026, 6, 1)),
        ("tomorrow", date(2026, 6, 2)),
        ("mon", date(2026, 6, 1)),
        ("Sunday", date(2026, 6, 7)),
        ("12 Jun", date(2026, 6, 12)),
        ("June 12th", date(2026, 6, 12)),
        ("31 May", date(2027, 5, 31)),
        ("29 Feb", date(2028, 2, 29)),
        ("1 Jan 2026", date(2026, 1, 1)),
        ("2026-12-24", date(2026, 12, 24)),
    ],
)
def test_days(words, day):
    found = read(f"Ship by {words}")
    assert (found.title, found.deadline) == ("Ship", day)


@pytest.mark.parametrize(
    "line",
    [
        "Stand by me",
        "Mail bob@acme.test",
        "Say wow !wow",
        "Pay by 31 June",
        "By Fridays we rest",
        "Bob needs help",
        "Fix C# code",
        "Wait ~3 weeks",
        "Order ~4-2h of paint",
    ],
)
def test_what_is_no_token_stays_in_the_title(line):
    found = read(line)
    assert (found.title, found.chips) == (line, [])


def test_a_longer_name_wins_over_a_shorter_one():
    assert read("x #Refund relief !low").project == 8


def test_a_first_name_that_two_share_is_not_guessed():
    found = read("Ask @Ann about it")
    assert found.people == []
    assert found.title == "Ask @Ann about it"
    assert "several" in found.unresolved[0].problem
    assert read("Ask @Ann Lee about it").people == [2]
    assert read('Ask @"Ann Poe"').people == [3]


def test_an_unknown_name_is_shown_and_kept():
    found = read("Ask @Zed in #Nowhere, needs Juggling 2")
    assert {chip.label for chip in found.unresolved} == {"Zed", "Nowhere", "Juggling"}
    assert found.title == "Ask @Zed in #Nowhere, needs Juggling 2"


def test_the_case_does_not_matter():
    found = read("X @zoë NG #refunds !HIGH BY FRI")
    assert (found.people, found.project, found.priority) == ([4], 7, 2)


def test_one_task_is_in_one_project():
    found = read("x #Refunds #Refund relief")
    assert found.project == 7
    assert found.unresolved[0].problem == "a task is in one project"


WORDS = st.sampled_from(
    [
        "call",
        "the",
        "bank,",
        "@Bob",
        "@Ann",
        "@Ann",
        "Lee",
        "@Zed",
        "#Refunds",
        "#Refund",
        "relief",
        "#12",
        "!high",
        "!1",
        "!foo",
        "~3h",
        "~2-4h",
        "~30m",
        "by",
        "fri",
        "today",
        "12",
        "Jun",
        "why:",
        "needs",
        "Cooking",
        "3",
        '"x',
        'y"',
        "é",
        "中",
        ";",
        ".",
    ]
)


@given(st.lists(WORDS, max_size=15).map(" ".join))
def test_no_word_of_a_line_is_lost(line):
    found = read(line)
    kept = " ".join([found.title, *(chip.text for chip in found.chips)])
    for word in line.replace(",", " ").replace(";", " ").split():
        assert word in kept


@given(st.text(max_size=300))
def test_any_text_is_read_without_failing(line):
    found = read(line)
    assert found.estimate_low is None or found.estimate_low <= found.estimate_high
    assert set(found.people) <= {1, 2, 3, 4}
    for chip in found.chips:
        assert chip.resolved or chip.id is None


@given(
    st.decimals("0.25", "99", places=2),
    st.decimals("0", "99", places=2),
    st.dates(date(2026, 6, 1), date(2100, 1, 1)),
)
def test_what_is_written_is_what_is_read(low, more, day):
    found = read(f"T ~{low}-{low + more}h by {day}")
    assert (found.estimate_low, found.estimate_high) == (low, low + more)
    assert (found.deadline, found.title) == (day, "T")
