"""What is said to a case."""

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from quarterdeck.domains.circles import permissions, queries, services
from quarterdeck.web.shell.http import Request

from ..forms import Contribute, EditContribution
from .cases import page


@require_POST
def contribute(request: Request, case_id: int) -> HttpResponse:
    case = queries.get_case(user=request.user, case_id=case_id)
    form = Contribute(request.POST)
    if not form.is_valid():
        return page(request, case, status=422, say_form=form)
    services.contribute(case=case, **form.cleaned_data, by=request.user, at=request.now)
    return redirect("circles:case", case_id)


@require_http_methods(["GET", "POST"])
def edit(request: Request, contribution_id: int) -> HttpResponse:
    said = queries.get_contribution(user=request.user, contribution_id=contribution_id)
    if not permissions.is_writer(request.user, said):
        raise PermissionDenied
    initial = {"text": said.text, "version": said.version}
    form = EditContribution(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        services.edit_contribution(
            contribution=said,
            text=form.cleaned_data["text"],
            seen_version=form.cleaned_data["version"],
            by=request.user,
            at=request.now,
        )
        return redirect("circles:case", said.case_id)
    context = {"form": form, "heading": "Edit what you said", "act": "Save"}
    return render(request, "circles/edit.html", {**context, "case": said.case})


@require_POST
def remove(request: Request, contribution_id: int) -> HttpResponse:
    said = queries.get_contribution(user=request.user, contribution_id=contribution_id)
    services.remove_contribution(contribution=said, by=request.user, at=request.now)
    return redirect("circles:case", said.case_id)
