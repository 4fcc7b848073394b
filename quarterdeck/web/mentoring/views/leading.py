"""Projects in which somebody practises leading."""

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from quarterdeck.domains.development.queries import get_person_to_develop
from quarterdeck.domains.mentoring import permissions, queries, services
from quarterdeck.domains.people.permissions import is_self, standing_of
from quarterdeck.shared.paging import page_of
from quarterdeck.web.shell.http import Request, page_number
from quarterdeck.web.shell.notices import tell

from ..forms import Debrief, EditProject, GiveProject
from .filling_in import fill_in

INTRO = "The project stays what it is; here stands what somebody learns by leading it."


@require_GET
def index(request: Request) -> HttpResponse:
    rows = queries.leadership_projects_visible_to(request.user)
    context = {
        "page": page_of(rows.filter(removed_at=None), page_number(request)),
        "mine": standing_of(request.user).person_id,
        "takes_part": permissions.takes_part(request.user),
        "leads": permissions.can_propose_pairs(request.user),
        "today": request.now.date(),
    }
    return render(request, "mentoring/projects.html", context)


@require_GET
def show(request: Request, practice_id: int) -> HttpResponse:
    row = queries.get_leadership_project(user=request.user, practice_id=practice_id)
    context = {
        "row": row,
        "is_own": is_self(request.user, row.person),
        "project": queries.project_of(request.user, row),
        "may_edit": permissions.can_give_practice_to(request.user, row.person),
        "may_debrief": permissions.can_debrief(request.user, row)
        and row.removed_at is None,
        "today": request.now.date(),
    }
    return render(request, "mentoring/practice.html", context)


@require_http_methods(["GET", "POST"])
def give(request: Request, person_id: int) -> HttpResponse:
    person = get_person_to_develop(user=request.user, person_id=person_id)
    form = GiveProject(
        request.POST or None,
        user=request.user,
        person=person,
        initial={"starts_on": request.now.date()},
    )
    if request.method == "POST" and form.is_valid():
        row = services.give_leadership_project(
            person=person, **form.cleaned_data, by=request.user, at=request.now
        )
        return redirect("mentoring:practice", row.pk)
    own = standing_of(request.user).person_id == person.pk
    heading = "A project to practise leading"
    return fill_in(
        request,
        form,
        heading=heading if own else f"{heading}, for {person}",
        act="Take it on" if own else "Give",
        back=reverse("mentoring:projects"),
        intro=INTRO,
    )


@require_http_methods(["GET", "POST"])
def edit(request: Request, practice_id: int) -> HttpResponse:
    row = queries.get_leadership_project(user=request.user, practice_id=practice_id)
    if not permissions.can_give_practice_to(request.user, row.person):
        raise PermissionDenied
    names = ("to_learn", "sponsor", "step", "starts_on", "ends_on", "version")
    now = {name: getattr(row, name) for name in names}
    form = EditProject(
        request.POST or None, user=request.user, person=row.person, initial=now
    )
    if request.method == "POST" and form.is_valid():
        given = dict(form.cleaned_data)
        seen = given.pop("version")
        services.edit_leadership_project(
            row=row, **given, seen_version=seen, by=request.user, at=request.now
        )
        return redirect("mentoring:practice", practice_id)
    back = reverse("mentoring:practice", args=[practice_id])
    return fill_in(request, form, heading="Edit", act="Save", back=back, intro=INTRO)


@require_http_methods(["GET", "POST"])
def debrief(request: Request, practice_id: int) -> HttpResponse:
    row = queries.get_leadership_project(user=request.user, practice_id=practice_id)
    if not permissions.can_debrief(request.user, row):
        raise PermissionDenied
    now = {name: getattr(row, name) for name in ("learnt", "differently", "version")}
    form = Debrief(request.POST or None, initial=now)
    if request.method == "POST" and form.is_valid():
        given = dict(form.cleaned_data)
        seen = given.pop("version")
        services.debrief_leadership_project(
            row=row, **given, seen_version=seen, by=request.user, at=request.now
        )
        return redirect("mentoring:practice", practice_id)
    back = reverse("mentoring:practice", args=[practice_id])
    return fill_in(request, form, heading="Look back on it", act="Save", back=back)


@require_POST
def remove(request: Request, practice_id: int) -> HttpResponse:
    row = queries.get_leadership_project(user=request.user, practice_id=practice_id)
    services.remove_leadership_project(row=row, by=request.user, at=request.now)
    undo = reverse("mentoring:restore_practice", args=[practice_id])
    tell(request, "Taken off. The project itself is not touched.", undo=undo)
    return redirect("mentoring:projects")


@require_POST
def restore(request: Request, practice_id: int) -> HttpResponse:
    row = queries.get_leadership_project(user=request.user, practice_id=practice_id)
    services.restore_leadership_project(row=row, by=request.user, at=request.now)
    return redirect("mentoring:practice", practice_id)
