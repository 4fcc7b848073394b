"""What motivates me: written by oneself, read by whom one says."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from quarterdeck.domains.one_on_ones import queries, services
from quarterdeck.web.shell.http import Request
from quarterdeck.web.shell.notices import tell

from ..forms import WriteMotivation


@require_http_methods(["GET", "POST"])
def write(request: Request) -> HttpResponse:
    found = queries.own_motivation(request.user)
    fields = ("text", "audience", "version")
    now = {name: getattr(found, name) for name in fields} if found else {}
    form = WriteMotivation(request.POST or None, initial=now)
    if request.method == "POST" and form.is_valid():
        services.write_motivation(
            text=form.cleaned_data["text"],
            audience=form.cleaned_data["audience"],
            seen_version=form.cleaned_data["version"],
            by=request.user,
            at=request.now,
        )
        tell(request, "Saved.")
        return redirect("one_on_ones:index")
    return render(request, "one_on_ones/motivation.html", {"form": form})
