"""Every route × role × way, against the policy: a page, a partial, JSON, by token.

One test walks one row for all roles and reports every deviation at once.
"""

import pytest

from tests.access.policy import OK, PAIR, ROLES
from tests.access.routes import (
    DOCUMENTS,
    ELSEWHERE,
    OPERATIONS,
    PAGES,
    ROUTES,
    ROWS,
    named,
)
from tests.access.stage import SAFE, Changes, canaries_in, outcome, undone, writes

pytestmark = pytest.mark.django_db  # each test is a savepoint in the world of the file


def test_every_route_stands_in_the_policy():
    known = {row.route for row in ROWS} | set(DOCUMENTS)
    assert [r for r in ROUTES if r not in known and not r.startswith(ELSEWHERE)] == []


def test_the_policy_names_no_route_that_is_gone():
    assert [row.route for row in ROWS if row.route not in ROUTES] == []


@pytest.mark.parametrize("row", PAGES, ids=named)
def test_page_answers_as_the_policy_says(stage, row):
    assert deviations(stage, row) == []


@pytest.mark.parametrize("row", OPERATIONS, ids=named)
def test_operation_answers_as_the_policy_says(stage, row):
    assert deviations(stage, row) == []


def deviations(stage, row) -> list[str]:
    found = []
    for role in (*ROLES, *PAIR):
        for way in stage.ways(row, role) if walks(row, role) else ():
            found += [f"{role}, {way}: {what}" for what in knock(stage, row, role, way)]
    return found


def walks(row, role) -> bool:
    """Whether the row says what this role gets; what can be read everybody walks."""
    return getattr(row, role) is not None or row.method in SAFE


def knock(stage, row, role, way) -> list[str]:
    """Ask once and tell all that is not as promised."""
    expected = getattr(row, role)
    with undone(), writes() as written:
        answer = stage.ask(row, role, way)
        got, seen = outcome(answer), canaries_in(answer)
    found = []
    if expected is None and got.isdecimal() and int(got) >= 500:
        found.append(f"answered {got}")
    if expected is not None and got != expected:
        found.append(f"is {expected} in the policy, answered {got}")
    if role == "anonymous" and got == OK and expected == OK:
        written = []  # a door may count who knocks
    if written and row.method in SAFE:
        found.append(f"reading wrote: {written}")
    elif written and got != OK and changes_something(stage, row, role, way):
        found.append(f"refused, but wrote: {written}")
    for canary in sorted(seen):
        if role not in stage.world.secrets.get(canary, (*ROLES, *PAIR)):
            found.append(f"shows {canary}")
    return found


def changes_something(stage, row, role, way) -> bool:
    """A refused act may write and take it back; only what stays is counted."""
    with undone(), Changes() as changes:
        stage.ask(row, role, way)
        return bool(changes.after())
