"""What a view is handed: a request whose user is ours and that knows what time it is."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme

if TYPE_CHECKING:
    from django_htmx.middleware import HtmxDetails

    from quarterdeck.domains.accounts.models import User


class Request(HttpRequest):
    """Only for types: middleware sets `now`, `user` and `htmx` on Django's request."""

    now: datetime
    user: "User"
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
