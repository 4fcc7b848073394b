"""A case: share it, read it, edit and erase one's own, let somebody in, take from it."""

from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from quarterdeck.domains.circles import permissions, queries, services
from quarterdeck.domains.people.permissions import standing_of
from quarterdeck.web.shell.http import Request
from quarterdeck.web.shell.notices import tell

from ..forms import Contribute, EditCase, ShareCase, Take

if TYPE_CHECKING:
    from quarterdeck.domains.circles.models import Case


@require_http_methods(["GET", "POST"])
def share(request: Request, circle_id: int) -> HttpResponse:
    circle = queries.get_open_circle(user=request.user, circle_id=circle_id)
    form = ShareCase(request.POST or None)
    if request.method == "POST" and form.is_valid():
        case = services.share_case(
            circle=circle, **form.cleaned_data, by=request.user, at=request.now
        )
        return redirect("circles:case", case.pk)
    members = queries.members_of(user=request.user, circle=circle)
    context = {
        "form": form,
        "circle": circle,
        "readers": [one for one in members if not one.is_invited],
    }
    return render(request, "circles/share_case.html", context)


@require_GET
def show(request: Request, case_id: int) -> HttpResponse:
    return page(request, queries.get_case(user=request.user, case_id=case_id))


def page(
    request: Request, case: "Case", *, status: int = 200, **forms: Any
) -> HttpResponse:
    user = request.user
    taken = queries.own_takeaway(user=user, case=case)
    words = {"text": taken.text, "version": taken.version} if taken else {}
    said = queries.contributions_visible_to(user).filter(case=case)
    context = {
        "case": case,
        "mine": standing_of(user).person_id,
        "is_mine": permissions.is_author(user, case),
        "said": list(said[:200]),
        "outside": queries.without_reading(user=user, case=case),
        "lessons": queries.own_lessons_of(user=user, case=case),
        "say_form": Contribute(),
        "take_form": Take(initial=words, auto_id="take_%s"),
        **forms,
    }
    return render(request, "circles/case.html", context, status=status)


@require_http_methods(["GET", "POST"])
def edit(request: Request, case_id: int) -> HttpResponse:
    case = queries.get_case(user=request.user, case_id=case_id)
    if not permissions.is_author(request.user, case):
        raise PermissionDenied
    names = ("situation", "tried", "question", "version")
    initial = {name: getattr(case, name) for name in names}
    form = EditCase(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        given = dict(form.cleaned_data)
        services.edit_case(
            case=case,
            seen_version=given.pop("version"),
            **given,
            by=request.user,
            at=request.now,
        )
        return redirect("circles:case", case_id)
    context = {"form": form, "heading": "Edit the case", "act": "Save"}
    return render(request, "circles/edit.html", {**context, "case": case})


@require_POST
def remove(request: Request, case_id: int) -> HttpResponse:
    case = queries.get_case(user=request.user, case_id=case_id)
    services.remove_case(case=case, by=request.user, at=request.now)
    tell(request, "The case is erased, with what was said to it.")
    return redirect("circles:show", case.circle_id)


@require_POST
def let_read(request: Request, case_id: int, circle_member_id: int) -> HttpResponse:
    case = queries.get_case(user=request.user, case_id=case_id)
    member = queries.get_member(user=request.user, member_id=circle_member_id)
    services.let_read(case=case, member=member, by=request.user, at=request.now)
    tell(request, f"{member.person} reads it now.")
    return redirect("circles:case", case_id)


@require_POST
def take(request: Request, case_id: int) -> HttpResponse:
    case = queries.get_case(user=request.user, case_id=case_id)
    form = Take(request.POST, auto_id="take_%s")
    if not form.is_valid():
        return page(request, case, status=422, take_form=form)
    services.write_takeaway(
        case=case,
        text=form.cleaned_data["text"],
        seen_version=form.cleaned_data["version"],
        by=request.user,
        at=request.now,
    )
    return redirect("circles:case", case_id)
