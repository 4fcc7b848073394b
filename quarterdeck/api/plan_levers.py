"""What would help a plan, for programs: find it, look at it, suppose one of it."""

from datetime import datetime
from typing import Any

from ninja import Router, Schema, Status

from quarterdeck.domains.planning import queries, services

from .authentication import may
from .scenarios import ScenarioPage
from .types import Id, Request

router = Router(tags=["planning"], auth=may("planning"))


class LeverOut(Schema):
    """One change: what it is, what came out with it, and what it asks for."""

    number: int
    sentence: str
    brings: list[str]
    price: str
    helps: bool
    adjustment: dict[str, Any]
    finish: str | None
    days_earlier: int | None
    late_tasks: int
    late_days: float
    unplaced: int


class LeversOut(Schema):
    """`state` is `none` before anybody asked; those that bring most come first."""

    state: str
    headline: str
    job_id: int | None
    asked_at: datetime | None
    base: dict[str, Any]
    levers: list[LeverOut]


@router.post("/proposals/{proposal_id}/levers/find/", response={202: LeversOut})
def find_levers(request: Request, proposal_id: Id) -> Any:
    """Have a worker try a few changes; ask until the state is not `looking`."""
    proposal = queries.get_proposal(user=request.user, proposal_id=proposal_id)
    services.find_levers(proposal=proposal, by=request.user, at=request.now)
    return Status(202, told(proposal))


@router.get("/proposals/{proposal_id}/levers/", response=LeversOut)
def get_levers(request: Request, proposal_id: Id) -> Any:
    return told(queries.get_proposal(user=request.user, proposal_id=proposal_id))


@router.post("/proposals/{proposal_id}/levers/stop/", response=LeversOut)
def stop_levers(request: Request, proposal_id: Id) -> Any:
    proposal = queries.get_proposal(user=request.user, proposal_id=proposal_id)
    services.stop_levers(proposal=proposal, by=request.user, at=request.now)
    return told(proposal)


@router.post(
    "/proposals/{proposal_id}/levers/{number}/suppose/",
    response={201: ScenarioPage},
)
def suppose_lever(request: Request, proposal_id: Id, number: Id) -> Any:
    """Make a what-if of one of them and have it compared."""
    proposal = queries.get_proposal(user=request.user, proposal_id=proposal_id)
    scenario = services.suppose_lever(
        proposal=proposal, number=number, by=request.user, at=request.now
    )
    return Status(201, scenario)


def told(proposal: Any) -> dict[str, Any]:
    found = queries.levers_of(proposal)
    search = found.search
    names = ("finish", "days_earlier", "late_tasks", "late_days", "unplaced")
    return {
        "state": found.standing,
        "headline": found.headline,
        "job_id": search.job_id if search else None,
        "asked_at": search.asked_at if search else None,
        "base": search.base if search else {},
        "levers": [
            {
                "number": each.number,
                "sentence": each.sentence,
                "brings": each.brings,
                "price": each.price,
                "helps": each.helps,
                "adjustment": each.adjustment,
                **{name: each.told[name] for name in names},
            }
            for each in (*found.helpful, *found.others)
        ],
    }
