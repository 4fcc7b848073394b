"""What teams meet for: the list, one of them, setting up, ending."""

from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from quarterdeck.domains.occasions import permissions, queries, services
from quarterdeck.domains.organization.permissions import is_member
from quarterdeck.domains.people.permissions import standing_of
from quarterdeck.shared.paging import page_of
from quarterdeck.web.shell.http import Request, page_number
from quarterdeck.web.shell.notices import tell

from ..forms import EditOccasion, NameTurn, SetUp

if TYPE_CHECKING:
    from quarterdeck.domains.occasions.models import Occasion


@require_GET
def index(request: Request) -> HttpResponse:
    user, today = request.user, timezone.localdate(request.now)
    ended = "ended" in request.GET
    rows = queries.occasions_visible_to(user).filter(ended_at__isnull=not ended)
    page = page_of(rows, page_number(request))
    context = {
        "page": page,
        "lines": queries.lines_of(page.items, today),
        "ended": ended,
        "may_set_up": is_member(user),
    }
    return render(request, "occasions/index.html", context)


@require_http_methods(["GET", "POST"])
def set_up(request: Request) -> HttpResponse:
    if not is_member(request.user):
        raise PermissionDenied
    form = SetUp(request.POST or None, user=request.user)
    if request.method == "POST" and form.is_valid():
        given = dict(form.cleaned_data)
        given.pop("version")
        occasion = services.set_up_occasion(**given, by=request.user, at=request.now)
        return redirect("occasions:show", occasion.pk)
    context = {"form": form, "heading": "Set up an occasion", "act": "Set up"}
    return render(request, "occasions/edit.html", context)


@require_GET
def show(request: Request, occasion_id: int) -> HttpResponse:
    occasion = queries.get_occasion(user=request.user, occasion_id=occasion_id)
    return page(request, occasion)


def page(
    request: Request, occasion: "Occasion", *, status: int = 200, **forms: Any
) -> HttpResponse:
    user, today = request.user, timezone.localdate(request.now)
    lines = queries.plan_of(user=user, occasion=occasion, today=today)
    context = {
        "occasion": occasion,
        "lines": lines,
        "proposed": any(line.proposed for line in lines),
        "past": queries.led_before(user=user, occasion=occasion, today=today),
        "groups": queries.others_who_could(user=user, occasion=occasion, today=today),
        "said": queries.said_by(user, occasion),
        "may_arrange": permissions.can_arrange(user, occasion),
        "is_over": occasion.is_over(today),
        "debriefs": queries.debriefs_of(user=user, occasion=occasion),
        "to_look_back": queries.not_looked_back(
            user=user, occasion=occasion, today=today
        ),
        "name_form": NameTurn(user=user, lines=lines),
        "mine": standing_of(user).person_id,
        **forms,
    }
    return render(request, "occasions/occasion.html", context, status=status)


@require_http_methods(["GET", "POST"])
def edit(request: Request, occasion_id: int) -> HttpResponse:
    occasion = queries.get_occasion(user=request.user, occasion_id=occasion_id)
    if not permissions.can_arrange(request.user, occasion):
        raise PermissionDenied
    names = ("title", "kind", "first_on", "weeks", "aim", "limits", "support", "skill")
    initial = {name: getattr(occasion, name) for name in (*names, "version")}
    form = EditOccasion(request.POST or None, user=request.user, initial=initial)
    if request.method == "POST" and form.is_valid():
        changes = dict(form.cleaned_data)
        services.edit_occasion(
            occasion=occasion,
            seen_version=changes.pop("version"),
            changes=changes,
            by=request.user,
            at=request.now,
        )
        return redirect("occasions:show", occasion_id)
    context = {"form": form, "heading": "Edit", "act": "Save", "occasion": occasion}
    return render(request, "occasions/edit.html", context)


@require_POST
def end(request: Request, occasion_id: int) -> HttpResponse:
    occasion = queries.get_occasion(user=request.user, occasion_id=occasion_id)
    services.end_occasion(occasion=occasion, by=request.user, at=request.now)
    undo = reverse("occasions:restore", args=[occasion_id])
    tell(request, f"“{occasion}” is ended.", undo=undo)
    return redirect("occasions:index")


@require_POST
def restore(request: Request, occasion_id: int) -> HttpResponse:
    occasion = queries.get_occasion(user=request.user, occasion_id=occasion_id)
    services.restore_occasion(occasion=occasion, by=request.user, at=request.now)
    return redirect("occasions:show", occasion_id)
