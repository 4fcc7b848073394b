"""The circles one is in: the list, one of them, starting, its rule."""

from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from quarterdeck.domains.circles import permissions, queries, services
from quarterdeck.shared.paging import page_of
from quarterdeck.web.shell.http import Request, page_number
from quarterdeck.web.shell.notices import tell

from ..forms import ChangeRule, EditCircle, Invite, PlanMeeting, StartCircle

if TYPE_CHECKING:
    from quarterdeck.domains.circles.models import Circle


@require_GET
def index(request: Request) -> HttpResponse:
    today = timezone.localdate(request.now)
    context = {
        "lines": queries.lines_of(request.user, today),
        "may_start": permissions.can_start(request.user),
    }
    return render(request, "circles/index.html", context)


@require_http_methods(["GET", "POST"])
def start(request: Request) -> HttpResponse:
    if not permissions.can_start(request.user):
        raise PermissionDenied
    form = StartCircle(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = dict(form.cleaned_data)
        given.pop("version")
        circle = services.start_circle(**given, by=request.user, at=request.now)
        return redirect("circles:show", circle.pk)
    context = {"form": form, "heading": "Start a circle", "act": "Start"}
    return render(request, "circles/edit.html", context)


@require_GET
def show(request: Request, circle_id: int) -> HttpResponse:
    circle = queries.get_circle(user=request.user, circle_id=circle_id)
    return page(request, circle)


def page(
    request: Request, circle: "Circle", *, status: int = 200, **forms: Any
) -> HttpResponse:
    """The whole circle; whoever has not accepted the rule of now reads that first."""
    user, today = request.user, timezone.localdate(request.now)
    own = queries.own_membership(user=user, circle=circle)
    context: dict[str, Any] = {
        "circle": circle,
        "own": own,
        "members": queries.members_of(user=user, circle=circle),
    }
    if not permissions.is_inside(user, own):
        return render(request, "circles/rule_first.html", context, status=status)
    cases = queries.cases_visible_to(user).filter(circle=circle)
    meetings = queries.meetings_visible_to(user).filter(circle=circle)
    context |= {
        "page": page_of(cases, page_number(request), 20),
        "ahead": list(meetings.filter(on__gte=today)[:5]),
        "invite": Invite(user=user),
        "plan": PlanMeeting(),
        **forms,
    }
    return render(request, "circles/circle.html", context, status=status)


@require_http_methods(["GET", "POST"])
def edit(request: Request, circle_id: int) -> HttpResponse:
    circle = queries.get_open_circle(user=request.user, circle_id=circle_id)
    initial = {n: getattr(circle, n) for n in ("name", "purpose", "version")}
    form = EditCircle(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        given = dict(form.cleaned_data)
        services.edit_circle(
            circle=circle,
            seen_version=given.pop("version"),
            **given,
            by=request.user,
            at=request.now,
        )
        return redirect("circles:show", circle_id)
    context = {"form": form, "heading": "Edit", "act": "Save", "circle": circle}
    return render(request, "circles/edit.html", context)


@require_http_methods(["GET", "POST"])
def change_rule(request: Request, circle_id: int) -> HttpResponse:
    circle = queries.get_open_circle(user=request.user, circle_id=circle_id)
    now = {"rule": circle.rule, "version": circle.version}
    form = ChangeRule(request.POST or None, initial=now)
    if request.method == "POST" and form.is_valid():
        services.change_rule(
            circle=circle,
            rule=form.cleaned_data["rule"],
            seen_version=form.cleaned_data["version"],
            by=request.user,
            at=request.now,
        )
        tell(request, "The rule is changed. The others accept it before they read on.")
        return redirect("circles:show", circle_id)
    context = {"form": form, "heading": "Change the rule", "act": "Change"}
    return render(request, "circles/edit.html", {**context, "circle": circle})
