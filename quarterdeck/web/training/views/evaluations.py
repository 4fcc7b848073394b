"""Answer what is asked after a programme, and keep or share the answer."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from quarterdeck.domains.training import permissions, queries, services
from quarterdeck.domains.training.choices import MARKS
from quarterdeck.domains.training.rules import last_day_of
from quarterdeck.web.shell.http import Request
from quarterdeck.web.shell.notices import tell

from ..place_forms import Answer


@require_http_methods(["GET", "POST"])
def answer(request: Request, evaluation_id: int) -> HttpResponse:
    """The question with its answer; sending its form answers or edits it."""
    user = request.user
    row = queries.get_evaluation(user=user, evaluation_id=evaluation_id)
    may_write = permissions.can_write(user, row)
    readers = queries.readers_for(row) if may_write else []
    names = ("mark", "words", "level_before", "level_after", "number_after", "version")
    initial = {name: getattr(row, name) for name in names}
    form = Answer(
        request.POST or None, evaluation=row, readers=readers, initial=initial
    )
    if request.method == "POST" and form.is_valid():
        said = dict(form.cleaned_data)
        if row.answered_at is None:
            act = services.answer_evaluation
        else:
            act, said["seen_version"] = services.edit_answer, said.pop("version")
        act(evaluation=row, **said, by=user, at=request.now)
        tell(request, "Kept.")
        if permissions.can_see_training_of(user, row.enrolment.person):
            return redirect("training:place", row.enrolment_id)
        return redirect("training:evaluation", evaluation_id)
    context = {
        "row": row,
        "form": form,
        "may_write": may_write,
        "mark": dict(MARKS[row.stage]).get(row.mark) if row.mark is not None else None,
        "recorded": queries.recorded_number(row),
        "until": last_day_of(row.stage, row.due_on),
        "sees_place": permissions.can_see_training_of(user, row.enrolment.person),
    }
    return render(request, "training/evaluation.html", context)


@require_POST
def narrow(request: Request, evaluation_id: int) -> HttpResponse:
    row = queries.get_evaluation(user=request.user, evaluation_id=evaluation_id)
    services.narrow_answer(evaluation=row, by=request.user, at=request.now)
    tell(request, "Only you read it from now on.")
    return redirect("training:evaluation", evaluation_id)


@require_POST
def set_aside(request: Request, evaluation_id: int) -> HttpResponse:
    row = queries.get_evaluation(user=request.user, evaluation_id=evaluation_id)
    services.set_aside_evaluation(evaluation=row, by=request.user, at=request.now)
    undo = reverse("training:take_up", args=[evaluation_id])
    tell(request, "You are asked no more; it reads unknown.", undo=undo)
    return redirect("training:index")


@require_POST
def take_up(request: Request, evaluation_id: int) -> HttpResponse:
    row = queries.get_evaluation(user=request.user, evaluation_id=evaluation_id)
    services.take_up_evaluation(evaluation=row, by=request.user, at=request.now)
    return redirect("training:evaluation", evaluation_id)
