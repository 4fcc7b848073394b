"""A place in a programme: ask, invite, answer, book, say what became of it."""

from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from quarterdeck.domains.development.queries import who_can_confirm
from quarterdeck.domains.people.permissions import is_self
from quarterdeck.domains.people.queries import currency, person_of
from quarterdeck.domains.training import permissions, queries, services
from quarterdeck.shared.money import said
from quarterdeck.web.shell.http import Request
from quarterdeck.web.shell.notices import tell

from ..place_forms import (
    AskForPlace,
    Attend,
    Book,
    Cancel,
    Decline,
    Invite,
    NameMeasure,
    ShowTrained,
)
from .programmes import page as programme_page

if TYPE_CHECKING:
    from quarterdeck.domains.training.models import Enrolment


@require_POST
def ask(request: Request, programme_id: int) -> HttpResponse:
    user, person = request.user, person_of(request.user)
    programme = queries.get_programme(user=user, programme_id=programme_id)
    form = AskForPlace(request.POST, programme=programme, auto_id="ask_%s")
    if not form.is_valid() or person is None:
        return programme_page(request, programme_id, status=422, ask_form=form)
    place = services.ask_for_place(
        programme=programme,
        person=person,
        **form.cleaned_data,
        by=user,
        at=request.now,
    )
    tell(request, "You asked for a place. Whoever leads you answers.")
    return redirect("training:place", place.pk)


@require_POST
def invite(request: Request, programme_id: int) -> HttpResponse:
    user = request.user
    programme = queries.get_programme(user=user, programme_id=programme_id)
    form = Invite(
        request.POST,
        programme=programme,
        user=user,
        today=request.now.date(),
        auto_id="invite_%s",
    )
    if not form.is_valid():
        return programme_page(request, programme_id, status=422, invite_form=form)
    place = services.invite_to_programme(
        programme=programme, **form.cleaned_data, by=user, at=request.now
    )
    tell(request, f"{place.person} is invited to “{programme}”.")
    return redirect("training:place", place.pk)


@require_GET
def show(request: Request, enrolment_id: int) -> HttpResponse:
    return _page(request, _get(request, enrolment_id))


@require_POST
def approve(request: Request, enrolment_id: int) -> HttpResponse:
    place = _get(request, enrolment_id)
    moved = services.approve_place(enrolment=place, by=request.user, at=request.now)
    return _told(request, moved, f"{moved.person} may go.")


@require_POST
def decline(request: Request, enrolment_id: int) -> HttpResponse:
    place, form = _get(request, enrolment_id), Decline(request.POST)
    if not form.is_valid():
        return _page(request, place, status=422, decline_form=form)
    moved = services.decline_place(
        enrolment=place, **form.cleaned_data, by=request.user, at=request.now
    )
    return _told(request, moved, "Declined, with the reason.", undo=True)


@require_POST
def accept(request: Request, enrolment_id: int) -> HttpResponse:
    place = _get(request, enrolment_id)
    moved = services.accept_place(enrolment=place, by=request.user, at=request.now)
    return _told(request, moved, "You take the place.")


@require_POST
def book(request: Request, enrolment_id: int) -> HttpResponse:
    place = _get(request, enrolment_id)
    form = _book_form(request, place, request.POST)
    if not form.is_valid():
        return _page(request, place, status=422, book_form=form)
    moved = services.book_place(
        enrolment=place, **form.cleaned_data, by=request.user, at=request.now
    )
    over = queries.over_budget(user=request.user, enrolment=moved)
    beyond = (
        f" {moved.team} is {said(over, currency())} over its budget." if over else ""
    )
    return _told(request, moved, f"The place is booked.{beyond}")


@require_POST
def attend(request: Request, enrolment_id: int) -> HttpResponse:
    place, form = _get(request, enrolment_id), Attend(request.POST)
    if not form.is_valid():
        return _page(request, place, status=422, attend_form=form)
    moved = services.attend_programme(
        enrolment=place, **form.cleaned_data, by=request.user, at=request.now
    )
    return _told(request, moved, "Attended. A few questions follow.", undo=True)


@require_POST
def miss(request: Request, enrolment_id: int) -> HttpResponse:
    place = _get(request, enrolment_id)
    moved = services.miss_programme(enrolment=place, by=request.user, at=request.now)
    return _told(request, moved, "Missed; its cost stays in the budget.", undo=True)


