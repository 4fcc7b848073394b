"""The hiring team of a role: who interviews, who decides, what they keep."""

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from quarterdeck.domains.hiring import permissions, queries, services
from quarterdeck.domains.people.queries import get_person
from quarterdeck.web.shell.http import Request
from quarterdeck.web.shell.notices import tell

from ..forms import AddToTeam, EditFile

if TYPE_CHECKING:
    from django import forms

    from quarterdeck.domains.hiring.models import OpenRole


@require_GET
def show(request: Request, open_role_id: int) -> HttpResponse:
    role = queries.get_role_to_staff(user=request.user, role_id=open_role_id)
    return _page(request, role)


@require_POST
def add(request: Request, open_role_id: int) -> HttpResponse:
    role = queries.get_role_to_staff(user=request.user, role_id=open_role_id)
    form = AddToTeam(request.POST, user=request.user, auto_id="who_%s")
    if not form.is_valid():
        return _page(request, role, 422, add_form=form)
    person = form.cleaned_data["person"]
    services.add_to_hiring_team(
        role=role, person=person, by=request.user, at=request.now
    )
    tell(request, f"{person} is on the hiring team.")
    return redirect("hiring:team", open_role_id)


@require_POST
def remove(request: Request, open_role_id: int, person_id: int) -> HttpResponse:
    role = queries.get_role_to_staff(user=request.user, role_id=open_role_id)
    member = queries.get_hiring_member(
        user=request.user, role=role, person_id=person_id
    )
    services.remove_from_hiring_team(member=member, by=request.user, at=request.now)
    tell(request, f"{member.person} is off the hiring team.")
    return redirect("hiring:team", open_role_id)


@require_POST
def decide(request: Request, open_role_id: int, person_id: int) -> HttpResponse:
    """Name who decides from now on."""
    role = queries.get_role_to_staff(user=request.user, role_id=open_role_id)
    person = get_person(user=request.user, person_id=person_id)
    services.name_decider(role=role, person=person, by=request.user, at=request.now)
    tell(request, f"{person} decides from now on.")
    return redirect("hiring:team", open_role_id)


@require_POST
def edit_file(request: Request, open_role_id: int) -> HttpResponse:
    role = queries.get_hiring_role(user=request.user, role_id=open_role_id)
    form = EditFile(request.POST, auto_id="file_%s")
    if not form.is_valid():
        return _page(request, role, 422, file_form=form)
    changes = dict(form.cleaned_data)
    services.edit_hiring_file(
        role=role,
        seen_version=changes.pop("version"),
        changes=changes,
        by=request.user,
        at=request.now,
    )
    return redirect("hiring:team", open_role_id)


def _page(
    request: Request, role: "OpenRole", status: int = 200, **forms: "forms.Form"
) -> HttpResponse:
    user = request.user
    file = queries.file_of(user=user, role=role)
    initial = vars(file) if file else {}
    context = {
        "role": role,
        "here": "team",
        "team": queries.hiring_team_of(role),
        "on_team": file is not None,
        "file": file,
        "may_choose": permissions.can_choose_hiring_team(user, role),
        "may_decide": permissions.can_decide(user, role),
        "add_form": AddToTeam(user=user, auto_id="who_%s"),
        "file_form": EditFile(initial=initial, auto_id="file_%s"),
        **forms,
    }
    return render(request, "hiring/team.html", context, status=status)
