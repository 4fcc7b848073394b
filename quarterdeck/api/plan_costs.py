"""What plans cost, for programs that may read rates."""

from decimal import Decimal
from typing import Any

from ninja import Router, Schema

from quarterdeck.domains.planning import queries

from .authentication import may
from .paging import Listing, WindowQuery, listing
from .types import Id, Request

router = Router(tags=["cost rates"], auth=may("rates", private=True))


class SumOut(Schema):
    """What a plan costs; hours without a rate are beside the amount, never in it."""

    plan: str
    amount: Decimal
    hours: Decimal
    people_without_rate: list[int]
    hours_without_rate: Decimal
    hours_of_yours: Decimal


class CostOut(Schema):
    """`hidden` people have rates that you may not see: then there are no sums."""

    currency: str | None
    is_counted: bool
    hidden: int
    sums: list[SumOut]


class PlanCostOut(Schema):
    plan: str
    hours: Decimal
    amount: Decimal | None


class PersonCostOut(Schema):
    person_id: int
    name: str
    per_hour: Decimal | None
    plans: list[PlanCostOut]


class PartOut(Schema):
    """No amount where none of the people has a rate you may see."""

    amount: Decimal | None
    without_rate: list[int]


class ChangeCostOut(Schema):
    change_id: int
    task_id: int
    hours_each: Decimal | None
    before: PartOut | None
    after: PartOut | None


@router.get("/proposals/{proposal_id}/cost/", response=CostOut)
def get_cost(request: Request, proposal_id: Id) -> Any:
    """The cost of the plan in force and of the plans made, as far as you may know it."""
    proposal = queries.get_proposal(user=request.user, proposal_id=proposal_id)
    costs = queries.costs_for(user=request.user, proposal=proposal)
    sums = costs.sums.items() if costs else ()
    return {
        "currency": costs.currency if costs else None,
        "is_counted": costs is not None,
        "hidden": costs.hidden if costs else 0,
        "sums": [
            {
                "plan": plan,
                "amount": each.amount,
                "hours": each.hours,
                "people_without_rate": list(each.without_rate),
                "hours_without_rate": each.hours_without_rate,
                "hours_of_yours": each.hours_apart,
            }
            for plan, each in sums
        ],
    }


@router.get(
    "/proposals/{proposal_id}/cost/people/",
    response=Listing[PersonCostOut],
)
def list_costs(request: Request, proposal_id: Id, window: WindowQuery) -> Any:
    """The hours and amounts that the sums are made of; nothing where they are hidden."""
    proposal = queries.get_proposal(user=request.user, proposal_id=proposal_id)
    costs = queries.costs_for(user=request.user, proposal=proposal)
    page = listing(queries.people_in(costs) if costs else [], window)
    plans = list(costs.sums) if costs else []
    page["items"] = [
        {
            "person_id": row.person_id,
            "name": row.name,
            "per_hour": row.rate,
            "plans": [
                {"plan": plan, "hours": hours, "amount": amount}
                for plan, (hours, amount) in zip(plans, row.cells, strict=True)
            ],
        }
        for row in page["items"]
    ]
    return page


@router.get(
    "/proposals/{proposal_id}/cost/changes/",
    response=Listing[ChangeCostOut],
)
def list_change_costs(request: Request, proposal_id: Id, window: WindowQuery) -> Any:
    """What each change's task costs before and after; nothing where it is hidden."""
    proposal = queries.get_proposal(user=request.user, proposal_id=proposal_id)
    costs = queries.costs_for(user=request.user, proposal=proposal)
    shown = costs is not None and costs.is_shown
    changes = queries.changes_of(proposal)
    page = listing(changes if shown else changes.none(), window)
    page["items"] = [_change_cost(each, costs) for each in page["items"]]
    return page


def _change_cost(change: Any, costs: Any) -> dict[str, Any]:
    found = costs.of_change(change)
    before, after = (found.before, found.after) if found else (None, None)
    return {
        "change_id": change.pk,
        "task_id": change.task_id,
        "hours_each": change.hours,
        "before": _part(before),
        "after": _part(after),
    }


def _part(part: Any) -> dict[str, Any] | None:
    if part is None:
        return None
    return {"amount": part.amount, "without_rate": list(part.without_rate)}
