"""One person: their card, and what can be done with it."""

from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from quarterdeck.domains.feedback import queries as feedback
from quarterdeck.domains.feedback.permissions import can_give_recognition
from quarterdeck.domains.hiring.queries import onboarding_on_page
from quarterdeck.domains.mentoring.queries import offer_of
from quarterdeck.domains.occasions.queries import leading_of
from quarterdeck.domains.one_on_ones.queries import motivation_of
from quarterdeck.domains.people import permissions, queries, services
from quarterdeck.domains.projects import queries as work
from quarterdeck.web.shell.http import Request
from quarterdeck.web.shell.notices import tell

from ..cards import initials_of
from ..forms import (
    AddTimeOff,
    ArchivePerson,
    AssessSkill,
    EditPerson,
    JoinTeam,
    SetPattern,
    WishToGrow,
)
from .again import again
from .cost_rates import set_rate_form

if TYPE_CHECKING:
    from quarterdeck.domains.people.models import Person

SHOWN_TASKS = 10
SHOWN_THANKS = 3


@require_GET
def show(request: Request, person_id: int) -> HttpResponse:
    person = queries.get_person(user=request.user, person_id=person_id)
    return render(request, "people/person.html", _page(request, person))


@require_http_methods(["GET", "POST"])
def edit(request: Request, person_id: int) -> HttpResponse:
    person = queries.get_person(user=request.user, person_id=person_id)
    if not permissions.can_edit_person(request.user, person):
        raise PermissionDenied
    form = EditPerson(request.POST or None, user=request.user, person=person)
    if request.method == "POST" and form.is_valid():
        seen = form.cleaned_data.pop("version")
        services.edit_person(
            person=person,
            seen_version=seen,
            by=request.user,
            at=request.now,
            **form.cleaned_data,
        )
        return redirect("people:show", person_id)
    return render(request, "people/edit.html", {"form": form, "person": person})


@require_POST
def archive(request: Request, person_id: int) -> HttpResponse:
    person = queries.get_person(user=request.user, person_id=person_id)
    form = ArchivePerson(request.POST)
    if not form.is_valid():
        return again(request, person, form, "The last day")
    services.archive_person(
        person=person, **form.cleaned_data, by=request.user, at=request.now
    )
    undo = reverse("people:restore", args=[person_id])
    tell(request, f"{person}’s last day is written down.", undo=undo)
    return redirect("people:show", person_id)


@require_POST
def restore(request: Request, person_id: int) -> HttpResponse:
    person = queries.get_person(user=request.user, person_id=person_id)
    services.restore_person(person=person, by=request.user, at=request.now)
    return redirect("people:show", person_id)


def _page(request: Request, person: "Person") -> dict[str, Any]:
    user, today = request.user, request.now.date()
    is_own = permissions.can_wish_for(user, person)
    memberships = list(person.memberships.select_related("team").order_by("team__path"))
    near = memberships[0].team if memberships else None
    patterns = queries.patterns_of(person)
    usual = queries.usual_week()
    current = [p.hours_by_weekday for p in patterns if p.starts_on <= today]
    week = current[-1] if current else usual
    return {
        "person": person,
        "initials": initials_of(person.name),
        "memberships": memberships,
        "reports": queries.reports_of(person)[:20],
        "skills": queries.skills_of(user=user, person=person, today=today),
        "week": week,
        "week_hours": sum(week),
        "patterns": patterns,
        "time_off": queries.time_off_of(user=user, person=person, since=today),
        "has_left": person.ends_on is not None and person.ends_on < today,
        "may_edit": permissions.can_edit_person(user, person),
        "may_manage": permissions.can_manage_person(user, person),
        "may_assess": permissions.can_assess(user, person),
        "may_plan": permissions.can_plan_time_off(user, person),
        "staffable": _staffable(request, memberships),
        "motivation": motivation_of(user=user, person=person),
        "mentors": offer_of(user=user, person=person),
        "today": today,
        "leading": leading_of(user=user, person=person, today=today),
        "acts": queries.acts_on_person(person, user=user),
        **_cost_rate(request, person),
        **_work(request, person),
        **_said(request, person),
        **onboarding_on_page(user, person, today),
        "join": JoinTeam(user=user, near=near),
        "assess": AssessSkill(user=user),
        "wish": WishToGrow(user=user, auto_id="wish_%s") if is_own else None,
        "pattern": SetPattern(week=week, initial={"starts_on": today}),
        "away": AddTimeOff(),
        "archive": ArchivePerson(initial={"ends_on": today}),
    }


def _cost_rate(request: Request, person: "Person") -> dict[str, Any]:
    """What an hour of theirs costs, for who may see it."""
    today = request.now.date()
    card = queries.rate_card_of(user=request.user, person=person, day=today)
    if card is None:
        return {}
    return {"rate_card": card, "set_rate": set_rate_form(card, today)}


def _work(request: Request, person: "Person") -> dict[str, Any]:
    """The first of their open tasks, as far as the reader may see those."""
    wanted = work.TaskFilter(person=person.pk)
    rows = work.tasks_found(user=request.user, wanted=wanted, today=request.now.date())
    page = work.page_of_rows(rows, 1, SHOWN_TASKS)
    return {"work": page.items, "more_work": page.has_next}


def _said(request: Request, person: "Person") -> dict[str, Any]:
    """The newest thanks to them that the reader may read, and whether to write some."""
    user = request.user
    me = permissions.is_self(user, person)
    return {
        "said": feedback.said_about(user, person)[:SHOWN_THANKS],
        "is_me": me,
        "may_thank": not me and can_give_recognition(user),
    }


def _staffable(request: Request, memberships: list[Any]) -> set[int]:
    """The teams of this person that the user looks after."""
    return {
        one.team_id
        for one in memberships
        if permissions.can_staff(request.user, one.team)
    }
