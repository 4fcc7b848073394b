"""Confirm that somebody whose account was opened by a link is really them."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from quarterdeck.domains.people import queries, services
from quarterdeck.web.shell.http import Request
from quarterdeck.web.shell.notices import tell

from ..forms import ConfirmPerson


@require_http_methods(["GET", "POST"])
def confirm(request: Request, person_id: int) -> HttpResponse:
    """Say first what it opens and what to ask; then it is one act."""
    found = queries.get_unconfirmed(user=request.user, person_id=person_id)
    form = ConfirmPerson(request.POST or None, initial={"opening": found.opening.pk})
    if request.method == "POST" and form.is_valid():
        services.confirm_person(
            person=found.person,
            opening=found.opening,
            seen=form.cleaned_data["opening"],
            by=request.user,
            at=request.now,
        )
        tell(request, f"You confirmed that this is {found.person}.")
        return redirect("people:show", person_id)
    return render(request, "people/confirm.html", {"found": found, "form": form})
