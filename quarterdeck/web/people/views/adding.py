"""Add one person, or many from a pasted list."""

from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from quarterdeck.domains.people import permissions, services
from quarterdeck.domains.people.rules import Line, read_lines
from quarterdeck.web.shell.http import Request
from quarterdeck.web.shell.notices import tell

from ..cards import team_asked_for
from ..forms import AddPerson, PasteList

if TYPE_CHECKING:
    from quarterdeck.domains.organization.models import Team


@require_http_methods(["GET", "POST"])
def add(request: Request) -> HttpResponse:
    near = _who_may(request)
    form = AddPerson(
        request.POST or None, user=request.user, near=near, initial={"team": _pk(near)}
    )
    if request.method == "POST" and form.is_valid():
        person = services.add_person(
            **form.cleaned_data, by=request.user, at=request.now
        )
        tell(request, f"{person} is added.")
        return redirect("people:show", person.pk)
    return render(request, "people/add.html", {"form": form})


@require_http_methods(["GET", "POST"])
def add_several(request: Request) -> HttpResponse:
    """Preview first; the same form sent with “Add” then adds them in one act."""
    near = _who_may(request)
    form = PasteList(
        request.POST or None, user=request.user, near=near, initial={"team": _pk(near)}
    )
    context: dict[str, object] = {"form": form}
    if request.method == "POST" and form.is_valid():
        lines = _checked(read_lines(form.cleaned_data["lines"]))
        good = [line for line in lines if not line.problem]
        if good and request.POST.get("act") == "add":
            services.add_people(
                lines=good,
                team=form.cleaned_data["team"],
                by=request.user,
                at=request.now,
            )
            tell(request, f"{len(good)} people are added.")
            return redirect("people:team")
        context |= {"lines": lines, "good": len(good)}
    return render(request, "people/paste.html", context)


def _checked(lines: list[Line]) -> list[Line]:
    used = services.addresses_in_use([line.email for line in lines])
    return [
        Line(line.name, line.email, line.problem or "is here already")
        if line.email in used
        else line
        for line in lines
    ]


def _who_may(request: Request) -> "Team | None":
    if not permissions.can_add_people(request.user):
        raise PermissionDenied
    return team_asked_for(request)


def _pk(team: "Team | None") -> int | None:
    return team.pk if team else None
