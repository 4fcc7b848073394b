"""Letting somebody into a project by name, and out again."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from quarterdeck.domains.people.queries import get_person
from quarterdeck.domains.projects import queries, services
from quarterdeck.web.shell.http import Request

from ..forms import AddMember
from .tasks import tell_of


@require_POST
def add(request: Request, project_id: int) -> HttpResponse:
    project = queries.get_project(user=request.user, project_id=project_id)
    form = AddMember(request.POST, user=request.user)
    if form.is_valid():
        person = form.cleaned_data["person"]
        act = services.add_member(
            project=project, person=person, by=request.user, at=request.now
        )
        tell_of(request, act, f"{person} now sees “{project}”.")
    else:
        messages.error(request, " ".join(map(str, form.errors["person"])))
    return redirect("projects:project", project_id)


@require_POST
def remove(request: Request, project_id: int, person_id: int) -> HttpResponse:
    project = queries.get_project(user=request.user, project_id=project_id)
    person = get_person(user=request.user, person_id=person_id)
    act = services.remove_member(
        project=project, person=person, by=request.user, at=request.now
    )
    tell_of(request, act, f"{person} is no longer a member of “{project}”.")
    return redirect("projects:project", project_id)
