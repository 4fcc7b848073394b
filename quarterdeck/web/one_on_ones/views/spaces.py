"""With whom somebody meets: the list, beginning, agreeing, ending."""

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from quarterdeck.domains.one_on_ones import queries, services
from quarterdeck.domains.organization.permissions import is_member
from quarterdeck.domains.people.queries import get_person
from quarterdeck.web.shell.http import Request
from quarterdeck.web.shell.notices import tell

from ..forms import Start


@require_GET
def index(request: Request) -> HttpResponse:
    user, today = request.user, request.now.date()
    context = {
        "lines": queries.lines_of(user, today),
        "ended": queries.lines_of(user, today, ended=True),
        "suggested": queries.partners_to_suggest(user, today),
        "own_motivation": queries.own_motivation(user),
        "may_start": is_member(user),
        "today": today,
    }
    return render(request, "one_on_ones/index.html", context)


@require_http_methods(["GET", "POST"])
def start(request: Request) -> HttpResponse:
    if not is_member(request.user):
        raise PermissionDenied
    asked = request.GET.get("person", "")
    first = (
        {"person": get_person(user=request.user, person_id=int(asked))}
        if asked.isdecimal() and len(asked) < 19
        else {}
    )
    form = Start(request.POST or None, user=request.user, initial=first)
    if request.method == "POST" and form.is_valid():
        pair = services.start_pair(**form.cleaned_data, by=request.user, at=request.now)
        if not pair.is_running:
            tell(request, f"{form.cleaned_data['person']} is asked.")
            return redirect("one_on_ones:index")
        return redirect("one_on_ones:space", pair.pk)
    return render(request, "one_on_ones/start.html", {"form": form})


@require_GET
def meet(request: Request, person_id: int) -> HttpResponse:
    """The space shared with somebody, or the page on which one begins."""
    person = get_person(user=request.user, person_id=person_id)
    pair = queries.pair_with(user=request.user, person=person)
    if pair is not None:
        return redirect("one_on_ones:space", pair.pk)
    return redirect(f"{reverse('one_on_ones:start')}?person={person_id}")


@require_POST
def agree(request: Request, pair_id: int) -> HttpResponse:
    pair = queries.get_pair(user=request.user, pair_id=pair_id)
    services.agree_to_pair(pair=pair, by=request.user, at=request.now)
    return redirect("one_on_ones:space", pair_id)


@require_POST
def decline(request: Request, pair_id: int) -> HttpResponse:
    pair = queries.get_pair(user=request.user, pair_id=pair_id)
    services.decline_pair(pair=pair, by=request.user, at=request.now)
    tell(request, "Nothing of it stays.")
    return redirect("one_on_ones:index")


@require_POST
def end(request: Request, pair_id: int) -> HttpResponse:
    pair = queries.get_pair(user=request.user, pair_id=pair_id)
    services.end_pair(pair=pair, by=request.user, at=request.now)
    undo = reverse("one_on_ones:restore", args=[pair_id])
    tell(request, "These 1:1s are ended. You both can still read them.", undo=undo)
    return redirect("one_on_ones:index")


@require_POST
def restore(request: Request, pair_id: int) -> HttpResponse:
    pair = queries.get_pair(user=request.user, pair_id=pair_id)
    services.restore_pair(pair=pair, by=request.user, at=request.now)
    return redirect("one_on_ones:space", pair_id)
