"""One's own plan for leading and managing: only its writer reads it."""

from datetime import date
from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from quarterdeck.domains.development import permissions, queries, services
from quarterdeck.domains.development.choices import MARKS
from quarterdeck.domains.development.rules import (
    first_day_of,
    named,
    quarter_after,
    quarter_before,
    quarter_of,
)
from quarterdeck.domains.people.queries import person_of
from quarterdeck.web.shell.http import Request
from quarterdeck.web.shell.notices import tell

from ..own_plan_forms import AddOwnStep, MarkPractice, SetOwnAim

if TYPE_CHECKING:
    from quarterdeck.domains.people.models import Person


@require_GET
def now(request: Request) -> HttpResponse:
    return _page(request, quarter_of(request.now.date()))


@require_GET
def show(request: Request, year: int, number: int) -> HttpResponse:
    return _page(request, _first_day(year, number))


@require_POST
def aim(request: Request, year: int, number: int) -> HttpResponse:
    quarter, form = _first_day(year, number), SetOwnAim(request.POST)
    if not form.is_valid():
        return _page(request, quarter, status=422, aim_form=form)
    words = dict(form.cleaned_data)
    seen = words.pop("version")
    services.set_own_aim(
        person=_writer(request),
        quarter=quarter,
        seen_version=seen,
        **words,
        by=request.user,
        at=request.now,
    )
    tell(request, "Kept. Only you read it.")
    return _back(quarter)


@require_POST
def mark(request: Request, year: int, number: int) -> HttpResponse:
    quarter, form = _first_day(year, number), MarkPractice(request.POST)
    if not form.is_valid():
        return _page(request, quarter, status=422, mark_form=form)
    services.mark_practice(
        person=_writer(request),
        quarter=quarter,
        **form.cleaned_data,
        by=request.user,
        at=request.now,
    )
    return _back(quarter, form.cleaned_data["practice"])


@require_POST
def add(request: Request, year: int, number: int) -> HttpResponse:
    quarter, form = _first_day(year, number), AddOwnStep(request.POST)
    if not form.is_valid():
        return _page(request, quarter, status=422, step_form=form)
    services.add_own_step(
        person=_writer(request),
        quarter=quarter,
        **form.cleaned_data,
        by=request.user,
        at=request.now,
    )
    return _back(quarter, "steps")


@require_POST
def finish(request: Request, own_step_id: int) -> HttpResponse:
    step = queries.get_own_step(user=request.user, step_id=own_step_id)
    services.finish_own_step(step=step, by=request.user, at=request.now)
    return _back(step.quarter, "steps")


@require_POST
def reopen(request: Request, own_step_id: int) -> HttpResponse:
    step = queries.get_own_step(user=request.user, step_id=own_step_id)
    services.reopen_own_step(step=step, by=request.user, at=request.now)
    return _back(step.quarter, "steps")


@require_POST
def remove(request: Request, own_step_id: int) -> HttpResponse:
    step = queries.get_own_step(user=request.user, step_id=own_step_id)
    services.remove_own_step(step=step, by=request.user, at=request.now)
    undo = reverse("development:restore_own_step", args=[own_step_id])
    tell(request, f"“{step}” is off the plan.", undo=undo)
    return _back(step.quarter, "steps")


@require_POST
def restore(request: Request, own_step_id: int) -> HttpResponse:
    step = queries.get_own_step(user=request.user, step_id=own_step_id)
    services.restore_own_step(step=step, by=request.user, at=request.now)
    return _back(step.quarter, "steps")


def _page(
    request: Request, quarter: date, *, status: int = 200, **wrong: Any
) -> HttpResponse:
    _writer(request)
    plan = queries.own_plan(user=request.user, quarter=quarter)
    kept = plan.aim
    words = ("aim", "sign", "looked_back", "version")
    before, after = quarter_before(quarter), quarter_after(quarter)
    context = {
        "plan": plan,
        "name": named(quarter),
        "here": _place(quarter),
        "before": (named(before), _place(before)),
        "after": (named(after), _place(after)),
        "marks": MARKS,
        "aim_form": SetOwnAim(
            initial={name: getattr(kept, name, "") for name in words}
        ),
        **wrong,
    }
    return render(request, "development/own_plan.html", context, status=status)


def _writer(request: Request) -> "Person":
    person = person_of(request.user)
    if person is None or not permissions.can_keep_own_plan(request.user, person):
        raise PermissionDenied
    return person


def _first_day(year: int, number: int) -> date:
    if not (1 <= number <= 4 and 1900 < year < 9990):
        raise Http404
    return first_day_of(year, number)


def _place(quarter: date) -> dict[str, int]:
    return {"year": quarter.year, "number": quarter.month // 3 + 1}


def _back(quarter: date, anchor: str = "") -> HttpResponse:
    place = _place(quarter)
    answer = redirect("development:own_quarter", place["year"], place["number"])
    answer["Location"] += f"#{anchor}" if anchor else ""
    return answer
