"""What was thanked already: better words for it, and thanks said in person."""

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from quarterdeck.domains.feedback import permissions, queries, services
from quarterdeck.domains.people.queries import get_person
from quarterdeck.web.shell.http import Request
from quarterdeck.web.shell.notices import tell
from quarterdeck.web.shell.private import private_room

from ..forms import InPerson, Thanks


@require_http_methods(["GET", "POST"])
@private_room
def edit(request: Request, recognition_id: int) -> HttpResponse:
    found = queries.get_recognition(user=request.user, recognition_id=recognition_id)
    if not permissions.gave(request.user, found):
        raise PermissionDenied
    now = {"words": found.words, "version": found.version}
    form = Thanks(request.POST or None, initial=now)
    if request.method == "POST" and form.is_valid():
        services.edit_recognition(
            recognition=found,
            words=form.cleaned_data["words"],
            seen_version=form.cleaned_data["version"],
            by=request.user,
            at=request.now,
        )
        tell(request, "Saved. Whoever reads it sees how it read before.")
        return redirect("feedback:recognition", recognition_id)
    context = {"form": form, "one": found}
    return render(request, "feedback/edit_recognition.html", context)


@require_POST
@private_room
def mark_in_person(request: Request, person_id: int) -> HttpResponse:
    permissions.refuse_without_room(request.user)
    person = get_person(user=request.user, person_id=person_id)
    form = InPerson(request.POST)
    if not form.is_valid():
        tell(request, "Say on which day you thanked them.")
        return redirect("feedback:overview")
    mark = services.mark_thanked_in_person(
        person=person, on=form.cleaned_data["on"], by=request.user, at=request.now
    )
    undo = reverse("feedback:unmark_thanked_in_person", args=[mark.pk])
    tell(request, f"Marked: you thanked {person}. Only you see this.", undo=undo)
    return redirect("feedback:overview")


@require_POST
@private_room
def unmark_in_person(request: Request, mark_id: int) -> HttpResponse:
    mark = queries.get_thanks_in_person(user=request.user, mark_id=mark_id)
    services.unmark_thanked_in_person(mark=mark, by=request.user, at=request.now)
    return redirect("feedback:overview")
