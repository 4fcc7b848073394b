"""The pages for what went wrong before, or beyond, a view."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from .middleware import say


def bad_request(request: HttpRequest, exception: Any = None) -> HttpResponse:
    return say(request, 400, "This request could not be read.")


def denied(request: HttpRequest, exception: Any = None) -> HttpResponse:
    return say(request, 403, "You may look at this, but not do that.")


def not_found(request: HttpRequest, exception: Any = None) -> HttpResponse:
    return say(request, 404, "There is nothing here, or it is not yours to see.")


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The CSRF check failed: an old tab, a cleared cookie, or a foreign page."""
    sentence = "This page is too old to be sent. Go back, reload it and try again."
    return say(request, 403, sentence)


def server_error(request: HttpRequest) -> HttpResponse:
    """Depends on nothing that may be what is broken: no database, no user."""
    if request.headers.get("HX-Request"):
        answer = HttpResponse(render_to_string("shell/broken_part.html"), status=500)
        answer.headers["HX-Retarget"] = "#notices"
        answer.headers["HX-Reswap"] = "innerHTML"
        return answer
    return HttpResponse(render_to_string("shell/broken.html"), status=500)
