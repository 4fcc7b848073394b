"""Programmes side by side, as the engine puts them in order."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, QuerySet

from quarterdeck.domains.people.permissions import is_member
from quarterdeck.engines.comparison import (
    Candidate,
    Place,
    Problem,
    Tip,
    decides,
    how_often_first,
    rank,
    tips,
)

from ..choices import MOST_POINTS, Criterion
from ..models import Comparison, CriterionScore, Programme
from .programmes import with_facts

MOST_COMPARED = 12


@dataclass(frozen=True)
class Compared:
    """One programme in a comparison: where it stands, and what is known of it."""

    programme: Programme
    place: Place
    first_share: float
    scores: list[tuple[Criterion, CriterionScore | None]]


@dataclass(frozen=True)
class Ranking:
    """All of a comparison; `rows` is empty where there is nothing to compare."""

    rows: list[Compared]
    weights: list[tuple[Criterion, int]]
    tips: list[tuple[Criterion, int, Tip, Programme]]  # with the weight it has now
    deciding: list[tuple[Criterion, float]]  # points of the first above the second

    @property
    def is_tied(self) -> bool:
        return [row.place.place for row in self.rows].count(1) > 1


def comparisons_visible_to(user: Any) -> QuerySet[Comparison]:
    rows = _comparisons(user).filter(removed_at=None)
    return rows.annotate(compared=Count("programmes"))


def get_comparison(*, user: Any, comparison_id: int) -> Comparison:
    return _comparisons(user).get(pk=comparison_id)


def ranking_of(*, user: Any, comparison: Comparison, seed: int = 1) -> Ranking:
    """Put the programmes of a comparison in order; a fixed number of queries."""
    found = with_facts(comparison.programmes.order_by("name", "id"))
    programmes = list(found[:MOST_COMPARED]) if is_member(user) else []
    scores: dict[tuple[int, str], CriterionScore] = {
        (row.programme_id, row.criterion): row
        for row in CriterionScore.objects.filter(programme__in=programmes)
    }
    weights = weights_of(comparison)
    problem = _problem(programmes, scores, [weight for _, weight in weights])
    if problem is None:
        return Ranking([], weights, [], [])
    by_id = {row.pk: row for row in programmes}
    places, often = rank(problem), how_often_first(problem, seed=seed)
    criteria = list(Criterion)
    return Ranking(
        rows=[
            Compared(
                by_id[place.key],
                place,
                often[place.key],
                [(one, scores.get((place.key, one))) for one in criteria],
            )
            for place in places
        ],
        weights=weights,
        tips=[
            (criteria[tip.criterion], weights[tip.criterion][1], tip, by_id[tip.first])
            for tip in tips(problem)
        ],
        deciding=[
            (criteria[number], points)
            for number, points in (
                decides(problem, places[0].key, places[1].key) if places[1:] else []
            )
        ],
    )


def weights_of(comparison: Comparison) -> list[tuple[Criterion, int]]:
    return [(one, int(comparison.weights.get(one.value, 0))) for one in Criterion]


def _comparisons(user: Any) -> QuerySet[Comparison]:
    rows = Comparison.objects.order_by("-id")
    return rows if is_member(user) else rows.none()


def _problem(
    programmes: Sequence[Programme],
    scores: Mapping[tuple[int, str], CriterionScore],
    weights: Sequence[int],
) -> Problem | None:
    """Return None where there is nothing to compare: no programme, or no weight."""
    if not programmes or not any(weights):
        return None

    def known(programme: Programme, criterion: Criterion) -> float | None:
        row = scores.get((programme.pk, criterion.value))
        return None if row is None or row.score is None else float(row.score)

    return Problem(
        candidates=tuple(
            Candidate(one.pk, tuple(known(one, each) for each in Criterion))
            for one in programmes
        ),
        weights=tuple(map(float, weights)),
        scale=float(MOST_POINTS),
    )
