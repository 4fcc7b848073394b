"""Tell that something was done, and offer to take it back."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

Next = Callable[[HttpRequest], HttpResponse]


def tell(request: Any, sentence: str, *, undo: str = "") -> None:
    """Say a sentence on the next page; `undo` is the address that takes the act back."""
    messages.success(request, sentence, extra_tags=f"undo:{undo}" if undo else "")


class Notices:
    """A partial answer carries what is to be told with it; a page shows it itself."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if not request.headers.get("HX-Request") or not _is_fragment(response):
            return response
        told = messages.get_messages(request)
        if len(told):
            text = render_to_string("shell/notices.html", {"messages": told}, request)
            response.content += (
                f'<div hx-swap-oob="innerHTML:#notices">{text}</div>'.encode()
            )
        return response


def _is_fragment(response: HttpResponse) -> bool:
    if response.streaming or response.status_code != 200:
        return False
    if "HX-Redirect" in response.headers:
        return False
    kind = response.headers.get("Content-Type", "")
    return kind.startswith("text/html") and b"<html" not in response.content[:300]
