"""A program that repeats a write under one Idempotency-Key is told the first answer.

The effect itself happens once because its act carries the key under a unique index; this
middleware only keeps what was said, so that a lost answer can be asked for again.
"""

import hashlib
from collections.abc import Callable
from typing import Any

from django.db import Error as DatabaseError
from django.http import HttpRequest, HttpResponse

from quarterdeck.domains.accounts.queries import token_owner
from quarterdeck.domains.accounts.services import (
    AnotherRequest,
    StillRunning,
    begin_answer,
    forget_answer,
    keep_answer,
)
from quarterdeck.domains.activity.services import carrying
from quarterdeck.shared.errors import cannot_write

from .problems import problem

Next = Callable[[HttpRequest], HttpResponse]
WRITING = ("POST", "PUT", "PATCH", "DELETE")
LONGEST_KEY = 200
KEPT_HEADERS = ("Content-Type", "Location")


class SaidAgain:
    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        given = request.headers.get("Idempotency-Key", "")
        if not given or not is_write(request):
            return self.get_response(request)
        if len(given) > LONGEST_KEY:
            return problem(
                422, "Not valid", f"An Idempotency-Key has at most {LONGEST_KEY} signs."
            )
        owner = owner_of(request)
        if owner is None:  # the door answers, not the memory
            return self.get_response(request)
        return self._once(request, f"{owner}:{digest(request, given)}")

    def _once(self, request: HttpRequest, key: str) -> HttpResponse:
        now = request.now  # type: ignore[attr-defined]
        try:
            first = begin_answer(key=key, fingerprint=fingerprint(request), at=now)
        except AnotherRequest as error:
            return problem(422, "Not valid", str(error))
        except StillRunning as error:
            return problem(409, "Not possible", str(error))
        except DatabaseError as error:
            if (why := cannot_write(error)) is None:
                raise
            return problem(503, "Not possible now", why)
        if first is not None:
            return say_again(first)
        return self._answer(request, key)

    def _answer(self, request: HttpRequest, key: str) -> HttpResponse:
        done = False
        try:
            with carrying(key):
                response = self.get_response(request)
            done = response.status_code < 400 and not response.streaming
            # The words of a private room stand nowhere else; a repeat is told that it
            # was done already.
            done = done and not getattr(request, "in_private_room", False)
        finally:
            if not done:
                forget_answer(key=key)
        if done:
            headers = {n: response[n] for n in KEPT_HEADERS if n in response.headers}
            keep_answer(
                key=key,
                status=response.status_code,
                headers=headers,
                body=response.content,
            )
        return response


def is_write(request: HttpRequest) -> bool:
    return request.method in WRITING and request.path.startswith("/api/")


def owner_of(request: Any) -> str | None:
    """Whom the key belongs to: a key says nothing under another token or session."""
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() == "bearer" and token:
        found = token_owner(token=token.strip(), at=request.now)
        return f"t{found.pk}" if found else None
    return f"u{request.user.pk}" if request.user.is_authenticated else None


def digest(request: HttpRequest, given: str) -> str:
    whole = f"{request.method} {request.path} {given}"
    return hashlib.sha256(whole.encode()).hexdigest()


def fingerprint(request: HttpRequest) -> str:
    query = request.META.get("QUERY_STRING", "").encode()
    return hashlib.sha256(query + b"\n" + request.body).hexdigest()


def say_again(first: Any) -> HttpResponse:
    response = HttpResponse(bytes(first.body), status=first.status)
    for name, value in first.headers.items():
        response.headers[name] = value
    response.headers["Idempotent-Replay"] = "true"
    return response
