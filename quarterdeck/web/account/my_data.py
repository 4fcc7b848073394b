"""One's own data: have the file prepared, download it, take it away again."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from quarterdeck.domains.accounts.permissions import private_rooms_are_open
from quarterdeck.domains.own_data import queries, services
from quarterdeck.domains.people.permissions import standing_of
from quarterdeck.web.shell.http import Request
from quarterdeck.web.shell.notices import tell


@require_GET
def data(request: Request) -> HttpResponse:
    context = {
        "file": queries.file_of(request.user),
        "rooms_open": private_rooms_are_open(request.user),
        "has_person": standing_of(request.user).person_id is not None,
    }
    return render(request, "account/data.html", context)


@require_POST
def prepare(request: Request) -> HttpResponse:
    """Start it, and show how far it is; whoever watches comes back to the file."""
    file = services.prepare_own_data(by=request.user, at=request.now)
    assert file.job is not None
    return redirect("background_jobs:show", file.job.pk)


@require_GET
def download(request: Request) -> HttpResponse:
    file = queries.get_file(user=request.user)
    name = f"my-data-{file.prepared_at:%Y-%m-%d}.zip"
    answer = HttpResponse(file.content, content_type="application/zip")
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    answer.headers["Cache-Control"] = "no-store"
    return answer


@require_POST
def remove(request: Request) -> HttpResponse:
    file = queries.get_file(user=request.user)
    services.remove_own_data(file=file, by=request.user, at=request.now)
    tell(request, "The file is removed. Your data itself stays as it was.")
    return redirect("account:data")
