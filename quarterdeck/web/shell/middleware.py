"""What happens around every request: the clock, the door, once only, plain errors."""

import logging
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.db import Error as DatabaseError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from quarterdeck.domains.accounts.queries import users_exist
from quarterdeck.domains.organization.permissions import role_of
from quarterdeck.domains.organization.queries import get_organization, zone_of_reader
from quarterdeck.domains.people.permissions import is_let_in
from quarterdeck.shared.errors import AlreadyDone, RuleBroken, StaleEdit, cannot_write

from .http import came_from
from .once import OnceOnly, already_done

__all__ = ["Clock", "LocalTime", "OnceOnly", "PlainErrors", "SignedInOnly", "say"]
WITHOUT_PAGES = ("/api/", "/static/", "/health/")
NO_ACCESS = "Your account has no access here any more. An admin can give it back."
Next = Callable[[HttpRequest], HttpResponse]
log = logging.getLogger("quarterdeck.web")


class Clock:
    """Time comes in as an argument: here it comes in."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.now = timezone.now()  # type: ignore[attr-defined]
        response = self.get_response(request)
        if not request.path.startswith(settings.STATIC_URL):
            # A page of one person never stays in a cache for another.
            response.headers.setdefault("Cache-Control", "no-store")
        return response


class LocalTime:
    """Days begin and times are shown in the reader's zone, else in the organization's."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path.startswith(WITHOUT_PAGES) or not request.user.is_authenticated:
            return self.get_response(request)
        request.organization = get_organization()  # type: ignore[attr-defined]
        zone = zone_of_reader(request.user, request.organization)  # type: ignore[attr-defined]
        # The moment stays the same; the day of it is the reader's own.
        request.now = request.now.astimezone(zone)  # type: ignore[attr-defined]
        with timezone.override(zone):
            return self.get_response(request)


class SignedInOnly:
    """Deny by default: a view is for people with a role unless it says otherwise.

    A view says so with Django's own mark, `login_not_required`. The API and allauth
    guard their own doors; the policy table of the tests lists every route all the same.
    """

    own_doors = ("/api/", "/sign-in/", "/static/")

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Any, args: Any, kwargs: Any
    ) -> HttpResponse | None:
        if request.path.startswith(self.own_doors):
            return None
        if not getattr(view, "login_required", True):
            return None
        if not request.user.is_authenticated:
            return self._to_the_door(request)
        if not is_let_in(request.user, request.now.date()):  # type: ignore[attr-defined]
            return say(request, 403, NO_ACCESS, layout="sign_in/door.html")
        return None

    def _to_the_door(self, request: HttpRequest) -> HttpResponse:
        if not users_exist():
            return redirect("first_run:found")
        if request.headers.get("HX-Request"):
            answer = HttpResponse(status=401)
            answer.headers["HX-Redirect"] = reverse(settings.LOGIN_URL)
            return answer
        return redirect_to_login(request.get_full_path())


class PlainErrors:
    """Turn the expected failures into answers, once, for every view."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(
        self, request: HttpRequest, error: Exception
    ) -> HttpResponse | None:
        if isinstance(error, ObjectDoesNotExist):
            return say(
                request, 404, "There is nothing here, or it is not yours to see."
            )
        if isinstance(error, PermissionDenied):
            return say(request, 403, "You may look at this, but not do that.")
        if isinstance(error, StaleEdit):
            return say(request, 409, str(error), conflicts=error.conflicts)
        if isinstance(error, AlreadyDone) and not request.headers.get("HX-Request"):
            return already_done(request, str(error))
        if isinstance(error, RuleBroken):
            return say(request, error.status, str(error))
        if isinstance(error, OSError | DatabaseError) and (why := cannot_write(error)):
            log.error("%s: %s", request.path, error)
            return say(request, 503, why)
        return None


def say(
    request: HttpRequest, status: int, sentence: str, **context: Any
) -> HttpResponse:
    """Answer with one sentence: a whole page, or a notice for a partial request."""
    partial = bool(request.headers.get("HX-Request"))
    template = "shell/notice.html" if partial else "shell/error.html"
    inside = role_of(getattr(request, "user", None)) is not None
    context = {
        "sentence": sentence,
        "status": status,
        "layout": "shell/base.html" if inside else "sign_in/door.html",
        "back": came_from(request),
        **context,
    }
    answer = render(request, template, context, status=status)
    if partial:
        answer.headers["HX-Retarget"] = "#notices"
        answer.headers["HX-Reswap"] = "innerHTML"
    return answer
