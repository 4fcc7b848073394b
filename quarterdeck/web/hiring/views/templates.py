"""Templates of onboarding: offered ones, their versions and steps."""

from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from quarterdeck.domains.hiring import permissions, queries, services
from quarterdeck.domains.hiring.choices import STARTERS
from quarterdeck.shared.paging import page_of
from quarterdeck.web.shell.http import Request, page_number
from quarterdeck.web.shell.notices import tell

from ..forms import AddStep, AddTemplate, EditStep, EditTemplate

if TYPE_CHECKING:
    from quarterdeck.domains.hiring.models import OnboardingTemplate


@require_GET
def show_all(request: Request) -> HttpResponse:
    return _list(request, AddTemplate())


@require_POST
def add(request: Request) -> HttpResponse:
    form = AddTemplate(request.POST)
    if not form.is_valid():
        return _list(request, form, 422)
    added = services.add_template(**form.cleaned_data, by=request.user, at=request.now)
    return redirect("hiring:template", added.pk)


@require_GET
def show(request: Request, template_id: int) -> HttpResponse:
    """The steps of the version in force, or of an earlier one."""
    template = queries.get_template(user=request.user, template_id=template_id)
    return _page(request, template, AddStep())


@require_http_methods(["GET", "POST"])
def edit(request: Request, template_id: int) -> HttpResponse:
    template = queries.get_template(user=request.user, template_id=template_id)
    if not permissions.can_curate_templates(request.user):
        raise PermissionDenied
    form = EditTemplate(request.POST or None, initial=vars(template))
    if request.method == "POST" and form.is_valid():
        changes = dict(form.cleaned_data)
        services.edit_template(
            template=template,
            seen_version=changes.pop("version"),
            changes=changes,
            by=request.user,
            at=request.now,
        )
        return redirect("hiring:template", template_id)
    context = {"form": form, "template": template, "heading": "Edit the template"}
    return render(request, "hiring/edit_template.html", context)


@require_POST
def retire(request: Request, template_id: int) -> HttpResponse:
    template = queries.get_template(user=request.user, template_id=template_id)
    services.retire_template(template=template, by=request.user, at=request.now)
    undo = reverse("hiring:restore_template", args=[template_id])
    tell(request, f"“{template}” is retired.", undo=undo)
    return redirect("hiring:templates")


@require_POST
def restore(request: Request, template_id: int) -> HttpResponse:
    template = queries.get_template(user=request.user, template_id=template_id)
    services.restore_template(template=template, by=request.user, at=request.now)
    return redirect("hiring:template", template_id)


@require_POST
def add_step(request: Request, template_id: int) -> HttpResponse:
    template = queries.get_template(user=request.user, template_id=template_id)
    form = AddStep(request.POST)
    if not form.is_valid():
        return _page(request, template, form, 422)
    services.add_step(
        template=template, **form.cleaned_data, by=request.user, at=request.now
    )
    return redirect("hiring:template", template_id)


@require_http_methods(["GET", "POST"])
def edit_step(request: Request, onboarding_step_id: int) -> HttpResponse:
    step = queries.get_step(user=request.user, step_id=onboarding_step_id)
    if not permissions.can_curate_templates(request.user):
        raise PermissionDenied
    form = EditStep(request.POST or None, initial=vars(step))
    if request.method == "POST" and form.is_valid():
        changes = dict(form.cleaned_data)
        services.edit_step(
            step=step,
            seen_version=changes.pop("version"),
            changes=changes,
            by=request.user,
            at=request.now,
        )
        return redirect("hiring:template", step.template_id)
    context = {"form": form, "template": step.template, "heading": "Edit the step"}
    return render(request, "hiring/edit_template.html", context)


@require_POST
def remove_step(request: Request, onboarding_step_id: int) -> HttpResponse:
    step = queries.get_step(user=request.user, step_id=onboarding_step_id)
    services.remove_step(step=step, by=request.user, at=request.now)
    undo = reverse("hiring:restore_step", args=[onboarding_step_id])
    tell(request, f"“{step}” is off the template.", undo=undo)
    return redirect("hiring:template", step.template_id)


@require_POST
def restore_step(request: Request, onboarding_step_id: int) -> HttpResponse:
    step = queries.get_step(user=request.user, step_id=onboarding_step_id)
    services.restore_step(step=step, by=request.user, at=request.now)
    return redirect("hiring:template", step.template_id)


def _list(request: Request, form: AddTemplate, status: int = 200) -> HttpResponse:
    rows = queries.with_step_counts(queries.templates_visible_to(request.user))
    context = {
        "page": page_of(rows, page_number(request)),
        "retired": queries.retired_templates_visible_to(request.user)[:20],
        "here": "templates",
        "starters": STARTERS.items(),
        "may_curate": permissions.can_curate_templates(request.user),
        "form": form,
    }
    return render(request, "hiring/templates.html", context, status=status)


def _page(
    request: Request, template: "OnboardingTemplate", form: AddStep, status: int = 200
) -> HttpResponse:
    given = request.GET.get("version", "")
    number = int(given) if given.isdecimal() and len(given) < 6 else template.number
    number = min(max(number, 1), template.number)
    may_curate = permissions.can_curate_templates(request.user)
    context = {
        "template": template,
        "number": number,
        "versions": range(template.number, max(template.number - 20, 0), -1),
        "steps": queries.steps_of(template, number),
        "may_curate": may_curate and not template.retired_at,
        "may_restore": may_curate,
        "is_newest": number == template.number,
        "form": form,
    }
    return render(request, "hiring/template.html", context, status=status)
