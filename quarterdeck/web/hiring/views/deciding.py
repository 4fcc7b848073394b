"""Open the scores, talk, decide, tell, hire."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from quarterdeck.domains.hiring import queries, services
from quarterdeck.web.shell.http import Request
from quarterdeck.web.shell.notices import tell

from ..forms import DecideOnCandidate, HireCandidate, NoteDissent, TellCandidate
from .candidates import hire_form, page


@require_POST
def open_scores(request: Request, candidate_id: int) -> HttpResponse:
    candidate = queries.get_candidate(user=request.user, candidate_id=candidate_id)
    services.open_scores(candidate=candidate, by=request.user, at=request.now)
    return redirect("hiring:candidate", candidate_id)


@require_POST
def decide(request: Request, candidate_id: int) -> HttpResponse:
    candidate = queries.get_candidate(user=request.user, candidate_id=candidate_id)
    form = DecideOnCandidate(
        request.POST,
        skills=[one.skill for one in queries.skills_of_role(candidate.role)],
        values=[one.value for one in queries.values_of_role(candidate.role)],
    )
    if not form.is_valid():
        return page(request, candidate, 422, decide_form=form)
    services.decide_on_candidate(
        candidate=candidate, **form.cleaned_data, by=request.user, at=request.now
    )
    undo = reverse("hiring:take_back_decision", args=[candidate_id])
    tell(request, "The decision is written down.", undo=undo)
    return redirect("hiring:candidate", candidate_id)


@require_POST
def take_back(request: Request, candidate_id: int) -> HttpResponse:
    candidate = queries.get_candidate(user=request.user, candidate_id=candidate_id)
    services.take_back_decision(candidate=candidate, by=request.user, at=request.now)
    return redirect("hiring:candidate", candidate_id)


@require_POST
def dissent(request: Request, candidate_id: int) -> HttpResponse:
    candidate = queries.get_candidate(user=request.user, candidate_id=candidate_id)
    decision = queries.get_decision(user=request.user, candidate=candidate)
    form = NoteDissent(request.POST, auto_id="dissent_%s")
    if not form.is_valid():
        return page(request, candidate, 422, dissent_form=form)
    services.note_dissent(
        decision=decision, **form.cleaned_data, by=request.user, at=request.now
    )
    return redirect("hiring:candidate", candidate_id)


@require_POST
def tell_candidate(request: Request, candidate_id: int) -> HttpResponse:
    candidate = queries.get_candidate(user=request.user, candidate_id=candidate_id)
    form = TellCandidate(request.POST, auto_id="tell_%s")
    if not form.is_valid():
        return page(request, candidate, 422, tell_form=form)
    services.tell_candidate(
        candidate=candidate, **form.cleaned_data, by=request.user, at=request.now
    )
    return redirect("hiring:candidate", candidate_id)


@require_POST
def hire(request: Request, candidate_id: int) -> HttpResponse:
    candidate = queries.get_candidate(user=request.user, candidate_id=candidate_id)
    form = HireCandidate(request.POST, auto_id="hire_%s")
    if not form.is_valid():
        return page(request, candidate, 422, hire_form=form)
    services.hire_candidate(
        candidate=candidate, **form.cleaned_data, by=request.user, at=request.now
    )
    undo = reverse("hiring:undo_hire", args=[candidate_id])
    tell(request, f"{candidate} is on the list of people now.", undo=undo)
    return redirect("hiring:candidate", candidate_id)


@require_POST
def move(request: Request, candidate_id: int) -> HttpResponse:
    """Whoever is here already moves; it can be taken back like a hire."""
    candidate = queries.get_candidate(user=request.user, candidate_id=candidate_id)
    form = hire_form(request, candidate, request.POST)
    if not form.is_valid():
        return page(request, candidate, 422, hire_form=form)
    services.move_candidate(
        candidate=candidate, **form.cleaned_data, by=request.user, at=request.now
    )
    undo = reverse("hiring:undo_hire", args=[candidate_id])
    tell(request, f"{candidate} takes the role on that day.", undo=undo)
    return redirect("hiring:candidate", candidate_id)


@require_POST
def undo_hire(request: Request, candidate_id: int) -> HttpResponse:
    candidate = queries.get_candidate(user=request.user, candidate_id=candidate_id)
    services.undo_hire(candidate=candidate, by=request.user, at=request.now)
    tell(request, f"{candidate} is a candidate again.")
    return redirect("hiring:candidate", candidate_id)
