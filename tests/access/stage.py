"""A world built once, and everybody signed in, to knock at every door of it."""

import hashlib
import json
import re
from contextlib import contextmanager
from typing import Any

from django.db import connection, transaction
from django.test import Client
from django.urls import reverse

from quarterdeck.domains.accounts.services import SCOPES, make_token
from tests.access.policy import DOOR, HIDDEN, NO, OK, PAIR, ROLES, Row
from tests.access.routes import ROUTES
from tests.access.world import World

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
PAGE_WAYS: dict[str, dict[str, str]] = {
    "page": {},
    "partial": {"HX-Request": "true"},
    "json": {"Accept": "application/json"},
}
API_WAYS = ("session", "token")
WITH_JSON = ("anonymous", "stranger", "leader")
SAFE = ("GET", "HEAD", "OPTIONS")
WRITES = re.compile(r"\s*(INSERT|UPDATE|DELETE|REPLACE)", re.I)
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
        if row.route.startswith("api:"):
            return API_WAYS
        # No page knows another answer for JSON; three roles make sure of it.
        return tuple(PAGE_WAYS) if role in WITH_JSON else ("page", "partial")

    def ask(self, row: Row, role: str, way: str, **changed: Any) -> Any:
        """Knock once as this role; return the answer. The caller undoes it."""
        url = changed.get("url") or self.url(row)
        method = changed.get("method") or row.method
        body = changed.get("body", row.body)
        body = body(self.world) if callable(body) else body
        if way in PAGE_WAYS:
            knock = getattr(self.clients[role], method.lower())
            if method in SAFE:
                return knock(url, body, headers=PAGE_WAYS[way])
            return knock(url, body, headers=PAGE_WAYS[way])
        client = self.clients[role] if way == "session" else self.programs[role]
        headers = {}
        if way == "token" and role in self.tokens:
            headers["Authorization"] = f"Bearer {self.tokens[role]}"
        if method in SAFE:
            return getattr(client, method.lower())(url, body, headers=headers)
        if any(hasattr(value, "read") for value in body.values()):
            return client.post(url, body, headers=headers)  # a file is no JSON
        return client.generic(
            method, url, json.dumps(body), "application/json", headers=headers
        )


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


def fingerprint() -> str:
    """A hash of every row of every table."""
    whole = hashlib.sha256()
    with connection.cursor() as cursor:
        for table in sorted(connection.introspection.table_names(cursor)):
            cursor.execute(f'SELECT * FROM "{table}"')  # names come from the database
            lines = sorted(repr(line) for line in cursor.fetchall())
            whole.update(f"{table}{lines}".encode())
    return whole.hexdigest()


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
