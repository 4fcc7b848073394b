"""Who may do what, and who is invited."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from quarterdeck.domains.organization import queries
from quarterdeck.domains.organization.services import (
    Invitee,
    change_role,
    end_access,
    invite,
    make_sign_in_link,
    revoke_invitation,
)
from quarterdeck.domains.people import queries as people
from quarterdeck.domains.people.rules import read_lines
from quarterdeck.shared.paging import page_of
from quarterdeck.web.shell.http import Request, page_number
from quarterdeck.web.shell.notices import tell

from .forms import ROLES_AND_NONE, ChangeRole, Invite
from .sections import for_admins, show


@require_GET
@for_admins
def roles(request: Request) -> HttpResponse:
    text = request.GET.get("q", "").replace("\x00", "").strip()[:100]
    accounts = queries.accounts_visible_to(request.user, text)
    invitations = queries.open_invitations_visible_to(request.user, request.now)
    return show(
        request,
        "roles",
        page=page_of(accounts, page_number(request)),
        invitations=invitations[:100],
        text=text,
        choices=ROLES_AND_NONE,
    )


@require_POST
@for_admins
def change(request: Request, user_id: int) -> HttpResponse:
    account = queries.get_account(user=request.user, user_id=user_id)
    form = ChangeRole(request.POST)
    if form.is_valid():
        name, who = form.cleaned_data["role"], account.user
        if name == "none":
            end_access(user=who, by=request.user, at=request.now)
        else:
            change_role(user=who, name=name, by=request.user, at=request.now)
        tell(request, f"{who}: {dict(ROLES_AND_NONE)[name]}.")
    return redirect("settings:roles")


@require_POST
@for_admins
def make_link(request: Request, user_id: int) -> HttpResponse:
    """For a lost password: a link that signs in once, shown once."""
    account = queries.get_account(user=request.user, user_id=user_id)
    token = make_sign_in_link(user=account.user, by=request.user, at=request.now)
    url = request.build_absolute_uri(reverse("sign_in:by_link", args=[token]))
    return show(request, "link", account=account, url=url)


@require_http_methods(["GET", "POST"])
@for_admins
def invite_people(request: Request) -> HttpResponse:
    """The links are shown once, on the answer to this form."""
    asked = request.GET.get("person", "")
    start = (
        {"lines": _line_of(request, int(asked))}
        if asked.isdecimal() and len(asked) < 19
        else {}
    )
    form = Invite(request.POST or None, user=request.user, initial=start)
    if request.method != "POST" or not form.is_valid():
        return show(request, "invite", form=form)
    lines = read_lines(form.cleaned_data["lines"])
    good = [Invitee(line.name, line.email) for line in lines if not line.problem]
    made = invite(
        invitees=good,
        role=form.cleaned_data["role"],
        team=form.cleaned_data["team"],
        days=form.cleaned_data["days"],
        by=request.user,
        at=request.now,
    )
    links = [
        (row, request.build_absolute_uri(reverse("organization:join", args=[token])))
        for row, token in made
    ]
    left_out = [line for line in lines if line.problem]
    return show(request, "invited", links=links, left_out=left_out)


@require_POST
@for_admins
def revoke(request: Request, invitation_id: int) -> HttpResponse:
    invitation = queries.get_invitation(user=request.user, invitation_id=invitation_id)
    revoke_invitation(invitation=invitation, by=request.user, at=request.now)
    tell(request, f"The link of {invitation} no longer works.")
    return redirect("settings:roles")


def _line_of(request: Request, person_id: int) -> str:
    """Whose page asked for an invitation: the address ties it to that person."""
    person = people.get_person(user=request.user, person_id=person_id)
    return f"{person.name} <{person.email}>"
