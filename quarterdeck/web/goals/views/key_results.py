"""Key results: add, change, record a value, take off and put back."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from quarterdeck.domains.goals import permissions, queries, services
from quarterdeck.web.shell.http import Request
from quarterdeck.web.shell.notices import tell

from ..forms import AddKeyResult, EditKeyResult, RecordMeasurement
from .page import after, page

EDITED = ("title", "start", "target", "unit", "weight")


@require_POST
def add(request: Request, goal_id: int) -> HttpResponse:
    goal = queries.get_goal(user=request.user, goal_id=goal_id)
    form = AddKeyResult(request.POST, auto_id="new_%s")
    if not form.is_valid():
        return page(request, goal, key_result_form=form)
    services.add_key_result(
        goal=goal, **form.cleaned_data, by=request.user, at=request.now
    )
    return after(request, goal_id)


@require_http_methods(["GET", "POST"])
def edit(request: Request, key_result_id: int) -> HttpResponse:
    row = queries.get_key_result(user=request.user, key_result_id=key_result_id)
    if not permissions.can_edit_goal(request.user, row.goal):
        raise PermissionDenied
    now = {name: _plain(getattr(row, name)) for name in EDITED}
    form = EditKeyResult(
        request.POST or None,
        initial={**now, "version": row.version},
        auto_id=f"k{row.pk}_%s",
    )
    if request.method == "POST" and form.is_valid():
        changes = dict(form.cleaned_data)
        seen = changes.pop("version")
        services.edit_key_result(
            key_result=row,
            changes=changes,
            seen_version=seen,
            by=request.user,
            at=request.now,
        )
        return after(request, row.goal_id)
    part = "#form" if request.htmx else ""
    context = {"form": form, "row": row}
    return render(request, f"goals/key_result.html{part}", context)


@require_POST
def record(request: Request, key_result_id: int) -> HttpResponse:
    row = queries.get_key_result(user=request.user, key_result_id=key_result_id)
    form = RecordMeasurement(request.POST)
    if not form.is_valid():
        return page(request, row.goal, measurement_form=form, wrong_row=row.pk)
    services.record_measurement(
        key_result=row, **form.cleaned_data, by=request.user, at=request.now
    )
    return after(request, row.goal_id)


@require_POST
def remove(request: Request, key_result_id: int) -> HttpResponse:
    row = queries.get_key_result(user=request.user, key_result_id=key_result_id)
    services.remove_key_result(key_result=row, by=request.user, at=request.now)
    undo = reverse("goals:restore_key_result", args=[key_result_id])
    tell(request, f"“{row}” is removed.", undo=undo)
    return after(request, row.goal_id)


@require_POST
def restore(request: Request, key_result_id: int) -> HttpResponse:
    row = queries.get_key_result(user=request.user, key_result_id=key_result_id)
    services.restore_key_result(key_result=row, by=request.user, at=request.now)
    return after(request, row.goal_id)


def _plain(value: Any) -> Any:
    """40 and not 40.0, as people type it."""
    if isinstance(value, str) or value != int(value):
        return value
    return int(value)
