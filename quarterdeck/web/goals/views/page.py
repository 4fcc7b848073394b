"""One goal, and the answer that every act on it gives."""

from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from quarterdeck.domains.goals import queries
from quarterdeck.web.shell.http import Request

from ..forms import AddKeyResult, ChangeFormula, CloseGoal, RecordMeasurement
from ..reading import read_page

if TYPE_CHECKING:
    from quarterdeck.domains.goals.models import Goal


@require_GET
def show(request: Request, goal_id: int) -> HttpResponse:
    goal = queries.get_goal(user=request.user, goal_id=goal_id)
    return page(request, goal)


def page(request: Request, goal: "Goal", **forms: Any) -> HttpResponse:
    """Show a goal; `forms` are those that somebody has to look at again."""
    context = {
        "page": read_page(request.user, goal, request.now.date()),
        "close_form": CloseGoal(auto_id="close_%s"),
        "formula_form": ChangeFormula(
            initial={"formula": goal.formula}, auto_id="how_%s"
        ),
        "key_result_form": AddKeyResult(auto_id="new_%s"),
        "measurement_form": RecordMeasurement(),
        **forms,
    }
    part = "#body" if request.htmx else ""
    answer = render(request, f"goals/page.html{part}", context)
    return _in_place(answer) if part else answer


def after(request: Request, goal_id: int) -> HttpResponse:
    """Answer an act: the goal as it stands now, in place or on its page."""
    if not request.htmx:
        return redirect("goals:show", goal_id)
    return page(request, queries.get_goal(user=request.user, goal_id=goal_id))


def _in_place(answer: HttpResponse) -> HttpResponse:
    """Wherever the form stood, the whole goal is what changed."""
    answer.headers["HX-Retarget"] = "#goal"
    answer.headers["HX-Reswap"] = "outerHTML"
    return answer
