"""Interviews: who meets whom, and the scorecard each writes alone."""

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from quarterdeck.domains.hiring import queries, services
from quarterdeck.domains.hiring.rules import SCORES
from quarterdeck.web.shell.http import Request
from quarterdeck.web.shell.notices import tell

from ..forms import MoveInterview, PlanInterview, Scorecard
from .candidates import page

if TYPE_CHECKING:
    from quarterdeck.domains.hiring.models import Interview


@require_POST
def plan(request: Request, candidate_id: int) -> HttpResponse:
    candidate = queries.get_candidate(user=request.user, candidate_id=candidate_id)
    people = [one.person for one in queries.hiring_team_of(candidate.role)]
    form = PlanInterview(request.POST, people=people)
    if not form.is_valid():
        return page(request, candidate, 422, plan_form=form)
    services.plan_interview(
        candidate=candidate, **form.cleaned_data, by=request.user, at=request.now
    )
    return redirect("hiring:candidate", candidate_id)


@require_GET
def show(request: Request, interview_id: int) -> HttpResponse:
    """One's own scorecard; for the others when the interview is."""
    interview = queries.get_interview(user=request.user, interview_id=interview_id)
    return _page(request, interview)


@require_POST
def write(request: Request, interview_id: int) -> HttpResponse:
    interview = queries.get_own_interview(user=request.user, interview_id=interview_id)
    form = _card(request, interview)
    if not form.is_valid():
        return _page(request, interview, 422, form)
    services.write_scorecard(
        interview=interview,
        scores=form.written,
        seen_version=form.cleaned_data["version"],
        by=request.user,
        at=request.now,
    )
    tell(request, "Your draft is kept. Nobody else reads it.")
    return redirect("hiring:interview", interview_id)


@require_POST
def hand_in(request: Request, interview_id: int) -> HttpResponse:
    interview = queries.get_own_interview(user=request.user, interview_id=interview_id)
    form = _card(request, interview)
    if not form.is_valid():
        return _page(request, interview, 422, form)
    services.hand_in_scorecard(
        interview=interview,
        scores=form.written,
        seen_version=form.cleaned_data["version"],
        by=request.user,
        at=request.now,
    )
    tell(request, "Your scorecard is handed in.")
    return redirect("hiring:candidate", interview.candidate_id)


@require_POST
def move(request: Request, interview_id: int) -> HttpResponse:
    interview = queries.get_interview(user=request.user, interview_id=interview_id)
    form = MoveInterview(request.POST, auto_id="move_%s")
    if not form.is_valid():
        return _page(request, interview, 422, move_form=form)
    services.move_interview(
        interview=interview, **form.cleaned_data, by=request.user, at=request.now
    )
    return redirect("hiring:interview", interview_id)


@require_POST
def cancel(request: Request, interview_id: int) -> HttpResponse:
    interview = queries.get_interview(user=request.user, interview_id=interview_id)
    services.cancel_interview(interview=interview, by=request.user, at=request.now)
    tell(request, "The interview is cancelled.")
    return redirect("hiring:candidate", interview.candidate_id)


def _card(request: Request, interview: "Interview") -> Scorecard:
    role = interview.candidate.role
    return Scorecard(
        request.POST or None,
        questions=queries.questions_of(user=request.user, role=role),
        found=queries.scorecard_of(user=request.user, interview=interview),
        initial={"version": interview.version},
    )


def _page(
    request: Request,
    interview: "Interview",
    status: int = 200,
    form: Scorecard | None = None,
    move_form: MoveInterview | None = None,
) -> HttpResponse:
    person = interview.interviewer
    context = {
        "interview": interview,
        "candidate": interview.candidate,
        "is_mine": person is not None and person.user_id == request.user.pk,
        "form": form or _card(_unsent(request), interview),
        "move_form": move_form
        or MoveInterview(initial=vars(interview), auto_id="move_%s"),
        "scale": SCORES,
    }
    return render(request, "hiring/interview.html", context, status=status)


def _unsent(request: Request) -> Request:
    """The request as if nothing was sent: its form belongs to another part."""
    if request.method == "POST":
        request.POST = request.POST.__class__()
    return request
