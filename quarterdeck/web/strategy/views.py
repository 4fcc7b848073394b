"""The vision, its versions, and the values."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from quarterdeck.domains.strategy import permissions, queries, services
from quarterdeck.web.shell.http import Request
from quarterdeck.web.shell.notices import tell

from .forms import EditValue, MoveValue, PublishVision, WordValue

SHOWN_VERSIONS = 50


@require_GET
def vision(request: Request) -> HttpResponse:
    return render(request, "strategy/vision.html", _content(request))


@require_http_methods(["GET", "POST"])
def publish(request: Request) -> HttpResponse:
    _allow(permissions.can_publish_vision(request.user))
    newest = queries.vision_in_force(request.user)
    form = PublishVision(
        request.POST or None,
        initial={
            "text": newest.text if newest else "",
            "seen_number": newest.number if newest else 0,
        },
    )
    if request.method == "POST" and form.is_valid():
        services.publish_vision(**form.cleaned_data, by=request.user, at=request.now)
        return redirect("strategy:vision")
    return render(request, "strategy/publish.html", {"form": form, "newest": newest})


@require_GET
def version(request: Request, number: int) -> HttpResponse:
    compared = queries.compared_vision(user=request.user, number=number)
    return render(request, "strategy/version.html", {"compared": compared})


@require_http_methods(["GET", "POST"])
def add_value(request: Request) -> HttpResponse:
    _allow(permissions.can_edit_values(request.user))
    form = WordValue(request.POST or None)
    if request.method == "POST" and form.is_valid():
        services.add_value(**form.cleaned_data, by=request.user, at=request.now)
        return redirect("strategy:vision")
    return render(request, "strategy/value.html", {"form": form, "act": "Add"})


@require_http_methods(["GET", "POST"])
def edit_value(request: Request, value_id: int) -> HttpResponse:
    _allow(permissions.can_edit_values(request.user))
    value = queries.get_value(user=request.user, value_id=value_id)
    form = EditValue(
        request.POST or None,
        initial={
            "name": value.name,
            "meaning": value.meaning,
            "version": value.version,
        },
    )
    if request.method == "POST" and form.is_valid():
        words = dict(form.cleaned_data)
        seen = words.pop("version")
        services.edit_value(
            value=value, **words, seen_version=seen, by=request.user, at=request.now
        )
        return redirect("strategy:vision")
    return render(request, "strategy/value.html", {"form": form, "act": "Save"})


@require_POST
def move_value(request: Request, value_id: int) -> HttpResponse:
    value = queries.get_value(user=request.user, value_id=value_id)
    form = MoveValue(request.POST)
    if form.is_valid():
        places = form.cleaned_data["places"]
        services.move_value(value=value, places=places, by=request.user, at=request.now)
    return _values(request)


@require_POST
def retire_value(request: Request, value_id: int) -> HttpResponse:
    value = queries.get_value(user=request.user, value_id=value_id)
    services.retire_value(value=value, by=request.user, at=request.now)
    undo = reverse("strategy:restore_value", args=[value_id])
    tell(request, f"“{value}” is retired.", undo=undo)
    return _values(request)


@require_POST
def restore_value(request: Request, value_id: int) -> HttpResponse:
    value = queries.get_value(user=request.user, value_id=value_id)
    services.restore_value(value=value, by=request.user, at=request.now)
    return _values(request)


def _allow(allowed: bool) -> None:
    """A form is not shown to somebody who could not send it."""
    if not allowed:
        raise PermissionDenied


def _values(request: Request) -> HttpResponse:
    if request.htmx:
        return render(request, "strategy/vision.html#values", _content(request))
    return redirect("strategy:vision")


def _content(request: Request) -> dict[str, Any]:
    user = request.user
    versions = list(queries.visions_visible_to(user)[:SHOWN_VERSIONS])
    return {
        "vision": versions[0] if versions else None,
        "versions": versions,
        "values": list(queries.values_visible_to(user)),
        "retired": list(queries.retired_values_visible_to(user)[:20]),
        "may_publish": permissions.can_publish_vision(user),
        "may_edit_values": permissions.can_edit_values(user),
    }
