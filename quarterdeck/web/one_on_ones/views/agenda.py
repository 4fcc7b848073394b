"""The running agenda: add from here or from anywhere, edit, close, take back."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from quarterdeck.domains.one_on_ones import queries, services
from quarterdeck.domains.projects.queries import get_task
from quarterdeck.web.shell.http import Request
from quarterdeck.web.shell.notices import tell

from ..forms import AddTopic, EditTopic, TalkAbout
from .space import after_topic


@require_POST
def add(request: Request, pair_id: int) -> HttpResponse:
    pair = queries.get_pair(user=request.user, pair_id=pair_id)
    form = AddTopic(request.POST)
    if not form.is_valid():
        return after_topic(request, pair_id, topic_form=form)
    _add(request, pair, form.cleaned_data)
    return after_topic(request, pair_id)


@require_http_methods(["GET", "POST"])
def talk(request: Request) -> HttpResponse:
    """A topic that is thought of on another page: choose with whom."""
    lines = queries.lines_of(request.user, request.now.date())
    spaces = [(one.pair.pk, one.other.name) for one in lines if one.pair.is_running]
    form = TalkAbout(request.POST or None, spaces=spaces, initial=_about(request))
    # A space of others is not there: that is the answer, not a wrong choice.
    if request.method == "POST" and (chosen := _number(request.POST.get("pair"))):
        pair = queries.get_pair(user=request.user, pair_id=chosen)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        _add(request, pair, given)
        tell(request, f"It stands on the agenda with {dict(spaces)[pair.pk]}.")
        if given["task"]:
            return redirect("projects:task", given["task"])
        return redirect("one_on_ones:space", pair.pk)
    return render(request, "one_on_ones/talk.html", {"form": form, "spaces": spaces})


@require_http_methods(["GET", "POST"])
def edit(request: Request, topic_id: int) -> HttpResponse:
    topic = queries.get_topic(user=request.user, topic_id=topic_id)
    now = {"text": topic.text, "version": topic.version}
    form = EditTopic(request.POST or None, initial=now, auto_id=f"t{topic_id}_%s")
    if request.method == "POST" and form.is_valid():
        services.edit_topic(
            topic=topic,
            text=form.cleaned_data["text"],
            seen_version=form.cleaned_data["version"],
            by=request.user,
            at=request.now,
        )
        return after_topic(request, topic.pair_id)
    part = "#form" if request.htmx else ""
    context = {"form": form, "topic": topic}
    return render(request, f"one_on_ones/topic.html{part}", context)


@require_POST
def close(request: Request, topic_id: int) -> HttpResponse:
    topic = queries.get_topic(user=request.user, topic_id=topic_id)
    services.close_topic(topic=topic, by=request.user, at=request.now)
    undo = reverse("one_on_ones:reopen_topic", args=[topic_id])
    tell(request, "Talked about.", undo=undo)
    return after_topic(request, topic.pair_id)


@require_POST
def reopen(request: Request, topic_id: int) -> HttpResponse:
    topic = queries.get_topic(user=request.user, topic_id=topic_id)
    services.reopen_topic(topic=topic, by=request.user, at=request.now)
    return after_topic(request, topic.pair_id)


@require_POST
def remove(request: Request, topic_id: int) -> HttpResponse:
    topic = queries.get_topic(user=request.user, topic_id=topic_id)
    services.remove_topic(topic=topic, by=request.user, at=request.now)
    undo = reverse("one_on_ones:restore_topic", args=[topic_id])
    tell(request, "Taken off the agenda.", undo=undo)
    return after_topic(request, topic.pair_id)


@require_POST
def restore(request: Request, topic_id: int) -> HttpResponse:
    topic = queries.get_topic(user=request.user, topic_id=topic_id)
    services.restore_topic(topic=topic, by=request.user, at=request.now)
    return after_topic(request, topic.pair_id)


def _add(request: Request, pair: Any, given: dict[str, Any]) -> None:
    task_id = given.get("task")
    task = get_task(user=request.user, task_id=task_id) if task_id else None
    services.add_topic(
        pair=pair, text=given["text"], task=task, by=request.user, at=request.now
    )


def _about(request: Request) -> dict[str, Any]:
    """The task whose page asked for it, named for the reader to change."""
    asked = _number(request.GET.get("task"))
    if not asked:
        return {"text": request.GET.get("text", "")[:300]}
    task = get_task(user=request.user, task_id=asked)
    return {"text": task.title, "task": task.pk}


def _number(given: str | None) -> int:
    return int(given) if given and given.isdecimal() and len(given) < 19 else 0
