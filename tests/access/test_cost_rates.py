"""What an hour costs is in no answer to anybody but leaders, however it is written."""

import re

import pytest

from tests.access.rates import OWN, TEAM
from tests.access.routes import ROWS
from tests.access.stage import SAFE, text_of, undone

pytestmark = pytest.mark.django_db
# Wherever people, teams, plans or what happened are told of; the matrix looks for the
# words beside the amounts everywhere.
ROOMS = re.compile(
    "account:|home:|organization:|people:|planning:|search:|settings:"
    "|api:.*(account|change|cost|hour|people|person|plan|proposal|rate|scenario|team)"
)
READING = [row for row in ROWS if row.method in SAFE and ROOMS.match(row.route)]
OTHERS = ("guest", "stranger", "peer", "owner", "admin")
# 73731.37, 73,731.37, 73 731.37, 73 731; not five digits amid those of a hash
AMOUNTS = re.compile(
    "|".join(
        rf"(?<![0-9a-f]){int(a) // 1000}[\\s,.\u202f]?{int(a) % 1000}(?![0-9a-f])"
        for a in (OWN, TEAM)
    )
)


def shown_to(stage, role):
    """The routes whose answer to this role has one of the amounts in it."""
    found = set()
    for row in READING:
        with undone():
            way = "session" if row.route.startswith("api:") else "page"
            text = text_of(stage.ask(row, role, way))
        if AMOUNTS.search(text):
            found.add(row.route)
    return found


@pytest.mark.parametrize("role", OTHERS)
def test_no_page_and_no_operation_tells_what_an_hour_costs(stage, role):
    assert shown_to(stage, role) == set()


@pytest.mark.parametrize("role", ["leader", "captain"])
def test_leaders_find_it_where_they_look_for_it(stage, role):
    """The positive control: an amount that nobody sees would prove nothing."""
    assert {
        "people:show",
        "planning:show",
        "planning:cost",
        "api:get_cost",
        "api:list_costs",
        "api:list_change_costs",
        "people:team_cost_rates",
        "api:list_cost_rates",
        "api:list_team_cost_rates",
        "api:list_rated_people",
    } <= shown_to(stage, role)
