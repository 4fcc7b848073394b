"""A form or program may send the same request twice; its effect happens once."""

import hashlib
from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from quarterdeck.domains.activity.services import carrying

from .http import came_from

Next = Callable[[HttpRequest], HttpResponse]


class OnceOnly:
    """Hand the request's key to the first act it records.

    The act and its key are written in one transaction with a unique index, so a repeat
    is refused by the database itself, also after a crash between the two.
    """

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        key = request_key(request)
        if key is None:
            return self.get_response(request)
        with carrying(key):
            return self.get_response(request)


def request_key(request: HttpRequest) -> str | None:
    """Return the key of an unsafe request, bound to its user and its path."""
    if request.method in ("GET", "HEAD", "OPTIONS") or not request.user.pk:
        return None
    given = request.headers.get("Idempotency-Key") or (
        request.POST.get("request_key") if is_form(request) else None
    )
    if not given:
        return None
    whole = f"{request.method} {request.path} {given}"
    return f"{request.user.pk}:{hashlib.sha256(whole.encode()).hexdigest()}"


def is_form(request: HttpRequest) -> bool:
    return request.content_type in (
        "application/x-www-form-urlencoded",
        "multipart/form-data",
    )


def already_done(request: HttpRequest, sentence: str) -> HttpResponse:
    """Answer a repeated form: back to where it came from, with a word about it."""
    messages.info(request, sentence)
    return redirect(came_from(request) or "/")
