"""Programmes side by side for programs: weights, order, how firm the first place is."""

from decimal import Decimal
from typing import Annotated, Any

from ninja import Router, Schema, Status
from pydantic import Field

from quarterdeck.domains.training import queries, services
from quarterdeck.domains.training.choices import Criterion

from .authentication import may
from .paging import Listing, WindowQuery, listing
from .training import Name, Version
from .types import Id, RecordId, Request

router = Router(tags=["training"], auth=may("training"))
Weight = Annotated[int, Field(ge=0, le=5)]
Chosen = Annotated[list[RecordId], Field(max_length=queries.MOST_COMPARED)]


class ComparisonOut(Schema):
    id: int
    title: str
    weights: dict[str, int]
    version: int


class PlaceInOrder(Schema):
    programme_id: int
    place: int
    low: float
    middle: float
    high: float
    unknown: int
    certain: bool
    first_share: float
    cost_each: Decimal | None
    cost_an_hour: Decimal | None
    currency: str


class TurningPoint(Schema):
    """At this weight of the criterion, the others as they are, another one is first."""

    criterion: str
    weight_now: int
    weight: float
    first_programme_id: int


class DecidingPoint(Schema):
    criterion: str
    points: float


class ComparisonDetail(ComparisonOut):
    order: list[PlaceInOrder]
    turning_points: list[TurningPoint]
    deciding: list[DecidingPoint]


class ComparisonIn(Schema):
    title: Name
    programme_ids: Chosen = []


class ComparisonChanges(ComparisonIn):
    version: Version


class ComparisonWeights(Schema):
    weights: dict[Criterion, Weight]


@router.get("/", response=Listing[ComparisonOut])
def list_programme_comparisons(request: Request, window: WindowQuery) -> Any:
    return listing(queries.comparisons_visible_to(request.user), window)


@router.post("/", response={201: ComparisonDetail})
def add_programme_comparison(request: Request, body: ComparisonIn) -> Any:
    added = services.add_comparison(
        title=body.title,
        programmes=_programmes(request, body.programme_ids),
        by=request.user,
        at=request.now,
    )
    return Status(201, _detail(request, added))


@router.get("/{comparison_id}/", response=ComparisonDetail)
def get_programme_comparison(request: Request, comparison_id: Id) -> Any:
    return _detail(request, _get(request, comparison_id))


@router.put("/{comparison_id}/", response=ComparisonDetail)
def edit_programme_comparison(
    request: Request, comparison_id: Id, body: ComparisonChanges
) -> Any:
    edited = services.edit_comparison(
        comparison=_get(request, comparison_id),
        title=body.title,
        programmes=_programmes(request, body.programme_ids),
        seen_version=body.version,
        by=request.user,
        at=request.now,
    )
    return _detail(request, edited)


@router.put("/{comparison_id}/weights/", response=ComparisonDetail)
def weigh_programme_criteria(
    request: Request, comparison_id: Id, body: ComparisonWeights
) -> Any:
    weighed = services.weigh_criteria(
        comparison=_get(request, comparison_id),
        weights={one.value: weight for one, weight in body.weights.items()},
        by=request.user,
        at=request.now,
    )
    return _detail(request, weighed)


@router.delete("/{comparison_id}/", response=ComparisonOut)
def remove_programme_comparison(request: Request, comparison_id: Id) -> Any:
    comparison = _get(request, comparison_id)
    services.remove_comparison(comparison=comparison, by=request.user, at=request.now)
    return comparison


@router.post("/{comparison_id}/restore/", response=ComparisonOut)
def restore_programme_comparison(request: Request, comparison_id: Id) -> Any:
    comparison = _get(request, comparison_id)
    services.restore_comparison(comparison=comparison, by=request.user, at=request.now)
    return comparison


def _get(request: Request, comparison_id: int) -> Any:
    return queries.get_comparison(user=request.user, comparison_id=comparison_id)


def _programmes(request: Request, ids: list[int]) -> list[Any]:
    return [queries.get_programme(user=request.user, programme_id=one) for one in ids]


def _detail(request: Request, comparison: Any) -> dict[str, Any]:
    ranking = queries.ranking_of(user=request.user, comparison=comparison)
    return {
        "id": comparison.pk,
        "title": comparison.title,
        "weights": comparison.weights,
        "version": comparison.version,
        "order": [
            {
                **vars(row.place),
                "programme_id": row.programme.pk,
                "first_share": row.first_share,
                "cost_each": row.programme.cost_each,
                "cost_an_hour": row.programme.cost_an_hour,
                "currency": row.programme.currency,
            }
            for row in ranking.rows
        ],
        "turning_points": [
            {
                "criterion": criterion.value,
                "weight_now": now,
                "weight": tip.weight,
                "first_programme_id": other.pk,
            }
            for criterion, now, tip, other in ranking.tips
        ],
        "deciding": [
            {"criterion": one.value, "points": points}
            for one, points in ranking.deciding
        ],
    }
