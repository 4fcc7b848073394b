"""Shape the tree of teams: for admins."""

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from quarterdeck.domains.organization import permissions, queries, services
from quarterdeck.web.shell.http import Request
from quarterdeck.web.shell.notices import tell

from .forms import AddTeam, EditTeam, MoveTeam


@require_http_methods(["GET", "POST"])
def add_team(request: Request) -> HttpResponse:
    _admins_only(request)
    below = request.GET.get("below", "")
    form = AddTeam(
        request.POST or None, user=request.user, near=None, initial={"parent": below}
    )
    if request.method == "POST" and form.is_valid():
        team = services.add_team(**form.cleaned_data, by=request.user, at=request.now)
        tell(request, f"{team} is added.")
        return redirect("people:teams")
    return render(request, "organization/add_team.html", {"form": form})


@require_http_methods(["GET", "POST"])
def team(request: Request, team_id: int) -> HttpResponse:
    """Name and purpose; below them, where the team hangs and how it goes."""
    team = queries.get_team(user=request.user, team_id=team_id)
    _admins_only(request)
    form = EditTeam(request.POST or None, initial=vars(team))
    if request.method == "POST" and form.is_valid():
        seen = form.cleaned_data.pop("version")
        services.edit_team(
            team=team,
            seen_version=seen,
            by=request.user,
            at=request.now,
            **form.cleaned_data,
        )
        return redirect("people:teams")
    move = MoveTeam(user=request.user, team=team)
    context = {"team": team, "form": form, "move": move}
    return render(request, "organization/team.html", context)


@require_POST
def move_team(request: Request, team_id: int) -> HttpResponse:
    team = queries.get_team(user=request.user, team_id=team_id)
    _admins_only(request)
    form = MoveTeam(request.POST, user=request.user, team=team)
    if form.is_valid():
        parent = form.cleaned_data["parent"]
        services.move_team(team=team, parent=parent, by=request.user, at=request.now)
        tell(request, f"{team} is part of {parent} now.")
    return redirect("people:teams")


@require_POST
def remove_team(request: Request, team_id: int) -> HttpResponse:
    team = queries.get_team(user=request.user, team_id=team_id)
    services.remove_team(team=team, by=request.user, at=request.now)
    tell(request, f"{team} is removed.")
    return redirect("people:teams")


def _admins_only(request: Request) -> None:
    if not permissions.is_admin(request.user):
        raise PermissionDenied
