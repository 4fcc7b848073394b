"""One programme: what is known of it, what it trains, how it is scored."""

from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from quarterdeck.domains.organization.queries import get_organization
from quarterdeck.domains.people.permissions import leads_somebody
from quarterdeck.domains.people.queries import get_skill, person_of
from quarterdeck.domains.training import permissions, queries, services
from quarterdeck.domains.training.choices import LOOK_FOR, SCORES
from quarterdeck.web.shell.http import Request
from quarterdeck.web.shell.notices import tell

from ..forms import DescribeProgramme, EditProgramme, ScoreProgramme, TrainSkill
from ..place_forms import AskForPlace, Invite

if TYPE_CHECKING:
    from quarterdeck.domains.training.models import Programme

FACTS = tuple(DescribeProgramme.base_fields)


@require_http_methods(["GET", "POST"])
def add(request: Request) -> HttpResponse:
    if not permissions.can_curate_catalogue(request.user):
        raise PermissionDenied
    organization = get_organization()
    usual = {"currency": organization.currency if organization else "EUR"}
    form = DescribeProgramme(request.POST or None, user=request.user, initial=usual)
    if request.method == "POST" and form.is_valid():
        added = services.add_programme(
            **form.cleaned_data, by=request.user, at=request.now
        )
        return redirect("training:programme", added.pk)
    context = {"form": form, "heading": "Add a programme"}
    return render(request, "training/edit.html", context)


@require_GET
def show(request: Request, programme_id: int) -> HttpResponse:
    return page(request, programme_id)


@require_http_methods(["GET", "POST"])
def edit(request: Request, programme_id: int) -> HttpResponse:
    programme = queries.get_programme(user=request.user, programme_id=programme_id)
    if not permissions.can_curate_catalogue(request.user):
        raise PermissionDenied
    initial = {name: getattr(programme, name) for name in (*FACTS, "version")}
    initial["topics"] = [topic.pk for topic in programme.topics.all()]
    form = EditProgramme(request.POST or None, user=request.user, initial=initial)
    if request.method == "POST" and form.is_valid():
        changes = dict(form.cleaned_data)
        seen = changes.pop("version")
        services.edit_programme(
            programme=programme,
            changes=changes,
            seen_version=seen,
            by=request.user,
            at=request.now,
        )
        return redirect("training:programme", programme_id)
    context = {"form": form, "heading": "Edit the programme", "programme": programme}
    return render(request, "training/edit.html", context)


@require_POST
def score(request: Request, programme_id: int) -> HttpResponse:
    programme = queries.get_programme(user=request.user, programme_id=programme_id)
    form = ScoreProgramme(request.POST)
    if not form.is_valid():
        return page(request, programme_id, status=422, score_form=form)
    services.score_programme(
        programme=programme, **form.cleaned_data, by=request.user, at=request.now
    )
    return _back(programme_id, form.cleaned_data["criterion"])


@require_POST
def train(request: Request, programme_id: int) -> HttpResponse:
    programme = queries.get_programme(user=request.user, programme_id=programme_id)
    form = TrainSkill(request.POST, user=request.user, auto_id="train_%s")
    if not form.is_valid():
        return page(request, programme_id, status=422, train_form=form)
    services.train_skill(
        programme=programme, **form.cleaned_data, by=request.user, at=request.now
    )
    return _back(programme_id, "skills")


@require_POST
def no_longer_train(request: Request, programme_id: int, skill_id: int) -> HttpResponse:
    services.no_longer_train_skill(
        programme=queries.get_programme(user=request.user, programme_id=programme_id),
        skill=get_skill(user=request.user, skill_id=skill_id),
        by=request.user,
        at=request.now,
    )
    return _back(programme_id, "skills")


@require_POST
def retire(request: Request, programme_id: int) -> HttpResponse:
    programme = queries.get_programme(user=request.user, programme_id=programme_id)
    services.retire_programme(programme=programme, by=request.user, at=request.now)
    undo = reverse("training:restore_programme", args=[programme_id])
    tell(request, f"“{programme}” is out of the catalogue.", undo=undo)
    return redirect("training:index")


@require_POST
def restore(request: Request, programme_id: int) -> HttpResponse:
    programme = queries.get_programme(user=request.user, programme_id=programme_id)
    services.restore_programme(programme=programme, by=request.user, at=request.now)
    return redirect("training:programme", programme_id)


def page(
    request: Request, programme_id: int, *, status: int = 200, **wrong: Any
) -> HttpResponse:
    user, today = request.user, request.now.date()
    programme = queries.get_programme(user=user, programme_id=programme_id)
    leads = leads_somebody(user) and permissions.can_see_reports(user)
    context = {
        "programme": programme,
        "scores": [
            (one, LOOK_FOR[one], row) for one, row in queries.scores_of(programme)
        ],
        "points": SCORES,
        "counts": queries.counts_of(user=user, programme=programme),
        "taken": queries.enrolments_visible_to(user).filter(programme=programme)[:10],
        "may_curate": permissions.can_curate_catalogue(user),
        "may_ask": _may_ask(request, programme),
        "ask_form": AskForPlace(programme=programme, auto_id="ask_%s"),
        "invite_form": Invite(
            programme=programme,
            user=user,
            today=today,
            auto_id="invite_%s",
            initial={"person": request.GET.get("person", "")},
        )
        if leads
        else None,
        "train_form": TrainSkill(user=user, auto_id="train_%s"),
        **wrong,
    }
    return render(request, "training/programme.html", context, status=status)


def _may_ask(request: Request, programme: "Programme") -> bool:
    person = person_of(request.user)
    if person is None or programme.retired_at is not None:
        return False
    return permissions.can_ask_for(request.user, person)


def _back(programme_id: int, anchor: str) -> HttpResponse:
    answer = redirect("training:programme", programme_id)
    answer["Location"] += f"#{anchor}"
    return answer
