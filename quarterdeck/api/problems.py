"""Every error is a problem document (RFC 9457): type, title, status, detail."""

import logging
from collections.abc import Iterable
from typing import Any

from django.core.exceptions import (
    ObjectDoesNotExist,
    PermissionDenied,
    SuspiciousOperation,
)
from django.db import Error as DatabaseError
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from ninja import NinjaAPI, Schema
from ninja.errors import AuthenticationError, HttpError, Throttled, ValidationError

from quarterdeck.shared.errors import RuleBroken, StaleEdit, cannot_write

log = logging.getLogger("quarterdeck.api")


class Problem(Schema):
    type: str = "about:blank"
    title: str
    status: int
    detail: str
    errors: list[dict[str, Any]] = []


# What any operation may answer besides what it declares.
STATUSES = (400, 401, 403, 404, 409, 422, 429, 503)


def problem(
    status: int, title: str, detail: str, errors: Iterable[Any] = ()
) -> HttpResponse:
    body = {
        "type": "about:blank",
        "title": title,
        "status": status,
        "detail": detail,
        "errors": list(errors),
    }
    return JsonResponse(body, status=status, content_type="application/problem+json")


def register(api: NinjaAPI) -> None:
    """Answer the expected failures once, for every operation."""
    _register_doors(api)
    _register_rules(api)
    _register_unreadable(api)
    _register_full_disk(api)


def _register_doors(api: NinjaAPI) -> None:
    @api.exception_handler(AuthenticationError)
    def no_token(request: HttpRequest, error: Any) -> HttpResponse:
        return problem(401, "Not signed in", "Show a token that covers this scope.")

    @api.exception_handler(Throttled)
    def too_often(request: HttpRequest, error: Any) -> HttpResponse:
        """Ninja adds the Retry-After that the throttle named."""
        told = "This token asks too often. Wait as long as Retry-After says."
        return problem(429, "Too many requests", told)

    @api.exception_handler(PermissionDenied)
    def denied(request: HttpRequest, error: Any) -> HttpResponse:
        return problem(403, "Not allowed", "You may look at this, but not do that.")

    @api.exception_handler(ObjectDoesNotExist)
    @api.exception_handler(Http404)
    def missing(request: HttpRequest, error: Any) -> HttpResponse:
        return problem(404, "Not found", "There is nothing here that you may see.")


def _register_rules(api: NinjaAPI) -> None:
    @api.exception_handler(StaleEdit)
    def stale(request: HttpRequest, error: StaleEdit) -> HttpResponse:
        both = [
            {"field": c.field, "theirs": c.theirs, "yours": c.yours, "by": c.by}
            for c in error.conflicts
        ]
        return problem(409, "Changed meanwhile", str(error), both)

    @api.exception_handler(RuleBroken)
    def broken(request: HttpRequest, error: RuleBroken) -> HttpResponse:
        title = "Not allowed" if error.status == 403 else "Not possible"
        return problem(error.status, title, str(error))


def _register_unreadable(api: NinjaAPI) -> None:
    @api.exception_handler(ValidationError)
    def invalid(request: HttpRequest, error: ValidationError) -> HttpResponse:
        fields = [
            {"field": ".".join(map(str, e["loc"][1:])), "problem": e["msg"]}
            for e in error.errors
        ]
        told = "; ".join(f"{f['field']}: {f['problem']}" for f in fields)
        return problem(422, "Not valid", told, fields)

    @api.exception_handler(HttpError)
    def http(request: HttpRequest, error: HttpError) -> HttpResponse:
        if error.status_code == 403:
            return problem(403, "Not allowed", "The CSRF token is missing or old.")
        return problem(error.status_code, "Not valid", error.message)

    @api.exception_handler(SuspiciousOperation)
    def too_large(request: HttpRequest, error: Any) -> HttpResponse:
        return problem(400, "Not valid", "The request is too large or unreadable.")


def _register_full_disk(api: NinjaAPI) -> None:
    @api.exception_handler(OSError)
    @api.exception_handler(DatabaseError)
    def full(request: HttpRequest, error: Any) -> HttpResponse:
        if (why := cannot_write(error)) is None:
            raise error
        log.error("%s: %s", request.path, error)
        return problem(503, "Not possible now", why)
