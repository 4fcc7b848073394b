"""Who can do what: the matrix, the common list, and somebody's levels."""

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from quarterdeck.domains.people import permissions, queries, services
from quarterdeck.shared.paging import page_of
from quarterdeck.web.shell.http import Request, page_number
from quarterdeck.web.shell.notices import tell

from ..cards import team_asked_for, text_asked_for
from ..forms import AssessSkill, MergeSkill, NameSkill, WishToGrow
from ..matrix import matrix_of
from .again import again
from .team import around


@require_GET
def matrix(request: Request) -> HttpResponse:
    asked, text = team_asked_for(request), text_asked_for(request)
    people = queries.find_people(
        user=request.user, today=request.now.date(), team=asked
    )
    page = page_of(people, page_number(request))
    context = {
        "page": page,
        "matrix": matrix_of(
            user=request.user,
            team=asked,
            people=page.items,
            today=request.now.date(),
            text=text,
        ),
        "text": text,
        "may_curate": permissions.can_curate_skills(request.user),
        **around(request, asked),
    }
    return render(request, "people/matrix.html", context)


@require_http_methods(["GET", "POST"])
def skills(request: Request) -> HttpResponse:
    """The common list; sending its form adds a skill."""
    form = NameSkill(request.POST or None)
    if request.method == "POST" and form.is_valid():
        services.add_skill(**form.cleaned_data, by=request.user, at=request.now)
        return redirect("people:skills")
    text = text_asked_for(request)
    rows = queries.with_holders(queries.skills_visible_to(request.user, text))
    context = {
        "page": page_of(rows, page_number(request)),
        "form": form,
        "text": text,
        "may_curate": permissions.can_curate_skills(request.user),
    }
    return render(request, "people/skills.html", context)


@require_http_methods(["GET", "POST"])
def rename_skill(request: Request, skill_id: int) -> HttpResponse:
    skill = queries.get_skill(user=request.user, skill_id=skill_id)
    if not permissions.can_curate_skills(request.user):
        raise PermissionDenied
    form = NameSkill(request.POST or None, initial=vars(skill))
    if request.method == "POST" and form.is_valid():
        services.rename_skill(
            skill=skill, **form.cleaned_data, by=request.user, at=request.now
        )
        return redirect("people:skills")
    merge = MergeSkill(user=request.user, skill=skill)
    context = {"skill": skill, "form": form, "merge": merge}
    return render(request, "people/skill.html", context)


@require_POST
def merge_skill(request: Request, skill_id: int) -> HttpResponse:
    skill = queries.get_skill(user=request.user, skill_id=skill_id)
    form = MergeSkill(request.POST, user=request.user, skill=skill)
    if form.is_valid():
        kept = services.merge_skills(
            skill=skill, **form.cleaned_data, by=request.user, at=request.now
        )
        tell(request, f"“{skill}” is part of “{kept}” now.")
    return redirect("people:skills")


@require_POST
def assess(request: Request, person_id: int) -> HttpResponse:
    person = queries.get_person(user=request.user, person_id=person_id)
    form = AssessSkill(request.POST, user=request.user)
    if not form.is_valid():
        return again(request, person, form, "A level")
    services.assess_skill(
        person=person,
        **form.cleaned_data,
        on=request.now.date(),
        by=request.user,
        at=request.now,
    )
    return redirect("people:show", person_id)


@require_POST
def drop(request: Request, person_id: int, person_skill_id: int) -> HttpResponse:
    person = queries.get_person(user=request.user, person_id=person_id)
    row = queries.get_person_skill(person=person, person_skill_id=person_skill_id)
    services.drop_skill(person_skill=row, by=request.user, at=request.now)
    return redirect("people:show", person_id)


@require_POST
def wish(request: Request, person_id: int) -> HttpResponse:
    """Say in what one wants to grow: on one's own page."""
    person = queries.get_person(user=request.user, person_id=person_id)
    form = WishToGrow(request.POST, user=request.user)
    if not form.is_valid():
        return again(request, person, form, "A wish to grow")
    row = services.wish_to_grow(
        person=person,
        **form.cleaned_data,
        on=request.now.date(),
        by=request.user,
        at=request.now,
    )
    tell(request, f"The planner knows that you want to grow in {row.skill}.")
    return redirect("people:show", person_id)


@require_POST
def withdraw_wish(
    request: Request, person_id: int, person_skill_id: int
) -> HttpResponse:
    person = queries.get_person(user=request.user, person_id=person_id)
    row = queries.get_person_skill(person=person, person_skill_id=person_skill_id)
    services.withdraw_wish(person_skill=row, by=request.user, at=request.now)
    tell(request, f"The wish to grow in {row.skill} is taken back.")
    return redirect("people:show", person_id)
