"""A world built once, and everybody signed in, to knock at every door of it."""

import json
import re
from contextlib import contextmanager
from typing import Any

from django.db import connection, transaction
from django.test import Client
from django.urls import reverse
from django.utils.http import urlencode

from quarterdeck.domains.accounts.services import SCOPES, make_token
from tests.access.policy import DOOR, HIDDEN, NO, OK, PAIR, ROLES, Row
from tests.access.routes import ROUTES
from tests.access.world import World
from tests.databases.plugin import ROUND

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
PAGE_WAYS: dict[str, dict[str, str]] = {
    "page": {},
    "partial": {"HX-Request": "true"},
    "json": {"Accept": "application/json"},
}
API_WAYS = ("session", "token")
ALL_WAYS = ("anonymous", "stranger", "leader")
FORM = "application/x-www-form-urlencoded"  # what a browser sends, but for files
SAFE = ("GET", "HEAD", "OPTIONS")
WRITES = re.compile(r"\s*(INSERT|UPDATE|DELETE|REPLACE)", re.I)
TABLE = re.compile(r'\s*(?:INSERT|UPDATE|DELETE|REPLACE)[^"]*"(\w+)"', re.I)
# What the program notes about requests, not what a request did.
BOOKKEEPING = ("django_session", "answered_requests", "usersessions", "cache")
CANARY = re.compile(r"canary-7f3a-[\w-]+")


class Stage:
    """The cast's browsers and programs; each request is undone after its answer."""

    def __init__(self, world: World) -> None:
        self.world = world
        everybody = (*ROLES, *PAIR)
        self.clients = {
            role: Client(raise_request_exception=False) for role in everybody
        }
        self.programs = {
            role: Client(raise_request_exception=False) for role in everybody
        }
        self.tokens: dict[str, str] = {}
        for role in everybody:
            user = getattr(world.roles, role)
            if user is not None:
                self.clients[role].force_login(user, backend=BACKEND)
                self.tokens[role] = make_token(
                    user=user,
                    name="matrix",
                    scopes=list(SCOPES),
                    at=world.at,
                    days=None,
                )
                self._warm(role)

    def _warm(self, role: str) -> None:
        """The first use of a token is noted; later ones within minutes are not."""
        headers = {"Authorization": f"Bearer {self.tokens[role]}"}
        self.programs[role].get("/api/v1/goals/", headers=headers)

    def url(self, row: Row) -> str:
        return url_of(self.world, row)

    def ways(self, row: Row, role: str) -> tuple[str, ...]:
        # Who may is asked the same on each database. A second one is asked one way, by
        # those for whom records are looked up, found or not; to write by one of each.
        once, often = ROUND == "second", role in ALL_WAYS
        if once and getattr(row, role) not in (OK, HIDDEN):
            return ()
        if once and row.method not in SAFE and role != first_with_the_same(row, role):
            return ()
        if row.route.startswith("api:"):
            # A session signs in as a page does; three roles make sure of it.
            return API_WAYS if often and not once else ("token",)
        # No page knows another answer for JSON, nor lets a part of it refuse or write
        # otherwise; the same three make sure of all that.
        if often and not once:
            return tuple(PAGE_WAYS)
        reads = row.method in SAFE and getattr(row, role) == OK
        return ("page", "partial") if reads and not once else ("page",)

    def ask(self, row: Row, role: str, way: str, **changed: Any) -> Any:
        """Knock once as this role; return the answer. The caller undoes it."""
        url = changed.get("url") or self.url(row)
        method = changed.get("method") or row.method
        body = changed.get("body", row.body)
        body = body(self.world) if callable(body) else body
        if way in PAGE_WAYS:
            knock = getattr(self.clients[role], method.lower())
            if method == "POST" and not carries_a_file(body):
                return knock(url, urlencode(body, True), FORM, headers=PAGE_WAYS[way])
            return knock(url, body, headers=PAGE_WAYS[way])
        client = self.clients[role] if way == "session" else self.programs[role]
        headers = {}
        if way == "token" and role in self.tokens:
            headers["Authorization"] = f"Bearer {self.tokens[role]}"
        if method in SAFE:
            return getattr(client, method.lower())(url, body, headers=headers)
        if carries_a_file(body):
            return client.post(url, body, headers=headers)  # a file is no JSON
        return client.generic(
            method, url, json.dumps(body), "application/json", headers=headers
        )


def first_with_the_same(row: Row, role: str) -> str:
    """The first of those who are answered as this role is; those who lead come first."""
    everybody = ("leader", "captain", *ROLES, *PAIR)
    return next(one for one in everybody if getattr(row, one) == getattr(row, role))


def carries_a_file(body: dict[str, Any]) -> bool:
    return any(hasattr(value, "read") for value in body.values())


def url_of(world: World, row: Row) -> str:
    """The address of a row's route, with the records of the world filled in."""
    given = row.arguments(world) if row.arguments else None
    return reverse(row.route, kwargs=given or world.arguments_for(ROUTES[row.route]))


@contextmanager
def undone():
    """Whatever happens inside is rolled back."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@contextmanager
def writes():
    """Collect the statements that write, wherever they come from."""
    found: list[str] = []

    def notice(execute, sql, params, many, context):
        if WRITES.match(sql):
            found.append(sql[:120])
        return execute(sql, params, many, context)

    with connection.execute_wrapper(notice):
        yield found


class Changes:
    """What was done to the tables that hold records, while this is entered.

    Each table is read just before it is first written to, so the many that are left
    alone cost nothing.
    """

    def __init__(self) -> None:
        self.before: dict[str, list[str]] = {}

    def __enter__(self) -> "Changes":
        self._wrapper = connection.execute_wrapper(self._notice)
        self._wrapper.__enter__()
        return self

    def __exit__(self, *error: Any) -> None:
        self._wrapper.__exit__(*error)

    def _notice(self, execute, sql, params, many, context):
        if WRITES.match(sql):
            table = TABLE.match(sql)[1]
            if table not in self.before and not table.startswith(BOOKKEEPING):
                self.before[table] = lines_of(table)
        return execute(sql, params, many, context)

    def after(self) -> dict[str, list[str]]:
        """The rows of each table that was written to and is no longer as it was."""
        now = {table: lines_of(table) for table in self.before}
        return {table: now[table] for table in now if now[table] != self.before[table]}


def lines_of(table: str) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT * FROM "{table}"')  # a name from a statement of ours
        return sorted(repr(line) for line in cursor.fetchall())


def outcome(answer: Any) -> str:
    if answer.status_code == 401:
        return DOOR
    if answer.status_code == 302 and "/sign-in/login/" in answer.headers["Location"]:
        return DOOR
    if answer.status_code == 403:
        return NO
    if answer.status_code == 404:
        return HIDDEN
    return OK if answer.status_code < 400 else str(answer.status_code)


def text_of(answer: Any) -> str:
    whole = b"".join(answer) if answer.streaming else answer.content
    return whole.decode(errors="replace")


def canaries_in(answer: Any) -> set[str]:
    return set(CANARY.findall(text_of(answer)))
