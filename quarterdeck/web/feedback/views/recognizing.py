"""Thank somebody; keep it between you; take it back."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from quarterdeck.domains.feedback import permissions, queries, services
from quarterdeck.domains.organization.queries import get_team
from quarterdeck.domains.people.permissions import standing_of
from quarterdeck.domains.projects.queries import get_task
from quarterdeck.domains.strategy.queries import get_value
from quarterdeck.web.shell.http import Request
from quarterdeck.web.shell.notices import tell
from quarterdeck.web.shell.private import private_room

from ..about import About, about
from ..forms import Thank
from ..reading import (
    people_to_choose,
    tasks_to_thank_for,
    teams_to_tell,
    values_to_show,
)


@require_http_methods(["GET", "POST"])
@private_room
def give(request: Request) -> HttpResponse:
    if not permissions.can_give_recognition(request.user):
        raise PermissionDenied
    given = request.POST if request.method == "POST" else request.GET
    wanted = about(request.user, given)
    form = _form(request, wanted)
    if request.method == "POST" and form.is_valid():
        thanks = services.give_recognition(
            words=form.cleaned_data["words"],
            people=form.chosen,
            goal=wanted.goal,
            **_records(request, form.cleaned_data),
            by=request.user,
            at=request.now,
        )
        tell(request, "Your thanks are told.")
        return redirect("feedback:recognition", thanks.pk)
    context = {"form": form, "about": wanted}
    return render(request, "feedback/thank.html", context)


@require_GET
@private_room
def show(request: Request, recognition_id: int) -> HttpResponse:
    found = queries.get_recognition(user=request.user, recognition_id=recognition_id)
    context = {
        "one": found,
        "mine": permissions.gave(request.user, found),
        "may_edit": permissions.can_edit_recognition(request.user, found, request.now),
        "wordings": queries.wordings_of_recognition(request.user, found),
        "may_narrow": permissions.can_narrow_recognition(request.user, found),
    }
    return render(request, "feedback/recognition.html", context)


@require_POST
@private_room
def narrow(request: Request, recognition_id: int) -> HttpResponse:
    found = queries.get_recognition(user=request.user, recognition_id=recognition_id)
    services.narrow_recognition(recognition=found, by=request.user, at=request.now)
    tell(request, "It stays between those who gave and got it.")
    return redirect("feedback:recognition", recognition_id)


@require_POST
@private_room
def take_back(request: Request, recognition_id: int) -> HttpResponse:
    found = queries.get_recognition(user=request.user, recognition_id=recognition_id)
    services.take_back_recognition(recognition=found, by=request.user, at=request.now)
    tell(request, "Taken back. Only you still have the words.")
    return redirect("feedback:recognition", recognition_id)


def _form(request: Request, wanted: About) -> Thank:
    user, now = request.user, request.now
    near = people_to_choose(user, now, wanted, readers_only=False)
    teams = teams_to_tell(user, near, wanted)
    first = {
        **wanted.initial,
        "people": _ticked(request, wanted),
        "team": teams[0][0] if teams and wanted.initial else 0,
        "words": _words_again(request),
    }
    return Thank(
        request.POST or None,
        user=user,
        near=near,
        today=now.date(),
        teams=teams,
        tasks=tasks_to_thank_for(user, wanted, now),
        values=values_to_show(user),
        initial=first,
    )


def _ticked(request: Request, wanted: About) -> list[int]:
    """The person named; coming from a task, those who did it."""
    if wanted.person is not None:
        return [wanted.person.pk]
    doers = {wanted.goal.owner_id or 0} if wanted.goal else set()
    if wanted.task is not None:
        doers |= {row.person_id for row in wanted.task.contributors.all()}
        doers |= {wanted.task.accountable_id or 0}
    return sorted(doers - {standing_of(request.user).person_id})


def _words_again(request: Request) -> str:
    """The words of thanks that were taken back, to be written anew: `?again=12`."""
    given = request.GET.get("again", "")
    if not given.isdecimal() or len(given) > 15:
        return ""
    old = queries.get_recognition(user=request.user, recognition_id=int(given))
    return old.words if permissions.gave(request.user, old) else ""


def _records(request: Request, chosen: dict[str, Any]) -> dict[str, Any]:
    user = request.user
    task, value, team = chosen["task"], chosen["value"], chosen["team"]
    return {
        "task": get_task(user=user, task_id=task) if task else None,
        "value": get_value(user=user, value_id=value) if value else None,
        "team": get_team(user=user, team_id=team) if team else None,
    }
