"""Programmes side by side: weights, ranking, and how firm the first place is."""

from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from quarterdeck.domains.training import permissions, queries, services
from quarterdeck.domains.training.choices import LOOK_FOR
from quarterdeck.shared.paging import page_of
from quarterdeck.web.shell.http import Request, page_number
from quarterdeck.web.shell.notices import tell

from ..comparing import bars, in_words
from ..forms import WEIGHTS, Compare, EditComparison, Weigh

if TYPE_CHECKING:
    from quarterdeck.domains.training.models import Comparison


@require_http_methods(["GET", "POST"])
def listed(request: Request) -> HttpResponse:
    """The list; sending its form begins a comparison."""
    user = request.user
    form = Compare(request.POST or None, user=user)
    if request.method == "POST" and form.is_valid():
        added = services.add_comparison(**form.cleaned_data, by=user, at=request.now)
        return redirect("training:comparison", added.pk)
    context = {
        "page": page_of(queries.comparisons_visible_to(user), page_number(request)),
        "form": form,
        "may_compare": permissions.can_compare(user),
    }
    return render(request, "training/comparisons.html", context)


@require_GET
def show(request: Request, comparison_id: int) -> HttpResponse:
    return _page(request, comparison_id)


@require_POST
def weigh(request: Request, comparison_id: int) -> HttpResponse:
    comparison = queries.get_comparison(user=request.user, comparison_id=comparison_id)
    form = Weigh(request.POST)
    if not form.is_valid():
        return _page(request, comparison_id, status=422, weigh_form=form)
    services.weigh_criteria(
        comparison=comparison, weights=form.weights, by=request.user, at=request.now
    )
    return redirect("training:comparison", comparison_id)


@require_POST
def edit(request: Request, comparison_id: int) -> HttpResponse:
    comparison = queries.get_comparison(user=request.user, comparison_id=comparison_id)
    form = EditComparison(request.POST, user=request.user, also=_held(comparison))
    if not form.is_valid():
        return _page(request, comparison_id, status=422, form=form)
    words = dict(form.cleaned_data)
    seen = words.pop("version")
    services.edit_comparison(
        comparison=comparison,
        **words,
        seen_version=seen,
        by=request.user,
        at=request.now,
    )
    return redirect("training:comparison", comparison_id)


@require_POST
def remove(request: Request, comparison_id: int) -> HttpResponse:
    comparison = queries.get_comparison(user=request.user, comparison_id=comparison_id)
    services.remove_comparison(comparison=comparison, by=request.user, at=request.now)
    undo = reverse("training:restore_comparison", args=[comparison_id])
    tell(request, f"“{comparison}” is removed.", undo=undo)
    return redirect("training:comparisons")


@require_POST
def restore(request: Request, comparison_id: int) -> HttpResponse:
    comparison = queries.get_comparison(user=request.user, comparison_id=comparison_id)
    services.restore_comparison(comparison=comparison, by=request.user, at=request.now)
    return redirect("training:comparison", comparison_id)


def _page(
    request: Request, comparison_id: int, *, status: int = 200, **wrong: Any
) -> HttpResponse:
    user = request.user
    comparison = queries.get_comparison(user=user, comparison_id=comparison_id)
    ranking = queries.ranking_of(user=user, comparison=comparison)
    chosen = [row.programme for row in ranking.rows] or _held(comparison)
    initial = {
        "title": comparison.title,
        "programmes": [one.pk for one in chosen],
        "version": comparison.version,
    }
    may_compare = permissions.can_compare(user) and comparison.removed_at is None
    context = {
        "comparison": comparison,
        "ranking": ranking,
        "words": in_words(ranking),
        "bars": bars(ranking),
        "criteria": [
            (
                one,
                LOOK_FOR[one],
                weight,
                [(row.programme, row.scores[i][1]) for row in ranking.rows],
            )
            for i, (one, weight) in enumerate(ranking.weights)
        ],
        "weights": WEIGHTS,
        "form": EditComparison(user=user, also=chosen, initial=initial)
        if may_compare
        else None,
        "may_compare": may_compare,
        **wrong,
    }
    return render(request, "training/comparison.html", context, status=status)


def _held(comparison: "Comparison") -> list[Any]:
    return list(comparison.programmes.order_by("name")[: queries.MOST_COMPARED])
