"""The page of two people, its goal, its days, its end."""

from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from quarterdeck.domains.mentoring import permissions, queries, services
from quarterdeck.domains.people.permissions import standing_of
from quarterdeck.web.shell.http import Request
from quarterdeck.web.shell.notices import tell

from ..forms import Days, Evaluate, Goal, NoteMeeting, Step
from .filling_in import fill_in

if TYPE_CHECKING:
    from quarterdeck.domains.mentoring.models import Mentorship


@require_GET
def show(request: Request, mentorship_id: int) -> HttpResponse:
    pair = queries.get_mentorship(user=request.user, mentorship_id=mentorship_id)
    return page(request, pair)


def page(
    request: Request, pair: "Mentorship", status: int = 200, **wrong: Any
) -> HttpResponse:
    """The whole page; `wrong` holds a form that has to be filled in again."""
    user, today = request.user, request.now.date()
    mine = standing_of(user).person_id
    steps = list(queries.steps_visible_to(user).filter(mentorship=pair)[:100])
    said = {
        row.writer_id: row
        for row in queries.evaluations_visible_to(user).filter(mentorship=pair)
    }
    own = said.get(mine or 0)
    names = ("helped", "learnt", "again", "version")
    context = {
        "pair": pair,
        "other": pair.other_than(mine),
        "is_mentor": mine == pair.mentor_id,
        "may_answer": pair.waits_for(mine),
        "asked_it": pair.asked_by_id == mine,
        "may_write_goal": permissions.can_write_goal(user, pair)
        and pair.ended_at is None,
        "is_over": pair.is_running and pair.ends_on < today,
        "meetings": queries.meetings_visible_to(user).filter(mentorship=pair)[:100],
        "steps": [row for row in steps if row.removed_at is None],
        "removed": [row for row in steps if row.removed_at is not None],
        "done": sum(row.done_at is not None and not row.removed_at for row in steps),
        "own_evaluation": own,
        "others_evaluation": next(
            (row for writer, row in said.items() if writer != mine), None
        ),
        "meeting_form": NoteMeeting(initial={"on": today}, auto_id="meeting_%s"),
        "step_form": Step(auto_id="step_%s"),
        "evaluation_form": Evaluate(
            initial={name: getattr(own, name) for name in names} if own else {},
            auto_id="evaluation_%s",
        ),
        "today": today,
        **wrong,
    }
    return render(request, "mentoring/pair.html", context, status=status)


@require_http_methods(["GET", "POST"])
def write_goal(request: Request, mentorship_id: int) -> HttpResponse:
    pair = queries.get_mentorship(user=request.user, mentorship_id=mentorship_id)
    if not permissions.can_write_goal(request.user, pair):
        raise PermissionDenied
    names = ("goal", "leaders_see_goal", "version")
    now = {name: getattr(pair, name) for name in names}
    form = Goal(request.POST or None, initial=now)
    if request.method == "POST" and form.is_valid():
        given = dict(form.cleaned_data)
        seen = given.pop("version")
        services.write_mentoring_goal(
            pair=pair, **given, seen_version=seen, by=request.user, at=request.now
        )
        return redirect("mentoring:pair", mentorship_id)
    intro = f"{pair.mentor} reads it; whoever leads you only if you say so here."
    return _fill_in(request, form, pair, "The goal of your mentoring", intro)


@require_http_methods(["GET", "POST"])
def change_days(request: Request, mentorship_id: int) -> HttpResponse:
    pair = queries.get_mentorship(user=request.user, mentorship_id=mentorship_id)
    now = {name: getattr(pair, name) for name in ("ends_on", "weeks", "version")}
    form = Days(request.POST or None, initial=now)
    if request.method == "POST" and form.is_valid():
        given = dict(form.cleaned_data)
        seen = given.pop("version")
        services.change_mentoring_days(
            pair=pair, **given, seen_version=seen, by=request.user, at=request.now
        )
        return redirect("mentoring:pair", mentorship_id)
    intro = "The two of you see this; whoever leads the mentee sees the dates."
    return _fill_in(request, form, pair, "How long and how often", intro)


@require_POST
def end(request: Request, mentorship_id: int) -> HttpResponse:
    pair = queries.get_mentorship(user=request.user, mentorship_id=mentorship_id)
    services.end_mentoring(pair=pair, by=request.user, at=request.now)
    undo = reverse("mentoring:reopen", args=[mentorship_id])
    tell(request, "It is ended. Look back on it, each for yourself.", undo=undo)
    return redirect("mentoring:pair", mentorship_id)


@require_POST
def reopen(request: Request, mentorship_id: int) -> HttpResponse:
    pair = queries.get_mentorship(user=request.user, mentorship_id=mentorship_id)
    services.reopen_mentoring(pair=pair, by=request.user, at=request.now)
    return redirect("mentoring:pair", mentorship_id)


@require_POST
def evaluate(request: Request, mentorship_id: int) -> HttpResponse:
    pair = queries.get_mentorship(user=request.user, mentorship_id=mentorship_id)
    form = Evaluate(request.POST, auto_id="evaluation_%s")
    if not form.is_valid():
        return page(request, pair, 422, evaluation_form=form)
    given = dict(form.cleaned_data)
    seen = given.pop("version")
    services.evaluate_mentoring(
        pair=pair, **given, seen_version=seen, by=request.user, at=request.now
    )
    tell(request, "Saved.")
    return redirect("mentoring:pair", mentorship_id)


def _fill_in(
    request: Request, form: Any, pair: "Mentorship", heading: str, intro: str
) -> HttpResponse:
    back = reverse("mentoring:pair", args=[pair.pk])
    return fill_in(request, form, heading=heading, act="Save", back=back, intro=intro)
