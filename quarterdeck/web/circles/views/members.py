"""Come in and go: invite, join, accept a rule, decline, leave."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from quarterdeck.domains.circles import queries, services
from quarterdeck.web.shell.http import Request
from quarterdeck.web.shell.notices import tell

from ..forms import Accept, Invite
from .circles import page


@require_POST
def join(request: Request, circle_id: int) -> HttpResponse:
    circle = queries.get_circle(user=request.user, circle_id=circle_id)
    services.join_circle(
        circle=circle, rule_number=_number(request), by=request.user, at=request.now
    )
    return redirect("circles:show", circle_id)


@require_POST
def accept(request: Request, circle_id: int) -> HttpResponse:
    circle = queries.get_circle(user=request.user, circle_id=circle_id)
    services.accept_rule(
        circle=circle, rule_number=_number(request), by=request.user, at=request.now
    )
    return redirect("circles:show", circle_id)


@require_POST
def decline(request: Request, circle_id: int) -> HttpResponse:
    circle = queries.get_circle(user=request.user, circle_id=circle_id)
    services.decline_circle(circle=circle, by=request.user, at=request.now)
    tell(request, "Nothing of it stays.")
    return redirect("circles:index")


@require_POST
def leave(request: Request, circle_id: int) -> HttpResponse:
    circle = queries.get_circle(user=request.user, circle_id=circle_id)
    services.leave_circle(circle=circle, by=request.user, at=request.now)
    tell(request, "You have left. You read it no longer.")
    return redirect("circles:index")


@require_POST
def invite(request: Request, circle_id: int) -> HttpResponse:
    circle = queries.get_open_circle(user=request.user, circle_id=circle_id)
    form = Invite(request.POST, user=request.user)
    if not form.is_valid():
        return page(request, circle, status=422, invite=form)
    person = form.cleaned_data["person"]
    services.invite_to_circle(
        circle=circle, person=person, by=request.user, at=request.now
    )
    tell(request, f"{person} is invited.")
    return redirect("circles:show", circle_id)


@require_POST
def uninvite(request: Request, circle_member_id: int) -> HttpResponse:
    member = queries.get_member(user=request.user, member_id=circle_member_id)
    services.uninvite(member=member, by=request.user, at=request.now)
    return redirect("circles:show", member.circle_id)


def _number(request: Request) -> int:
    """The number of the rule that was read; one that is none is an old one."""
    form = Accept(request.POST)
    return form.cleaned_data["rule_number"] if form.is_valid() else 0
