"""Every page of the policy table, light and dark and on a phone, without a barrier."""

from playwright.sync_api import Error

from tests.access.policy import OK
from tests.access.routes import PAGES
from tests.access.stage import url_of
from tests.access.world import World

LOOKING = ("leader", "captain", "admin", "owner", "writer", "anonymous")


def test_no_page_has_a_barrier_or_scrolls_sideways(visit, cast):
    world = World(cast)
    visits = {role: visit(getattr(world.roles, role)) for role in LOOKING}
    seen, found = 0, []
    for row in PAGES:
        role = next(
            (r for r in LOOKING if row.method == "GET" and getattr(row, r) == OK), ""
        )
        if role and opens(visits[role], url_of(world, row)):
            seen += 1
            found += [f"{row.route}: {what}" for what in faults(visits[role])]
    assert not found, "\n".join(found)
    assert seen >= 10


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
