"""Look back on a date one has led; read by oneself and whom one names first."""

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from quarterdeck.domains.occasions import permissions, queries, services
from quarterdeck.web.shell.http import Request
from quarterdeck.web.shell.notices import tell

from ..forms import EditDebrief, WriteDebrief


@require_http_methods(["GET", "POST"])
def write(request: Request, turn_id: int) -> HttpResponse:
    turn = queries.get_turn(user=request.user, turn_id=turn_id)
    if not permissions.can_hand_over(request.user, turn):
        raise PermissionDenied
    form = WriteDebrief(request.POST or None, user=request.user)
    if request.method == "POST" and form.is_valid():
        services.write_debrief(
            occasion=turn.occasion,
            on=turn.on,
            went_well=form.cleaned_data["went_well"],
            otherwise=form.cleaned_data["otherwise"],
            readers=form.readers,
            by=request.user,
            at=request.now,
        )
        tell(request, "Kept for those it names, and nobody else.")
        return redirect("occasions:show", turn.occasion_id)
    context = {"form": form, "occasion": turn.occasion, "on": turn.on}
    return render(request, "occasions/debrief.html", context)


@require_http_methods(["GET", "POST"])
def edit(request: Request, debrief_id: int) -> HttpResponse:
    debrief = queries.get_debrief(user=request.user, debrief_id=debrief_id)
    if not permissions.can_write_debrief(request.user, debrief):
        raise PermissionDenied
    names = ("went_well", "otherwise", "version")
    initial = {name: getattr(debrief, name) for name in names}
    form = EditDebrief(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        given = dict(form.cleaned_data)
        services.edit_debrief(
            debrief=debrief,
            seen_version=given.pop("version"),
            **given,
            by=request.user,
            at=request.now,
        )
        return redirect("occasions:show", debrief.occasion_id)
    context = {"form": form, "occasion": debrief.occasion, "on": debrief.on}
    return render(request, "occasions/debrief.html", {**context, "debrief": debrief})


@require_POST
def remove(request: Request, debrief_id: int) -> HttpResponse:
    debrief = queries.get_debrief(user=request.user, debrief_id=debrief_id)
    services.remove_debrief(debrief=debrief, by=request.user, at=request.now)
    tell(request, "Erased.")
    return redirect("occasions:show", debrief.occasion_id)
