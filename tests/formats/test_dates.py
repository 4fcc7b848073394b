from datetime import UTC, datetime, timedelta, timezone

import pytest

from quarterdeck.formats.dates import day_order, parse_moment


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-02-25", datetime(2026, 2, 25)),
        ("2026/02/25", datetime(2026, 2, 25)),
        ("25.02.2026", datetime(2026, 2, 25)),
        ("25.2.26", datetime(2026, 2, 25)),
        ("2026-08-01T09:00:00.000Z", datetime(2026, 8, 1, 9, tzinfo=UTC)),
        ("2026-02-20 10:00:00", datetime(2026, 2, 20, 10)),
        ("25/Feb/26 10:17 PM", datetime(2026, 2, 25, 22, 17)),
        ("6 de marzo de 2026", datetime(2026, 3, 6)),
        ("3. März 2026", datetime(2026, 3, 3)),
        ("25-Feb-2026", datetime(2026, 2, 25)),
        ("Feb 25, 2026", datetime(2026, 2, 25)),
        ("12 AM", None),
        ("17 Aug", None),
        ("tomorrow at 5pm", None),
        ("31/02/2026", None),
        ("", None),
        ("1769000000", datetime(2026, 1, 21, 12, 53, 20, tzinfo=UTC)),
    ],
)
def test_a_layout_is_read(text, moment):
    assert parse_moment(text) == moment


def test_a_zone_is_kept():
    moment = parse_moment("Fri, 24 Sep 2021 14:22:15 -0700")
    pacific = timezone(timedelta(hours=-7))
    assert moment == datetime(2021, 9, 24, 14, 22, 15, tzinfo=pacific)


def test_a_zone_has_no_seconds():
    moment = parse_moment("2026-01-02T10:00:00+05:30:15")
    assert moment is not None
    assert moment.utcoffset() == timedelta(hours=5, minutes=30)


def test_the_month_can_come_first():
    assert parse_moment("6/7/2025 16:14", day_first=False) == datetime(
        2025, 6, 7, 16, 14
    )


def test_one_clear_value_decides_the_column():
    order = day_order(["3/4/2025", "6/21/2025"])
    assert (order.day_first, order.certain) == (False, True)


def test_noon_and_midnight_by_the_half_of_the_day():
    assert parse_moment("1/1/2026 12:05 AM") == datetime(2026, 1, 1, 0, 5)
    assert parse_moment("1/1/2026 12:05 PM") == datetime(2026, 1, 1, 12, 5)


def test_a_column_that_does_not_tell_is_said_to_be_assumed():
    order = day_order(["3/4/2025"])
    assert (order.day_first, order.certain) == (True, False)


def test_halves_of_the_day_suggest_the_month_first():
    assert not day_order(["3/4/2025 9:00 AM"]).day_first
