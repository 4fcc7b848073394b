"""Roles: what each asks for, and who is in one or aims for it."""

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from quarterdeck.domains.development import permissions, queries, services
from quarterdeck.domains.people.queries import get_skill
from quarterdeck.shared.paging import page_of
from quarterdeck.web.shell.http import Request, page_number
from quarterdeck.web.shell.notices import tell

from ..forms import AskSkill, EditRole, HoldRole, NameRole
from .person import back, page

if TYPE_CHECKING:
    from quarterdeck.domains.development.models import RoleProfile


@require_http_methods(["GET", "POST"])
def roles(request: Request) -> HttpResponse:
    """The list; sending its form adds a role."""
    form = NameRole(request.POST or None)
    if request.method == "POST" and form.is_valid():
        added = services.add_profile(
            **form.cleaned_data, by=request.user, at=request.now
        )
        return redirect("development:role", added.pk)
    rows = queries.with_requirements(queries.profiles_visible_to(request.user))
    context = {
        "page": page_of(rows, page_number(request)),
        "retired": queries.retired_profiles_visible_to(request.user)[:20],
        "form": form,
        "may_curate": permissions.can_curate_profiles(request.user),
    }
    return render(request, "development/roles.html", context)


@require_http_methods(["GET", "POST"])
def role(request: Request, profile_id: int) -> HttpResponse:
    """What a role asks for; sending its form changes its words."""
    profile = queries.get_profile(user=request.user, profile_id=profile_id)
    initial = {name: getattr(profile, name) for name in ("name", "purpose", "version")}
    form = EditRole(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        changes = dict(form.cleaned_data)
        seen = changes.pop("version")
        services.edit_profile(
            profile=profile,
            changes=changes,
            seen_version=seen,
            by=request.user,
            at=request.now,
        )
        return redirect("development:role", profile_id)
    return _role(request, profile, form, AskSkill(user=request.user, auto_id="ask_%s"))


@require_POST
def ask(request: Request, profile_id: int) -> HttpResponse:
    profile = queries.get_profile(user=request.user, profile_id=profile_id)
    form = AskSkill(request.POST, user=request.user, auto_id="ask_%s")
    if not form.is_valid():
        return _role(request, profile, EditRole(initial=vars(profile)), form, 422)
    services.ask_skill(
        profile=profile, **form.cleaned_data, by=request.user, at=request.now
    )
    return redirect("development:role", profile_id)


@require_POST
def no_longer_ask(request: Request, profile_id: int, skill_id: int) -> HttpResponse:
    profile = queries.get_profile(user=request.user, profile_id=profile_id)
    skill = get_skill(user=request.user, skill_id=skill_id)
    services.no_longer_ask_skill(
        profile=profile, skill=skill, by=request.user, at=request.now
    )
    return redirect("development:role", profile_id)


@require_POST
def retire(request: Request, profile_id: int) -> HttpResponse:
    profile = queries.get_profile(user=request.user, profile_id=profile_id)
    services.retire_profile(profile=profile, by=request.user, at=request.now)
    undo = reverse("development:restore_role", args=[profile_id])
    tell(request, f"The role “{profile}” is retired.", undo=undo)
    return redirect("development:roles")


@require_POST
def restore(request: Request, profile_id: int) -> HttpResponse:
    profile = queries.get_profile(user=request.user, profile_id=profile_id)
    services.restore_profile(profile=profile, by=request.user, at=request.now)
    return redirect("development:role", profile_id)


@require_POST
def hold(request: Request, person_id: int) -> HttpResponse:
    person = queries.get_person_to_develop(user=request.user, person_id=person_id)
    form = HoldRole(request.POST, user=request.user, auto_id="role_%s")
    if not form.is_valid():
        return page(request, person, status=422, role_form=form)
    holds = form.cleaned_data["kind"] == "holds"
    act = services.take_role if holds else services.aim_for_role
    act(
        person=person,
        profile=form.cleaned_data["profile"],
        since=request.now.date(),
        by=request.user,
        at=request.now,
    )
    return back(person.pk, "roles")


@require_POST
def leave(request: Request, holding_id: int) -> HttpResponse:
    holding = queries.get_holding(user=request.user, holding_id=holding_id)
    services.leave_role(holding=holding, by=request.user, at=request.now)
    return back(holding.person_id, "roles")


def _role(
    request: Request,
    profile: "RoleProfile",
    form: EditRole,
    ask_form: AskSkill,
    status: int = 200,
) -> HttpResponse:
    asked = queries.requirements_of([profile.pk])
    context = {
        "profile": profile,
        "asked": sorted(asked[profile.pk], key=lambda one: (-one.level, one.name)),
        "form": form,
        "ask_form": ask_form,
        "may_curate": permissions.can_curate_profiles(request.user),
    }
    return render(request, "development/role.html", context, status=status)
