"""Whom we look for: the notice board, one role, and its status."""

from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from quarterdeck.domains.hiring import permissions, queries, services
from quarterdeck.domains.people.queries import get_skill
from quarterdeck.shared.paging import page_of
from quarterdeck.web.shell.http import Request, page_number
from quarterdeck.web.shell.notices import tell

from ..forms import EditRole, OpenRole, RequireSkill

if TYPE_CHECKING:
    from quarterdeck.domains.hiring.models import OpenRole as Role


@require_GET
def roles(request: Request) -> HttpResponse:
    """Every role that is open or paused; or those that are over."""
    over = "over" in request.GET
    rows = queries.roles_listed(request.user, over=over)
    context = {
        "page": page_of(rows, page_number(request)),
        "over": over,
        "may_open": permissions.can_open_roles(request.user),
        "due": queries.due_to_be_erased(request.user, request.now.date())[:100],
    }
    return render(request, "hiring/roles.html", context)


@require_http_methods(["GET", "POST"])
def open_role(request: Request) -> HttpResponse:
    if not permissions.can_open_roles(request.user):
        raise PermissionDenied
    form = OpenRole(request.POST or None, user=request.user)
    if request.method == "POST" and form.is_valid():
        role = services.open_role(**form.cleaned_data, by=request.user, at=request.now)
        return redirect("hiring:role", role.pk)
    context = {"form": form, "heading": "Open a role", "act": "Open the role"}
    return render(request, "hiring/edit_role.html", context)


@require_GET
def show(request: Request, open_role_id: int) -> HttpResponse:
    role = queries.get_role(user=request.user, role_id=open_role_id)
    return _page(request, role, RequireSkill(user=request.user, auto_id="ask_%s"))


@require_http_methods(["GET", "POST"])
def edit(request: Request, open_role_id: int) -> HttpResponse:
    role = queries.get_role(user=request.user, role_id=open_role_id)
    if not permissions.can_edit_role(request.user, role):
        raise PermissionDenied
    names = ("title", "why", "goal", "team", "hours", "version")
    initial = {name: getattr(role, name) for name in names}
    initial["values"] = [one.value for one in queries.values_of_role(role)]
    form = EditRole(
        request.POST or None, user=request.user, team=role.team, initial=initial
    )
    if request.method == "POST" and form.is_valid():
        changes = dict(form.cleaned_data)
        services.edit_role(
            role=role,
            values=changes.pop("values"),
            seen_version=changes.pop("version"),
            changes=changes,
            by=request.user,
            at=request.now,
        )
        return redirect("hiring:role", open_role_id)
    context = {"form": form, "role": role, "heading": "Edit the role", "act": "Save"}
    return render(request, "hiring/edit_role.html", context)


@require_POST
def require(request: Request, open_role_id: int) -> HttpResponse:
    role = queries.get_role(user=request.user, role_id=open_role_id)
    form = RequireSkill(request.POST, user=request.user, auto_id="ask_%s")
    if not form.is_valid():
        return _page(request, role, form, 422)
    services.require_skill(
        role=role, **form.cleaned_data, by=request.user, at=request.now
    )
    return redirect("hiring:role", open_role_id)


@require_POST
def no_longer_require(
    request: Request, open_role_id: int, skill_id: int
) -> HttpResponse:
    role = queries.get_role(user=request.user, role_id=open_role_id)
    skill = get_skill(user=request.user, skill_id=skill_id)
    services.no_longer_require_skill(
        role=role, skill=skill, by=request.user, at=request.now
    )
    return redirect("hiring:role", open_role_id)


@require_POST
def pause(request: Request, open_role_id: int) -> HttpResponse:
    return _set(request, open_role_id, services.pause_role, "paused")


@require_POST
def reopen(request: Request, open_role_id: int) -> HttpResponse:
    return _set(request, open_role_id, services.reopen_role, "")


@require_POST
def fill(request: Request, open_role_id: int) -> HttpResponse:
    return _set(request, open_role_id, services.fill_role, "filled")


@require_POST
def close(request: Request, open_role_id: int) -> HttpResponse:
    return _set(request, open_role_id, services.close_role, "closed")


def _set(request: Request, role_id: int, service: Any, said: str) -> HttpResponse:
    role = queries.get_role(user=request.user, role_id=role_id)
    service(role=role, by=request.user, at=request.now)
    if said:
        undo = reverse("hiring:reopen_role", args=[role_id])
        tell(request, f"“{role}” is {said}.", undo=undo)
    return redirect("hiring:role", role_id)


def _page(
    request: Request, role: "Role", form: RequireSkill, status: int = 200
) -> HttpResponse:
    user = request.user
    context = {
        "role": role,
        "here": "about",
        "skills": queries.skills_of_role(role),
        "values": queries.values_of_role(role),
        "team": queries.hiring_team_of(role),
        "on_team": permissions.is_on_hiring_team(user, role),
        "may_edit": permissions.can_edit_role(user, role),
        "may_choose": permissions.can_choose_hiring_team(user, role),
        "file": queries.file_of(user=user, role=role),
        "acts": queries.history_of_role(role),
        "form": form,
    }
    return render(request, "hiring/role.html", context, status=status)
