import pytest

from quarterdeck.formats.durations import parse_hours, parse_iso_hours, parse_number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("3", 3),
        ("3,5", 3.5),
        ("1.234,5", 1234.5),
        ("1,234.5", 1234.5),
        ("1,500", 1500),
        ("-2", -2),
        ("1e3", 1000),
        ("NaN", None),
        ("Infinity", None),
        ("1e308", None),
        ("9" * 5000, None),
        ("three", None),
        ("", None),
    ],
)
def test_a_number_is_read(text, number):
    assert parse_number(text) == number


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("8", 8),
        ("1w 2d 4h", 60),
        ("1:30", 1.5),
        ("3 Tage", 24),
        ("2 days?", 16),
        ("1 ed", 24),
        ("PT8H0M0S", 8),
        ("PT1H6M5.07S", 1 + 6 / 60 + 5.07 / 3600),
        ("-1d", -8),
        ("soon", None),
    ],
)
def test_a_length_of_time_is_read(text, hours):
    assert parse_hours(text) == (None if hours is None else pytest.approx(hours))


def test_a_bare_number_counts_in_its_unit():
    assert parse_hours("7200", unit=1 / 3600) == pytest.approx(2)


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("P1D", 8),
        ("P1W", 40),
        ("-PT4H", -4),
        ("PT90M", 1.5),
        ("P", None),
        ("PT", None),
        ("8h", None),
    ],
)
def test_an_iso_duration_is_read(text, hours):
    assert parse_iso_hours(text) == hours
