"""Countries, their parts and their holidays, as the library tells them."""

from datetime import date

import pytest

from quarterdeck.domains.people import queries


def test_countries_have_names_that_people_read():
    names = dict(queries.country_names())
    assert names["GB"] == "United Kingdom"
    assert len(names) > 200


@pytest.mark.parametrize(
    ("country", "some"), [("DE", "BE"), ("GB", "ENG"), ("US", "CA"), ("CH", "ZH")]
)
def test_a_country_has_parts(country, some):
    assert some in queries.parts_of(country)


@pytest.mark.parametrize("country", ["", "XX", "Germany", "de", "__class__"])
def test_a_country_that_nobody_knows_has_none(country):
    assert queries.parts_of(country) == []


def days(**where):
    found = queries.proposed_holidays(year=2026, **where)
    return {one.on: one.name for one in found}


def test_holidays_differ_by_part(db):
    womens_day = date(2026, 3, 8)
    assert womens_day in days(country="DE", subdivision="BE")
    assert womens_day not in days(country="DE", subdivision="BY")
    assert days(country="DE", subdivision="ENG") == {}
    assert days(country="XX", subdivision="") == {}
