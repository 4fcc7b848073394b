"""Write in a meeting. The text is saved while it is written, and by the button."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from quarterdeck.domains.one_on_ones import queries, services
from quarterdeck.web.shell.http import Request
from quarterdeck.web.shell.middleware import say
from quarterdeck.web.shell.notices import tell

from ..forms import WriteNote


@require_POST
def write(request: Request, meeting_id: int, readers: str, part: str) -> HttpResponse:
    meeting = queries.get_meeting(user=request.user, meeting_id=meeting_id)
    if not queries.is_a_text(readers, part):
        raise Http404
    form = WriteNote(request.POST)
    if not form.is_valid():
        return say(request, 422, "This text is too long, or its form is broken.")
    note = services.write_note(
        meeting=meeting,
        readers=readers,
        part=part,
        text=form.cleaned_data["text"],
        seen_version=form.cleaned_data["version"],
        by=request.user,
        at=request.now,
    )
    if request.htmx:
        context = {"version": note.version, "saved_at": request.now}
        return render(request, "one_on_ones/text.html#state", context)
    tell(request, "Saved.")
    if meeting.closed_at:
        return redirect("one_on_ones:meeting", meeting_id)
    return redirect("one_on_ones:space", meeting.pair_id)
