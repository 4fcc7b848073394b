"""The door of the private rooms: 1:1s and whatever else only its people may read."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from quarterdeck.domains.accounts.permissions import private_rooms_are_open
from quarterdeck.domains.accounts.queries import opening_of
from quarterdeck.domains.people.queries import who_can_confirm
from quarterdeck.shared.errors import PrivateRoomsClosed

from .http import Request

View = Callable[..., HttpResponse]


def private_room(view: View) -> View:
    """Mark a view of a private room: while the rooms are closed it says why.

    The queries behind it give nothing then, whatever a view does; this tells the person
    what to do about it.
    """

    @wraps(view)
    def guarded(request: Request, *args: Any, **kwargs: Any) -> HttpResponse:
        if private_rooms_are_open(request.user):
            return view(request, *args, **kwargs)
        if request.htmx:
            raise PrivateRoomsClosed
        return closed(request, status=403)

    return guarded


def closed(request: Request, status: int = 200) -> HttpResponse:
    """What is closed, why, and who can open it."""
    opening = opening_of(request.user)
    able = who_can_confirm(request.user, opening) if opening else []
    context = {"opening": opening, "able": able}
    return render(request, "shell/rooms_closed.html", context, status=status)
