"""Find a mentor for a wish, ask one, agree or decline."""

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from quarterdeck.domains.mentoring import queries, services
from quarterdeck.domains.mentoring.rules import usual_end
from quarterdeck.domains.people.permissions import is_self
from quarterdeck.domains.people.queries import get_person
from quarterdeck.web.shell.http import Request
from quarterdeck.web.shell.notices import tell

from ..forms import Ask
from .filling_in import fill_in


@require_GET
def find(request: Request, mentor_wish_id: int) -> HttpResponse:
    """Possible mentors, for whoever wishes and for those who lead them."""
    user = request.user
    wish = queries.get_wish(user=user, wish_id=mentor_wish_id)
    context = {
        "wish": wish,
        "found": queries.mentors_for(user=user, wish=wish, today=request.now.date()),
        "is_own": is_self(user, wish.person),
    }
    return render(request, "mentoring/find.html", context)


@require_http_methods(["GET", "POST"])
def ask(request: Request, mentor_wish_id: int, person_id: int) -> HttpResponse:
    wish = queries.get_wish(user=request.user, wish_id=mentor_wish_id)
    mentor = get_person(user=request.user, person_id=person_id)
    if not is_self(request.user, wish.person):
        raise PermissionDenied
    today = request.now.date()
    usual = {"starts_on": today, "ends_on": usual_end(today)}
    form = Ask(request.POST or None, initial=usual)
    if request.method == "POST" and form.is_valid():
        services.ask_mentor(
            wish=wish,
            mentor=mentor,
            **form.cleaned_data,
            by=request.user,
            at=request.now,
        )
        tell(request, f"{mentor} is asked. It begins when they agree.")
        return redirect("mentoring:index")
    return fill_in(
        request,
        form,
        heading=f"Ask {mentor} to be your mentor",
        act="Ask",
        back=reverse("mentoring:find", args=[wish.pk]),
        intro=f"For your wish: {wish.about}",
    )


@require_POST
def agree(request: Request, mentorship_id: int) -> HttpResponse:
    pair = queries.get_mentorship(user=request.user, mentorship_id=mentorship_id)
    services.agree_to_mentoring(pair=pair, by=request.user, at=request.now)
    return redirect("mentoring:pair", mentorship_id)


@require_POST
def decline(request: Request, mentorship_id: int) -> HttpResponse:
    pair = queries.get_mentorship(user=request.user, mentorship_id=mentorship_id)
    services.decline_mentoring(pair=pair, by=request.user, at=request.now)
    tell(request, "It does not begin, and what was written for it is gone.")
    return redirect("mentoring:index")
