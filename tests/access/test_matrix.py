"""Every route × role, as a page and as a partial, against the hand-written policy."""

import importlib
import pkgutil

import pytest
from django.urls import get_resolver, reverse

from tests.access import policy
from tests.access.policy import DOOR, HIDDEN, NO, OK, ROLES
from tests.access.world import World

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
# allauth's own pages and the API's documents are covered in their own tests.
ELSEWHERE = ("account_", "mfa_", "usersessions_", "api:")


def rows():
    for module in pkgutil.iter_modules(policy.__path__):
        yield from importlib.import_module(f"{policy.__name__}.{module.name}").ROWS


ROWS = list(rows())


def routes(resolver=None, prefix=""):
    for entry in (resolver or get_resolver()).url_patterns:
        if hasattr(entry, "url_patterns"):
            space = f"{entry.namespace}:" if entry.namespace else ""
            yield from routes(entry, prefix + space)
        elif entry.name:
            yield prefix + entry.name, list(entry.pattern.converters)


ROUTES = dict(routes())


def test_every_route_stands_in_the_policy():
    known = {row.route for row in ROWS}
    missing = [r for r in ROUTES if r not in known and not r.startswith(ELSEWHERE)]
    assert missing == []


def test_the_policy_names_no_route_that_is_gone():
    assert [row.route for row in ROWS if row.route not in ROUTES] == []


@pytest.mark.parametrize("partial", [False, True], ids=["page", "partial"])
@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.method} {row.route}")
def test_route_answers_as_the_policy_says(cast, client, row, role, partial):
    world = World(cast)
    user = getattr(world.roles, role)
    if user is not None:
        client.force_login(user, backend=BACKEND)
    arguments = (
        row.arguments(world)
        if row.arguments
        else world.arguments_for(ROUTES[row.route])
    )
    url = reverse(row.route, kwargs=arguments)
    body = row.body(world) if callable(row.body) else row.body
    headers = {"HX-Request": "true"} if partial else {}
    answer = getattr(client, row.method.lower())(url, body, headers=headers)
    assert outcome(answer) == getattr(row, role), answer.content[:500]


def outcome(answer) -> str:
    if answer.status_code in (401,):
        return DOOR
    if answer.status_code == 302 and "/sign-in/login/" in answer.headers["Location"]:
        return DOOR
    if answer.status_code == 403:
        return NO
    if answer.status_code == 404:
        return HIDDEN
    return OK if answer.status_code < 400 else str(answer.status_code)
