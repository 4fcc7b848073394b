"""Every route of the program, and every row of the hand-written policy."""

import importlib
import pkgutil
from collections.abc import Iterator

from django.urls import get_resolver

from tests.access import policy
from tests.access.policy import Row

# allauth's own pages answer for themselves; tests/web/sign_in knocks at each of them.
ELSEWHERE = ("account_", "mfa_", "usersessions_")
# Documents of the API: open to all, they tell nothing of the instance.
DOCUMENTS = ("api:openapi-json", "api:openapi-view", "api:api-root")


def rows() -> Iterator[Row]:
    for module in pkgutil.iter_modules(policy.__path__):
        yield from importlib.import_module(f"{policy.__name__}.{module.name}").ROWS


def routes(resolver=None, prefix=""):
    for entry in (resolver or get_resolver()).url_patterns:
        if hasattr(entry, "url_patterns"):
            space = f"{entry.namespace}:" if entry.namespace else ""
            yield from routes(entry, prefix + space)
        elif entry.name:
            yield prefix + entry.name, list(entry.pattern.converters)


def named(row: Row) -> str:
    return f"{row.method} {row.route}"


ROWS = list(rows())
ROUTES = dict(routes())
PAGES = [row for row in ROWS if not row.route.startswith("api:")]
OPERATIONS = [row for row in ROWS if row.route.startswith("api:")]
