"""What programmes are about, and which of it counts as leading."""

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from quarterdeck.domains.training import permissions, queries, services
from quarterdeck.web.shell.http import Request
from quarterdeck.web.shell.notices import tell

from ..forms import EditTopic, NameTopic


@require_http_methods(["GET", "POST"])
def topics(request: Request) -> HttpResponse:
    """The list; sending its form adds a topic."""
    if not permissions.can_curate_catalogue(request.user):
        raise PermissionDenied
    initial = {"is_leadership": True}
    form = NameTopic(request.POST or None, initial=initial, auto_id="new_%s")
    if request.method == "POST" and form.is_valid():
        services.add_topic(**form.cleaned_data, by=request.user, at=request.now)
        return redirect("training:topics")
    return _page(request, form)


@require_POST
def edit(request: Request, topic_id: int) -> HttpResponse:
    topic = queries.get_topic(user=request.user, topic_id=topic_id)
    form = EditTopic(request.POST, auto_id="new_%s")
    if not form.is_valid():
        return _page(request, form, status=422)
    words = dict(form.cleaned_data)
    seen = words.pop("version")
    services.edit_topic(
        topic=topic, **words, seen_version=seen, by=request.user, at=request.now
    )
    return redirect("training:topics")


@require_POST
def remove(request: Request, topic_id: int) -> HttpResponse:
    topic = queries.get_topic(user=request.user, topic_id=topic_id)
    services.remove_topic(topic=topic, by=request.user, at=request.now)
    undo = reverse("training:restore_topic", args=[topic_id])
    tell(request, f"The topic “{topic}” is off the list.", undo=undo)
    return redirect("training:topics")


@require_POST
def restore(request: Request, topic_id: int) -> HttpResponse:
    topic = queries.get_topic(user=request.user, topic_id=topic_id)
    services.restore_topic(topic=topic, by=request.user, at=request.now)
    return redirect("training:topics")


def _page(request: Request, form: NameTopic, status: int = 200) -> HttpResponse:
    context = {
        "rows": queries.topics_visible_to(request.user)[:200],
        "removed": queries.removed_topics_visible_to(request.user)[:20],
        "form": form,
    }
    return render(request, "training/topics.html", context, status=status)
