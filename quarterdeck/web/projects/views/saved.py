"""Filters of the task list, kept under a name."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from quarterdeck.domains.accounts.queries import get_saved_view
from quarterdeck.domains.accounts.services import remove_view, save_view
from quarterdeck.web.shell.http import Request
from quarterdeck.web.shell.notices import tell

from ..forms import SaveView
from .tasks import PLACE


@require_POST
def save(request: Request) -> HttpResponse:
    form = SaveView(request.POST)
    if form.is_valid():
        view = save_view(
            user=request.user, place=PLACE, at=request.now, **form.cleaned_data
        )
        tell(request, f"This view is kept as “{view}”.")
    return redirect(f"{reverse('projects:tasks')}?{request.POST.get('query', '')}")


@require_POST
def remove(request: Request, view_id: int) -> HttpResponse:
    view = get_saved_view(user=request.user, view_id=view_id)
    remove_view(view=view, at=request.now)
    tell(request, f"The view “{view}” is removed.")
    return redirect("projects:tasks")
