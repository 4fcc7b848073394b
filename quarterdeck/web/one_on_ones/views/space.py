"""The space of two people, and the parts of it that an act changes."""

from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from quarterdeck.domains.one_on_ones import queries
from quarterdeck.web.shell.http import Request

from ..reading import agenda_of, promises_of, space_of

if TYPE_CHECKING:
    from quarterdeck.domains.one_on_ones.models import Pair

PAGE = "one_on_ones/space.html"


@require_GET
def show(request: Request, pair_id: int) -> HttpResponse:
    pair = queries.get_pair(user=request.user, pair_id=pair_id)
    return whole(request, pair)


def whole(request: Request, pair: "Pair", **forms: Any) -> HttpResponse:
    today = request.now.date()
    context = {**space_of(request.user, pair, today), **forms}
    return render(request, PAGE, context)


def after_topic(request: Request, pair_id: int, **forms: Any) -> HttpResponse:
    """The agenda as it stands now, in place or on its page."""
    if not request.htmx and not forms:
        return redirect("one_on_ones:space", pair_id)
    pair = queries.get_pair(user=request.user, pair_id=pair_id)
    if not request.htmx:
        return whole(request, pair, **forms)
    context = {**agenda_of(request.user, pair), **forms}
    return render(request, f"{PAGE}#agenda", context)


def after_promise(request: Request, pair_id: int, **forms: Any) -> HttpResponse:
    if not request.htmx and not forms:
        return redirect("one_on_ones:space", pair_id)
    pair = queries.get_pair(user=request.user, pair_id=pair_id)
    if not request.htmx:
        return whole(request, pair, **forms)
    today = request.now.date()
    context = {**promises_of(request.user, pair, today), **forms}
    return render(request, f"{PAGE}#promises", context)
