"""Every page of the policy table, light and dark and on a phone, without a barrier."""

from functools import cache

import pytest
from playwright.sync_api import Error

from tests.access.kept_world import kept_world
from tests.access.policy import OK
from tests.access.routes import PAGES
from tests.access.stage import url_of

LOOKING = ("leader", "captain", "admin", "owner", "writer", "anonymous")


def room_of(row) -> str:
    """The room of a route; its pages are looked at together, beside those of others."""
    return row.route.partition(":")[0]


READ = [row for row in PAGES if row.method == "GET"]
ROOMS = sorted({room_of(row) for row in READ})


@pytest.mark.parametrize("room", ROOMS)
def test_no_page_has_a_barrier_or_scrolls_sideways(visit, at, room):
    world = kept_world(at)
    as_role = cache(lambda role: visit(getattr(world.roles, role)))
    found = []
    for row in (row for row in READ if room_of(row) == room):
        role = next((r for r in LOOKING if getattr(row, r) == OK), "")
        if role and opens(as_role(role), url_of(world, row)):
            found += [f"{row.route}: {what}" for what in faults(as_role(role))]
    assert not found, "\n".join(found)


def test_the_rooms_hold_most_pages():
    assert len(ROOMS) >= 10
    assert len(READ) >= 60


def opens(here, url) -> bool:
    """Whether this is a whole page; a file to download is none."""
    try:
        answer = here.go(url)
    except Error as error:
        if "Download is starting" in str(error):
            return False
        raise
    if "text/html" not in (answer.headers.get("content-type") or ""):
        return False
    return "<!doctype html>" in answer.text()[:200].lower()  # else a part of a page


def faults(here) -> list[str]:
    found = here.barriers_in_both_themes()
    if here.is_wider_than_a_phone():
        found.append("scrolls sideways at 390 px")
    return found
