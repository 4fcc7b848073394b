"""The questions of a role, settled before anybody scores."""

from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from quarterdeck.domains.hiring import permissions, queries, services
from quarterdeck.web.shell.http import Request
from quarterdeck.web.shell.notices import tell

from ..forms import AddQuestion, EditQuestion

if TYPE_CHECKING:
    from quarterdeck.domains.hiring.models import InterviewQuestion, OpenRole


@require_GET
def show(request: Request, open_role_id: int) -> HttpResponse:
    role = queries.get_hiring_role(user=request.user, role_id=open_role_id)
    return _page(request, role, AddQuestion(**_offered(role)))


@require_POST
def add(request: Request, open_role_id: int) -> HttpResponse:
    role = queries.get_hiring_role(user=request.user, role_id=open_role_id)
    form = AddQuestion(request.POST, **_offered(role))
    if not form.is_valid():
        return _page(request, role, form, 422)
    services.add_question(role=role, **form.asked, by=request.user, at=request.now)
    return redirect("hiring:questions", open_role_id)


@require_http_methods(["GET", "POST"])
def edit(request: Request, question_id: int) -> HttpResponse:
    question = queries.get_question(user=request.user, question_id=question_id)
    if not permissions.is_on_hiring_team(request.user, question.role):
        raise PermissionDenied
    form = EditQuestion(
        request.POST or None,
        initial=_initial(question),
        also=[one for one in (question.skill, question.value) if one],
        **_offered(question.role),
    )
    if request.method == "POST" and form.is_valid():
        changes = form.asked
        services.edit_question(
            question=question,
            seen_version=changes.pop("version"),
            changes=changes,
            by=request.user,
            at=request.now,
        )
        return redirect("hiring:questions", question.role_id)
    context = {"form": form, "role": question.role}
    return render(request, "hiring/edit_question.html", context)


@require_POST
def remove(request: Request, question_id: int) -> HttpResponse:
    question = queries.get_question(user=request.user, question_id=question_id)
    services.remove_question(question=question, by=request.user, at=request.now)
    undo = reverse("hiring:restore_question", args=[question_id])
    tell(request, "The question is off the interview.", undo=undo)
    return redirect("hiring:questions", question.role_id)


@require_POST
def restore(request: Request, question_id: int) -> HttpResponse:
    question = queries.get_question(user=request.user, question_id=question_id)
    services.restore_question(question=question, by=request.user, at=request.now)
    return redirect("hiring:questions", question.role_id)


def _offered(role: "OpenRole") -> dict[str, list[object]]:
    """What a question can be about: what the role looks for."""
    return {
        "skills": [one.skill for one in queries.skills_of_role(role)],
        "values": [one.value for one in queries.values_of_role(role)],
    }


def _initial(question: "InterviewQuestion") -> dict[str, object]:
    names = ("text", "weak", "good", "strong", "version")
    kind = "skill" if question.skill_id else "value"
    about = f"{kind}-{question.skill_id or question.value_id}"
    return {**{name: getattr(question, name) for name in names}, "about": about}


def _page(
    request: Request, role: "OpenRole", form: AddQuestion, status: int = 200
) -> HttpResponse:
    context = {
        "role": role,
        "here": "questions",
        "on_team": True,
        "may_choose": True,
        "questions": queries.questions_of(user=request.user, role=role),
        "began": queries.scoring_began(role),
        "form": form,
        "offers": bool(form.skills or form.values),
    }
    return render(request, "hiring/questions.html", context, status=status)
