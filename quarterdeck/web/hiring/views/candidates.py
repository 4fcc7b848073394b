"""Candidates of a role, for its hiring team alone."""

from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from quarterdeck.domains.hiring import permissions, queries, services
from quarterdeck.domains.hiring.rules import SCORES
from quarterdeck.domains.people.permissions import standing_of
from quarterdeck.shared.paging import page_of
from quarterdeck.web.shell.http import Request, page_number
from quarterdeck.web.shell.notices import tell

from ..forms import (
    AddCandidate,
    DecideOnCandidate,
    EditCandidate,
    HireCandidate,
    MoveCandidate,
    NoteDissent,
    PlanInterview,
    TellCandidate,
)
from ..stages import stage_of

if TYPE_CHECKING:
    from django import forms

    from quarterdeck.domains.hiring.models import Candidate, OpenRole


@require_GET
def show_all(request: Request, open_role_id: int) -> HttpResponse:
    role = queries.get_hiring_role(user=request.user, role_id=open_role_id)
    return _list(request, role, AddCandidate(user=request.user))


@require_POST
def add(request: Request, open_role_id: int) -> HttpResponse:
    role = queries.get_hiring_role(user=request.user, role_id=open_role_id)
    form = AddCandidate(request.POST, user=request.user)
    if not form.is_valid():
        return _list(request, role, form, 422)
    added = services.add_candidate(
        role=role, **form.cleaned_data, by=request.user, at=request.now
    )
    return redirect("hiring:candidate", added.pk)


@require_GET
def show(request: Request, candidate_id: int) -> HttpResponse:
    candidate = queries.get_candidate(user=request.user, candidate_id=candidate_id)
    return page(request, candidate)


@require_http_methods(["GET", "POST"])
def edit(request: Request, candidate_id: int) -> HttpResponse:
    candidate = queries.get_candidate(user=request.user, candidate_id=candidate_id)
    form = EditCandidate(request.POST or None, initial=vars(candidate))
    if request.method == "POST" and form.is_valid():
        changes = dict(form.cleaned_data)
        services.edit_candidate(
            candidate=candidate,
            seen_version=changes.pop("version"),
            changes=changes,
            by=request.user,
            at=request.now,
        )
        return redirect("hiring:candidate", candidate_id)
    context = {"form": form, "candidate": candidate}
    return render(request, "hiring/edit_candidate.html", context)


@require_POST
def withdraw(request: Request, candidate_id: int) -> HttpResponse:
    candidate = queries.get_candidate(user=request.user, candidate_id=candidate_id)
    services.withdraw_candidate(candidate=candidate, by=request.user, at=request.now)
    undo = reverse("hiring:return_candidate", args=[candidate_id])
    tell(request, f"{candidate} stepped back.", undo=undo)
    return redirect("hiring:candidate", candidate_id)


@require_POST
def take_up(request: Request, candidate_id: int) -> HttpResponse:
    candidate = queries.get_candidate(user=request.user, candidate_id=candidate_id)
    services.return_candidate(candidate=candidate, by=request.user, at=request.now)
    return redirect("hiring:candidate", candidate_id)


@require_http_methods(["GET", "POST"])
def erase(request: Request, candidate_id: int) -> HttpResponse:
    """Asked once more, because there is no way back."""
    candidate = queries.get_candidate(user=request.user, candidate_id=candidate_id)
    if not permissions.can_decide(request.user, candidate.role):
        raise PermissionDenied
    if request.method == "POST":
        services.erase_candidate(candidate=candidate, by=request.user, at=request.now)
        tell(request, "Everything about this candidate is erased.")
        return redirect("hiring:candidates", candidate.role_id)
    return render(request, "hiring/erase.html", {"candidate": candidate})


@require_GET
def due(request: Request) -> HttpResponse:
    """Who is kept longer than was agreed, where this user decides."""
    rows = queries.due_to_be_erased(request.user, request.now.date())
    return render(request, "hiring/due.html", {"candidates": rows[:200]})


@require_POST
def erase_due(request: Request) -> HttpResponse:
    many = services.erase_due_candidates(
        by=request.user, at=request.now, today=request.now.date()
    )
    tell(request, f"{many} {'candidate is' if many == 1 else 'candidates are'} erased.")
    return redirect("hiring:roles")


def page(
    request: Request, candidate: "Candidate", status: int = 200, **forms: "forms.Form"
) -> HttpResponse:
    """The candidate's page; `forms` holds one that has to be filled in again."""
    user, role = request.user, candidate.role
    skills = [one.skill for one in queries.skills_of_role(role)]
    values = [one.value for one in queries.values_of_role(role)]
    decision = queries.decision_of(user=user, candidate=candidate)
    mine = queries.dissent_of(user, decision) if decision else None
    today = request.now.date()
    context: dict[str, Any] = {
        "candidate": candidate,
        "today": today,
        "role": role,
        "me": standing_of(user).person_id,
        "stage": stage_of(candidate),
        "interviews": queries.interviews_visible_to(user).filter(candidate=candidate),
        "matrix": queries.matrix_of(user=user, candidate=candidate),
        "scale": SCORES,
        "decision": decision,
        "may_decide": permissions.can_decide(user, role),
        "may_hire": permissions.can_hire(user, role),
        "plan_form": PlanInterview(
            people=[one.person for one in queries.hiring_team_of(role)],
            initial={"planned_on": today},
        ),
        "decide_form": DecideOnCandidate(skills=skills, values=values),
        "dissent_form": NoteDissent(
            initial={"text": mine.text if mine else ""}, auto_id="dissent_%s"
        ),
        "tell_form": TellCandidate(initial={"on": today}, auto_id="tell_%s"),
        "hire_form": hire_form(request, candidate),
        **forms,
    }
    return render(request, "hiring/candidate.html", context, status=status)


def hire_form(
    request: Request, candidate: "Candidate", data: Any = None
) -> "forms.Form":
    """What is asked of somebody new, or of somebody who moves."""
    if candidate.person_id is None:
        return HireCandidate(data, auto_id="hire_%s")
    teams = queries.teams_to_leave(user=request.user, candidate=candidate)
    return MoveCandidate(data, user=request.user, teams=teams, auto_id="move_%s")


def _list(
    request: Request, role: "OpenRole", form: AddCandidate, status: int = 200
) -> HttpResponse:
    rows = queries.candidates_visible_to(request.user).filter(role=role)
    found = page_of(queries.with_stages(rows), page_number(request))
    context = {
        "role": role,
        "here": "candidates",
        "on_team": True,
        "may_choose": True,
        "page": found,
        "lines": [(one, stage_of(one)) for one in found.items],
        "file": queries.file_of(user=request.user, role=role),
        "is_looked_for": role.status in ("open", "paused"),
        "today": request.now.date(),
        "form": form,
    }
    return render(request, "hiring/candidates.html", context, status=status)
