"""The people for whom a task takes other hours than its estimate."""

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from quarterdeck.domains.people.queries import people_visible_to
from quarterdeck.domains.projects import permissions, queries, services
from quarterdeck.web.shell.http import Request
from quarterdeck.web.shell.notices import tell
from quarterdeck.web.shell.templatetags.shell import number

from .task_fields import estimate_in_words
from .work_forms import ChangeHours, OwnHours

if TYPE_CHECKING:
    from quarterdeck.domains.projects.models import HoursByPerson, Task

PEOPLE = 300  # names that the field offers


@require_http_methods(["GET", "POST"])
def hours_by_person(request: Request, task_id: int) -> HttpResponse:
    task = queries.get_task(user=request.user, task_id=task_id)
    form = OwnHours(request.POST or None, user=request.user)
    if request.method == "POST" and form.is_valid():
        own = services.add_hours_by_person(
            task=task, **form.cleaned_data, by=request.user, at=request.now
        )
        tell(request, f"It takes {own.person} {number(own.hours)} h.")
        return redirect("projects:hours_by_person", task_id)
    return _page(request, task, form)


@require_POST
def edit_hours(request: Request, own_hours_id: int) -> HttpResponse:
    own = queries.get_hours_by_person(user=request.user, own_hours_id=own_hours_id)
    form = ChangeHours(request.POST)
    if form.is_valid():
        services.edit_hours_by_person(
            own=own,
            hours=form.cleaned_data["hours"],
            by=request.user,
            at=request.now,
            seen_version=form.cleaned_data["version"],
        )
        tell(request, "Saved.")
        return redirect("projects:hours_by_person", own.task_id)
    tell(request, "Not saved: hours are a number above 0.")
    return redirect("projects:hours_by_person", own.task_id)


@require_POST
def remove_hours(request: Request, own_hours_id: int) -> HttpResponse:
    own = queries.get_hours_by_person(user=request.user, own_hours_id=own_hours_id)
    act = services.remove_hours_by_person(own=own, by=request.user, at=request.now)
    back = reverse("projects:undo", args=[act.pk])
    tell(request, f"For {own.person} the estimate counts again.", undo=back)
    return redirect("projects:hours_by_person", own.task_id)


def _page(request: Request, task: "Task", form: OwnHours) -> HttpResponse:
    rows = queries.hours_by_person_of(task)[:200]
    context = {
        "task": task,
        "form": form,
        "estimate": estimate_in_words(task),
        "rows": [(own, _change_form(own)) for own in rows],
        "people": people_visible_to(request.user)[:PEOPLE],
        "may_edit": permissions.can_edit_task(request.user, task),
    }
    return render(request, "projects/own_hours.html", context)


def _change_form(own: "HoursByPerson") -> ChangeHours:
    now = {"hours": f"{own.hours.normalize():f}", "version": own.version}
    return ChangeHours(initial=now, auto_id=f"own-{own.pk}-%s")
