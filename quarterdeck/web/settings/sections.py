"""The sections of Settings, in one list; a section is shown once its page exists."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse

from quarterdeck.domains.organization.permissions import is_admin
from quarterdeck.web.shell.http import Request

View = Callable[..., HttpResponse]


@dataclass(frozen=True)
class Section:
    label: str
    url_name: str
    pages: tuple[str, ...] = ()  # pages without a tab of their own that belong here


SECTIONS = (
    Section("Overview", "settings:index"),
    Section("General", "settings:general"),
    Section("People & teams", "settings:people"),
    Section(
        "Roles & invitations",
        "settings:roles",
        ("settings:invite", "settings:make_link"),
    ),
    Section("Holidays", "settings:holidays"),
    Section("Forgetting", "erasure:wishes"),
)


def for_admins(view: View) -> View:
    """Settings are for admins: everybody else is told no."""

    @wraps(view)
    def guarded(request: Request, *args: Any, **kwargs: Any) -> HttpResponse:
        if not is_admin(request.user):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return guarded


def show(request: Request, page: str, /, **context: Any) -> HttpResponse:
    """Render a page of Settings with its sections on top."""
    context = {"sections": tabs_of(request), **context}
    return render(request, f"settings/{page}.html", context)


def tabs_of(request: Request) -> list[dict[str, Any]]:
    """The sections, with the one that is looked at marked; for pages of other rooms too."""
    match = request.resolver_match
    here = match.view_name if match else ""
    return [
        {"label": s.label, "url": url, "current": here in (s.url_name, *s.pages)}
        for s in SECTIONS
        if (url := _address(s.url_name))
    ]


def _address(url_name: str) -> str:
    try:
        return reverse(url_name)
    except NoReverseMatch:
        return ""
