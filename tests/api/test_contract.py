"""The API does what its document says, whatever is sent: tried by schemathesis."""

import importlib
import json
import pkgutil

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, Phase, settings
from ninja import Router
from schemathesis import GenerationMode, checks
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

import quarterdeck.api
from quarterdeck.api.document import METHODS, operations_of
from quarterdeck.api.v1 import ROUTERS, api
from quarterdeck.domains.accounts.services import SCOPES, make_token
from quarterdeck.project.wsgi import application
from tests.databases.plugin import ROUND

pytestmark = pytest.mark.slow
PROMISES = (
    checks.not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
)
schema = schemathesis.openapi.from_dict(
    json.loads(json.dumps(api.get_openapi_schema()))
)
schema.app = application


@pytest.fixture
def token(cast):
    user = cast.dana
    return make_token(user=user, name="c", scopes=list(SCOPES), at=cast.at, days=None)


@pytest.fixture(autouse=True)
def one_connection():
    """Keep the test's transaction: a request from outside ends with its connection.

    Django's own test client does the same; this one calls the application directly.
    """
    signals = (request_started, request_finished)
    for signal in signals:
        signal.disconnect(close_old_connections)
    yield
    for signal in signals:
        signal.connect(close_old_connections)


# A round of two: first what comes to a generator's mind, right and wrong; then, on the
# database that takes least, what is right and lies at the bounds of each field. A run
# that stands alone tries all this, and what is wrong at the bounds.
PHASES = {"first": [Phase.generate], "second": [Phase.explicit]}
if ROUND == "first":  # what it would leave out is not made either: every worker waits
    schema.config.phases.coverage.enabled = False
    schema.config.phases.examples.enabled = False
if ROUND == "second":
    schema.config.generation.modes = [GenerationMode.POSITIVE]


@schema.parametrize()
@settings(
    max_examples=10 if ROUND else 15,
    deadline=None,
    derandomize=True,
    database=None,
    phases=PHASES.get(ROUND, [Phase.explicit, Phase.generate]),
    suppress_health_check=list(HealthCheck),
)
def test_no_request_breaks_an_operation(case, token):
    response = case.call(headers={"Authorization": f"Bearer {token}"})
    case.validate_response(response, checks=PROMISES)


DOCUMENT = api.get_openapi_schema()
SCHEMAS = DOCUMENT.get("components", {}).get("schemas", {})


def bodies():
    """The schemas that programs send, with all they hold."""
    names: set[str] = set()
    text = [
        json.dumps(op["requestBody"])
        for _, op in operations_of(DOCUMENT)
        if "requestBody" in op
    ]
    while text:
        found = {n for n in SCHEMAS if f'schemas/{n}"' in text[-1]} - names
        text.pop()
        names |= found
        text += [json.dumps(SCHEMAS[n]) for n in found]
    return sorted(names)


def sent():
    """Every single value that may be sent: (where, its schema)."""
    for name in bodies():
        for field, rule in SCHEMAS[name].get("properties", {}).items():
            yield from leaves(f"{name}.{field}", rule)
    for path, methods in DOCUMENT["paths"].items():
        for method, operation in methods.items():
            for given in operation.get("parameters", ()) if method in METHODS else ():
                yield from leaves(f"{method} {path} {given['name']}", given["schema"])


def leaves(where, rule):
    kinds = [part.get("type") for part in rule.get("anyOf", ())]
    if "number" in kinds and "string" in kinds:
        return  # a decimal, bounded by its digits: hostile values are tried below
    for part in rule.get("anyOf", rule.get("allOf", [])):
        yield from leaves(where, part)
    if "items" in rule:
        yield from leaves(f"{where}[]", rule["items"])
    if "type" in rule:
        yield where, rule


FREE = ("enum", "const", "format", "pattern")


def test_every_text_has_a_longest_length():
    texts = [(w, r) for w, r in sent() if r["type"] == "string"]
    assert texts
    assert [
        w for w, r in texts if "maxLength" not in r and not set(r) & set(FREE)
    ] == []


def test_every_number_has_bounds():
    numbers = [(w, r) for w, r in sent() if r["type"] in ("integer", "number")]
    bounds = {"maximum", "exclusiveMaximum", "enum", "const"}
    assert numbers
    assert [where for where, rule in numbers if not set(rule) & bounds] == []


def test_every_list_has_a_longest_length():
    assert [w for w, r in sent() if r["type"] == "array" and "maxItems" not in r] == []


def test_every_router_of_a_domain_is_mounted():
    mounted = [router for _, router in ROUTERS]
    modules = [
        importlib.import_module(f"quarterdeck.api.{module.name}")
        for module in pkgutil.iter_modules(quarterdeck.api.__path__)
    ]
    routers = [m.router for m in modules if isinstance(getattr(m, "router", 0), Router)]
    assert [router.tags for router in routers if router not in mounted] == []


BAD = ["nul \x00 nul", "\ud800 alone", 10**40, -(10**40), "x" * 70_000, [[]], {}, 1e400]


@pytest.mark.parametrize("name", bodies())
def test_hostile_values_in_every_text_field_are_answered_4xx(client, token, name):
    wrong = []
    for method, path in writers_of(name):
        for field, rule in SCHEMAS[name].get("properties", {}).items():
            for value in BAD if is_text(rule) else ():
                answer = client.generic(
                    method.upper(),
                    path,
                    json.dumps({**valid(name), field: value}),
                    "application/json",
                    headers={"Authorization": f"Bearer {token}"},
                )
                if not 400 <= answer.status_code < 500:
                    wrong.append((method, path, field, value, answer.status_code))
    assert wrong == []


def is_text(rule) -> bool:
    """Texts, and decimals that may be written as one."""
    kinds = {part.get("type") for part in rule.get("anyOf", ())}
    return {"number", "string"} <= kinds or any(
        r["type"] == "string" and not set(r) & set(FREE) for _, r in leaves("", rule)
    )


def writers_of(name):
    for path, methods in DOCUMENT["paths"].items():
        for method, operation in methods.items():
            content = operation.get("requestBody", {}).get("content", {})
            refs = [kind["schema"].get("$ref", "") for kind in content.values()]
            if any(ref.endswith(f"/{name}") for ref in refs):
                filled = path
                for given in operation.get("parameters", ()):
                    if given["in"] == "path":
                        filled = filled.replace(f"{{{given['name']}}}", "1")
                yield method, filled


def valid(name):
    """The least that the schema asks for."""
    schema = SCHEMAS[name]
    examples = {"string": "x", "integer": 1, "number": 1, "boolean": True, "array": []}
    return {
        field: examples.get(schema["properties"][field].get("type"), "x")
        for field in schema.get("required", ())
    }
