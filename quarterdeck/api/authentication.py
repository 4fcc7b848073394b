"""A program shows a token with scopes; a browser its session, with the CSRF check."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from ninja.security import APIKeyCookie, HttpBearer

from quarterdeck.domains.accounts.permissions import private_rooms_are_open
from quarterdeck.domains.accounts.services import use_token
from quarterdeck.domains.organization.queries import get_organization, zone_of_reader
from quarterdeck.domains.people.permissions import is_let_in
from quarterdeck.shared.errors import PrivateRoomsClosed

READING = ("GET", "HEAD", "OPTIONS")


def may(area: str, *, private: bool = False) -> list[Any]:
    """Who may use a router: `goals:read` for reading, `goals:write` for the rest.

    The router of a private room says so: it is shut while the user's rooms are closed.
    """
    return [Token(area, private), Session(private)]


class Token(HttpBearer):
    def __init__(self, area: str, private: bool) -> None:
        super().__init__()
        self.area, self.private = area, private

    def authenticate(self, request: HttpRequest, token: str) -> Any:
        act = "read" if request.method in READING else "write"
        user = use_token(token=token, scope=f"{self.area}:{act}", at=request.now)  # type: ignore[attr-defined]
        if user is None or not _is_let_in(request, user):
            return None
        _look_at_the_private_door(request, user, self.private)
        request.user = user
        return user


class Session(APIKeyCookie):
    """A browser's session; on unsafe methods only together with the CSRF token."""

    param_name = settings.SESSION_COOKIE_NAME

    def __init__(self, private: bool) -> None:
        super().__init__()
        self.private = private

    def _get_key(self, request: HttpRequest) -> str | None:
        if not request.user.is_authenticated:
            return None  # nobody is signed in: that is the answer, not a missing token
        return super()._get_key(request)

    def authenticate(self, request: HttpRequest, key: str | None) -> Any:
        user = request.user
        if not user.is_authenticated or not _is_let_in(request, user):
            return None
        _look_at_the_private_door(request, user, self.private)
        return user


def _look_at_the_private_door(request: Any, user: Any, private: bool) -> None:
    request.in_private_room = private  # its answers are not kept for a repeat
    if private and not private_rooms_are_open(user):
        raise PrivateRoomsClosed


def _is_let_in(request: HttpRequest, user: Any) -> bool:
    zone = zone_of_reader(user, None if user.time_zone else get_organization())
    request.now = request.now.astimezone(zone)  # type: ignore[attr-defined]
    return is_let_in(user, request.now.date())  # type: ignore[attr-defined]
