"""What a view is handed: a request whose user is ours and that knows what time it is."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme

if TYPE_CHECKING:
    from django_htmx.middleware import HtmxDetails

    from quarterdeck.domains.accounts.models import User
    from quarterdeck.domains.organization.models import Organization


class Request(HttpRequest):
    """Only for types: middleware sets what is named here on Django's request."""

    now: datetime
    user: "User"
    organization: "Organization | None"
    htmx: "HtmxDetails"


def page_number(request: Any) -> int:
    """The page asked for; anything that is no number is the first page."""
    given = str(request.GET.get("page", ""))
    return int(given) if given.isdecimal() and len(given) < 7 else 1


def came_from(request: HttpRequest) -> str:
    """The page before this one, if it was one of ours."""
    before = request.headers.get("Referer", "")
    # Not get_host(): a request with a wrong host is told so by way of this, too.
    ours = request.META.get("HTTP_HOST") or request.META.get("SERVER_NAME", "")
    return before if url_has_allowed_host_and_scheme(before, {ours}) else ""


def still_at_it(
    request: Any, template: str, *, busy: bool, **context: Any
) -> HttpResponse:
    """Answer a page that asks how far its work is: the part again, or a fresh page.

    When the work is over the browser is sent to the same address once more, where the
    result stands now.
    """
    answer = render(request, template, context)
    if not busy:
        answer.headers["HX-Redirect"] = request.path
    return answer
