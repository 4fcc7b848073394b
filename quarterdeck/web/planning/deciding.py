"""Accept, leave or cancel; lock what shall stay."""

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from quarterdeck.domains.planning import queries, services
from quarterdeck.domains.planning.queries import Narrowing
from quarterdeck.domains.projects.queries import get_task
from quarterdeck.web.shell.http import Request, came_from
from quarterdeck.web.shell.notices import tell

from .forms import Choose, Lock
from .narrowing import address_of, narrowing_of

if TYPE_CHECKING:
    from quarterdeck.domains.activity.models import Activity


@require_POST
def accept(request: Request, proposal_id: int) -> HttpResponse:
    proposal = queries.get_proposal(user=request.user, proposal_id=proposal_id)
    form = Choose(request.POST)
    form.full_clean()
    narrowing = narrowing_of(request.POST)
    act = services.accept_changes(
        proposal=proposal,
        change_ids=form.ids(proposal, narrowing),
        by=request.user,
        at=request.now,
    )
    undo = reverse("projects:undo", args=[act.pk])
    tell(request, f"{counted(act)} planned as proposed.", undo=undo)
    return back(proposal_id, narrowing)


@require_POST
def refuse(request: Request, proposal_id: int) -> HttpResponse:
    proposal = queries.get_proposal(user=request.user, proposal_id=proposal_id)
    form = Choose(request.POST)
    form.full_clean()
    narrowing = narrowing_of(request.POST)
    done = services.refuse_changes(
        proposal=proposal,
        change_ids=form.ids(proposal, narrowing),
        by=request.user,
        at=request.now,
    )
    stay = "1 task stays as it was" if done == 1 else f"{done} tasks stay as they were"
    messages.success(request, f"{stay}.")
    return back(proposal_id, narrowing)


@require_POST
def cancel(request: Request, proposal_id: int) -> HttpResponse:
    proposal = queries.get_proposal(user=request.user, proposal_id=proposal_id)
    services.cancel_proposal(proposal=proposal, by=request.user, at=request.now)
    return redirect("planning:show", proposal_id)


@require_POST
def lock(request: Request, task_id: int) -> HttpResponse:
    task = get_task(user=request.user, task_id=task_id)
    form = Lock(request.POST)
    form.full_clean()
    services.lock_task(task=task, **form.cleaned_data, by=request.user, at=request.now)
    messages.success(request, f"The planner leaves “{task}” as it is.")
    return redirect(came_from(request) or task_url(task_id))


@require_POST
def unlock(request: Request, task_id: int) -> HttpResponse:
    task = get_task(user=request.user, task_id=task_id)
    services.unlock_task(task=task, by=request.user, at=request.now)
    messages.success(request, f"The planner may move “{task}” again.")
    return redirect(came_from(request) or task_url(task_id))


def back(proposal_id: int, narrowing: Narrowing) -> HttpResponse:
    """The proposal again, with what was looked at."""
    place = reverse("planning:show", args=[proposal_id])
    return redirect(f"{place}{address_of(narrowing)}")


def counted(act: "Activity") -> str:
    tasks = act.content.details["accepted"]
    return "1 task is" if tasks == 1 else f"{tasks} tasks are"


def task_url(task_id: int) -> str:
    return reverse("projects:task", args=[task_id])