@require_POST
def cancel(request: Request, enrolment_id: int) -> HttpResponse:
    place, form = _get(request, enrolment_id), Cancel(request.POST)
    if not form.is_valid():
        return _page(request, place, status=422, cancel_form=form)
    moved = services.cancel_place(
        enrolment=place, **form.cleaned_data, by=request.user, at=request.now
    )
    return _told(request, moved, "The place is cancelled.", undo=True)


@require_POST
def reopen(request: Request, enrolment_id: int) -> HttpResponse:
    place = _get(request, enrolment_id)
    moved = services.reopen_place(enrolment=place, by=request.user, at=request.now)
    return redirect("training:place", moved.pk)


@require_POST
def measure(request: Request, enrolment_id: int) -> HttpResponse:
    place = _get(request, enrolment_id)
    form = NameMeasure(request.POST, user=request.user, auto_id="measure_%s")
    if not form.is_valid():
        return _page(request, place, status=422, measure_form=form)
    words = dict(form.cleaned_data)
    seen = words.pop("version")
    services.name_measure(
        enrolment=place, **words, seen_version=seen, by=request.user, at=request.now
    )
    return redirect("training:place", enrolment_id)


@require_POST
def show_skill(request: Request, enrolment_id: int) -> HttpResponse:
    place = _get(request, enrolment_id)
    form = _skill_form(request, place, request.POST)
    if not form.is_valid():
        return _page(request, place, status=422, skill_form=form)
    proof = services.show_trained_skill(
        enrolment=place, **form.cleaned_data, by=request.user, at=request.now
    )
    tell(request, f"{proof.asked} is asked to confirm it.")
    return redirect("training:place", enrolment_id)


def _get(request: Request, enrolment_id: int) -> "Enrolment":
    return queries.get_enrolment(user=request.user, enrolment_id=enrolment_id)


def _told(
    request: Request, place: "Enrolment", sentence: str, *, undo: bool = False
) -> HttpResponse:
    back = reverse("training:reopen_place", args=[place.pk]) if undo else ""
    tell(request, sentence, undo=back)
    return redirect("training:place", place.pk)


def _book_form(request: Request, place: "Enrolment", data: Any = None) -> Book:
    initial = {"starts_on": place.starts_on, "cost": place.cost, "team": place.team_id}
    return Book(
        data, user=request.user, enrolment=place, currency=currency(), initial=initial
    )


def _skill_form(request: Request, place: "Enrolment", data: Any = None) -> ShowTrained:
    programme = queries.get_programme(
        user=request.user, programme_id=place.programme_id
    )
    skill = place.skill or next((row.skill for row in programme.trained.all()), None)
    able = who_can_confirm(user=request.user, person=place.person, skill=skill)
    initial = {"skill": skill.pk if skill else None}
    return ShowTrained(
        data, programme=programme, able=able, initial=initial, auto_id="show_%s"
    )


def _page(
    request: Request, place: "Enrolment", *, status: int = 200, **wrong: Any
) -> HttpResponse:
    user = request.user
    is_own = is_self(user, place.person)
    answers = queries.may_answer(user, place)
    names = ("measure", "number_before", "version")
    measured = {name: getattr(place, name) for name in names}
    attended = place.state == "attended"
    context = {
        "place": place,
        "turns": place.moves.select_related("moved_by")[:50],
        "is_own": is_own,
        "may": answers,
        "evaluations": queries.evaluations_seen_on(user, place),
        "currency": currency(),
        "over": queries.over_budget(user=user, enrolment=place),
        "sees_cost": permissions.can_answer_for(user, place.person),
        "decline_form": Decline(auto_id="no_%s"),
        "cancel_form": Cancel(auto_id="cancel_%s"),
        "book_form": _book_form(request, place) if "book" in answers else None,
        "attend_form": Attend(
            initial={"on": place.starts_on or request.now.date()}, auto_id="on_%s"
        ),
        "measure_form": NameMeasure(
            user=user,
            initial={**measured, "key_result": place.key_result_id},
            auto_id="measure_%s",
        ),
        "skill_form": _skill_form(request, place) if attended and is_own else None,
        **wrong,
    }
    return render(request, "training/place.html", context, status=status)
