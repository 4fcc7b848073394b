"""Place people in teams, and say who leads."""

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from quarterdeck.domains.organization import queries as organization
from quarterdeck.domains.people import permissions, queries, services
from quarterdeck.web.shell.http import Request
from quarterdeck.web.shell.notices import tell

from ..forms import JoinTeam
from .again import again


@require_POST
def join(request: Request, person_id: int) -> HttpResponse:
    person = queries.get_person(user=request.user, person_id=person_id)
    home = queries.home_team(request.user)
    if not permissions.can_add_people(request.user):
        raise PermissionDenied
    form = JoinTeam(request.POST, user=request.user, near=home)
    if not form.is_valid():
        return again(request, person, form, "A team")
    services.join_team(
        person=person, **form.cleaned_data, by=request.user, at=request.now
    )
    return redirect("people:show", person_id)


@require_POST
def rejoin(request: Request, person_id: int, team_id: int) -> HttpResponse:
    """Take a leaving back."""
    person = queries.get_person(user=request.user, person_id=person_id)
    team = organization.get_team(user=request.user, team_id=team_id)
    services.join_team(person=person, team=team, by=request.user, at=request.now)
    return redirect("people:show", person_id)


@require_POST
def leave(request: Request, person_id: int, team_id: int) -> HttpResponse:
    person = queries.get_person(user=request.user, person_id=person_id)
    team = organization.get_team(user=request.user, team_id=team_id)
    services.leave_team(person=person, team=team, by=request.user, at=request.now)
    undo = reverse("people:rejoin", args=[person_id, team_id])
    tell(request, f"{person} is no longer in {team}.", undo=undo)
    return redirect("people:show", person_id)


@require_POST
def lead(request: Request, person_id: int, team_id: int) -> HttpResponse:
    person = queries.get_person(user=request.user, person_id=person_id)
    team = organization.get_team(user=request.user, team_id=team_id)
    services.lead_team(person=person, team=team, by=request.user, at=request.now)
    undo = reverse("people:stop_leading", args=[person_id, team_id])
    tell(request, f"{person} leads {team}.", undo=undo)
    return redirect("people:show", person_id)


@require_POST
def stop_leading(request: Request, person_id: int, team_id: int) -> HttpResponse:
    person = queries.get_person(user=request.user, person_id=person_id)
    team = organization.get_team(user=request.user, team_id=team_id)
    services.stop_leading_team(
        person=person, team=team, by=request.user, at=request.now
    )
    undo = reverse("people:lead", args=[person_id, team_id])
    tell(request, f"{person} no longer leads {team}.", undo=undo)
    return redirect("people:show", person_id)
