"""Write feedback: whom for, who may read it, then the words."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from quarterdeck.domains.feedback import permissions, queries, services
from quarterdeck.web.shell.http import Request
from quarterdeck.web.shell.notices import tell
from quarterdeck.web.shell.private import private_room

from ..about import About, about
from ..forms import NewFeedback, Words
from .choosing import choose
from .going_on import own


@require_http_methods(["GET", "POST"])
@private_room
def give(request: Request) -> HttpResponse:
    """Choose whom for; then write. What is sent is given at once."""
    wanted = _wanted(request)
    if not _can_be_read(request, wanted):
        return choose(request, wanted)
    form = _new_form(request, wanted, giving=True)
    if request.method == "POST" and form.is_valid():
        given = services.give_feedback(**_arguments(request, wanted, form))
        tell(request, f"{wanted.person} can read it now.")
        return redirect("feedback:show", given.pk)
    return _page(request, form, wanted)


@require_POST
@private_room
def draft(request: Request) -> HttpResponse:
    """Keep what is written so far; nobody else sees it."""
    wanted = _wanted(request)
    if not _can_be_read(request, wanted):
        return choose(request, wanted)
    form = _new_form(request, wanted, giving=False)
    if not form.is_valid():
        return _page(request, form, wanted)
    kept = services.draft_feedback(**_arguments(request, wanted, form))
    tell(request, "Kept as a draft. Only you see it.")
    return redirect("feedback:edit", kept.pk)


def _wanted(request: Request) -> About:
    if not permissions.can_give_feedback(request.user):
        raise PermissionDenied
    given = request.POST if request.method == "POST" else request.GET
    return about(request.user, given)


def _can_be_read(request: Request, wanted: About) -> bool:
    today = request.now.date()
    return wanted.person is not None and not queries.unreadable([wanted.person], today)


def _new_form(request: Request, wanted: About, *, giving: bool) -> NewFeedback:
    assert wanted.person is not None
    leaders = [
        person
        for person in queries.leaders_of(wanted.person, request.now.date())
        if person.user_id != request.user.pk
    ]
    return NewFeedback(
        request.POST or None,
        giving=giving,
        receiver=wanted.person,
        leaders=leaders,
        initial={
            **wanted.initial,
            **_words_again(request),
            "visibility": "person",
            "leaders": ",".join(str(person.pk) for person in leaders),
        },
    )


def _words_again(request: Request) -> dict[str, str]:
    """The words of something withdrawn, to be written anew: `?again=12`."""
    given = request.GET.get("again", "")
    if not given.isdecimal() or len(given) > 15:
        return {}
    old = own(request, int(given))
    return {name: getattr(old, name) for name in Words.PARTS}


def _arguments(request: Request, wanted: About, form: NewFeedback) -> dict[str, Any]:
    return {
        "receiver": wanted.person,
        "visibility": form.cleaned_data["visibility"],
        "leaders": form.shown_leaders,
        "words": form.written,
        "task": wanted.task,
        "goal": wanted.goal,
        "request": wanted.request,
        "by": request.user,
        "at": request.now,
    }


def _page(request: Request, form: NewFeedback, wanted: About) -> HttpResponse:
    context = {
        "form": form,
        "about": wanted,
        "receiver": wanted.person,
        "give_url": reverse("feedback:give"),
        "draft_url": reverse("feedback:draft"),
    }
    return render(request, "feedback/write.html", context)
