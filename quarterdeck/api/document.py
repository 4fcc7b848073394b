"""What the API says about itself: an OpenAPI document and a page made from it.

Both tell what every copy of the program does and nothing of this instance, so the
document is open to all; the page stands inside the frame and asks for a sign-in.
"""

from collections.abc import Iterator
from functools import cache
from http import HTTPStatus
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from ninja import NinjaAPI
from ninja.openapi.docs import DocsBase
from ninja.openapi.schema import OpenAPISchema
from ninja.operation import Operation

from quarterdeck.domains.people.permissions import is_let_in

from . import problems

METHODS = ("get", "post", "put", "patch", "delete")
WRITES = METHODS[1:]
KEY = {
    "in": "header",
    "name": "Idempotency-Key",
    "required": False,
    "schema": {"type": "string", "minLength": 1, "maxLength": 200},
    "description": "Any unique text; a repeat under it has no second effect.",
}
A_PROBLEM = {
    "application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}
}


class Document(OpenAPISchema):
    """Ninja's, but what many operations answer is described once.

    Problems are told here and not declared at each operation: no operation returns one,
    and Ninja would make a model of each status of each operation whenever it starts.
    """

    def __init__(self, *args: Any) -> None:
        self.described: dict[Any, Any] = {}
        super().__init__(*args)
        self.add_schema_definitions({"Problem": problems.Problem.json_schema()})

    def responses(self, operation: Operation) -> dict[int, Any]:
        told = {
            status: {"description": HTTPStatus(status).phrase, "content": A_PROBLEM}
            for status in problems.STATUSES
        }
        return super().responses(operation) | told

    def _create_schema_from_model(self, model: Any, *args: Any, **how: Any) -> Any:
        describe = super()._create_schema_from_model
        if set(model.model_fields) != {"response"}:
            return describe(model, *args, **how)
        shared = (repr(model.model_fields["response"].annotation), str((args, how)))
        if shared not in self.described:
            self.described[shared] = describe(model, *args, **how)
        return self.described[shared]


class Api(NinjaAPI):
    """Ninja's document, made true where it does not know us."""

    def get_openapi_schema(self, **options: Any) -> Any:
        return described(self)  # the same wherever it is asked for


@cache
def described(api: NinjaAPI) -> Any:
    """Describe every operation: much work for one request, so once a process."""
    document = Document(api, api.get_root_path({}))
    for method, operation in operations_of(document):
        if method in WRITES:
            operation.setdefault("parameters", []).append(KEY)
    return document


class Reference(DocsBase):
    """The document as a page of our own: no script from anywhere."""

    def render_page(
        self, request: HttpRequest, api: NinjaAPI, **kwargs: Any
    ) -> HttpResponse:
        if not is_let_in(request.user, request.now.date()):  # type: ignore[attr-defined]
            return redirect_to_login(request.get_full_path())
        document = api.get_openapi_schema()
        context = {"info": document["info"], "areas": areas_of(document)}
        return render(request, "api/reference.html", context)


def operations_of(document: Any) -> Iterator[tuple[str, Any]]:
    for path in document["paths"].values():
        yield from ((m, op) for m, op in path.items() if m in METHODS)


def areas_of(document: Any) -> list[dict[str, Any]]:
    """Return the operations in groups, each with its fields in words."""
    found: dict[str, list[dict[str, Any]]] = {}
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            area = (operation.get("tags") or ["other"])[0]
            row = _row(document, path, method, operation)
            found.setdefault(area, []).append(row)
    return [{"name": name, "rows": rows} for name, rows in sorted(found.items())]


def _row(document: Any, path: str, method: str, operation: Any) -> dict[str, Any]:
    given = [
        _field(document, p["name"], p["schema"], p.get("required", False), p["in"])
        for p in operation.get("parameters", ())
        if p["in"] != "header"
    ]
    return {
        "path": path,
        "method": method.upper(),
        "id": operation["operationId"],
        "summary": operation.get("description") or operation["summary"].capitalize(),
        "fields": given + _body(document, operation),
    }


def _body(document: Any, operation: Any) -> list[dict[str, Any]]:
    content = operation.get("requestBody", {}).get("content", {})
    bodies = [_resolved(document, kind["schema"]) for kind in content.values()]
    schema = bodies[0] if bodies else {}
    required = schema.get("required", ())
    return [
        _field(document, name, field, name in required, "body")
        for name, field in schema.get("properties", {}).items()
    ]


def _field(
    document: Any, name: str, schema: Any, required: bool, place: str
) -> dict[str, Any]:
    return {
        "name": name,
        "place": place,
        "required": required,
        "type": _words(document, schema),
    }


def _words(document: Any, schema: Any) -> str:
    schema = _resolved(document, schema)
    if choices := schema.get("anyOf"):
        kinds = [_words(document, one) for one in choices if one.get("type") != "null"]
        return " or ".join(kinds)
    if "enum" in schema:
        return " · ".join(str(choice) or "nothing" for choice in schema["enum"])
    if "const" in schema:
        return str(schema["const"])
    if schema.get("type") == "array":
        return f"list of {_words(document, schema.get('items', {}))}"
    kind = str(schema.get("format") or schema.get("type") or "any")
    longest = schema.get("maxLength")
    return f"{kind} up to {longest}" if longest else kind


def _resolved(document: Any, schema: Any) -> Any:
    name = schema.get("$ref", "").removeprefix("#/components/schemas/")
    return document["components"]["schemas"][name] if name else schema
