"""Somebody's development: roles with their gaps, goals with steps, skill evidence."""

from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from quarterdeck.domains.development import permissions, queries
from quarterdeck.domains.people.queries import person_of
from quarterdeck.web.shell.http import Request

from ..forms import AddGoal, AddStep, CloseGoal, FinishStep, HoldRole

if TYPE_CHECKING:
    from django import forms

    from quarterdeck.domains.people.models import Person


@require_GET
def own(request: Request) -> HttpResponse:
    person = person_of(request.user)
    if person is None:
        return redirect("development:team")
    if not permissions.can_see_development_of(request.user, person):
        raise PermissionDenied
    return page(request, person)


@require_GET
def show(request: Request, person_id: int) -> HttpResponse:
    person = queries.get_person_to_develop(user=request.user, person_id=person_id)
    return page(request, person)


def page(
    request: Request,
    person: "Person",
    *,
    status: int = 200,
    **wrong: "forms.Form | int",
) -> HttpResponse:
    """The page; `wrong` holds a form that has to be filled in again."""
    user = request.user
    growth = queries.growth_of(user=user, person=person, today=request.now.date())
    is_own = person.user_id == user.pk
    context: dict[str, Any] = {
        "person": person,
        "growth": growth,
        "is_own": is_own,
        "may_plan": permissions.can_plan_development_of(user, person),
        "may_show": permissions.can_show_proof(user, person),
        "waiting": queries.proofs_to_answer(user)[:20] if is_own else [],
        "goal_form": AddGoal(user=user, auto_id="new_%s"),
        "role_form": HoldRole(user=user, auto_id="role_%s"),
        "step_form": AddStep(auto_id=False),
        "close_form": CloseGoal(auto_id=False),
        "finish_form": FinishStep(auto_id=False),
        **wrong,
    }
    return render(request, "development/person.html", context, status=status)


def back(person_id: int, anchor: str = "") -> HttpResponse:
    """The page again after an act, where it was done."""
    answer = redirect("development:show", person_id)
    answer["Location"] += f"#{anchor}" if anchor else ""
    return answer
