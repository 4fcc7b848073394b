"""Plans for programs: ask, look, take over, leave, lock."""

from datetime import datetime
from typing import Annotated, Any, Literal

from ninja import Router, Schema, Status
from pydantic import Field

from quarterdeck.domains.organization.queries import get_team
from quarterdeck.domains.planning import queries, services
from quarterdeck.domains.projects.queries import get_task

from .authentication import may
from .paging import Listing, WindowQuery, listing
from .types import Id, RecordId, Request

router = Router(tags=["planning"], auth=may("planning"))
locks = Router(tags=["planning"], auth=may("planning"))
Weight = Annotated[float, Field(ge=0, le=1000, allow_inf_nan=False)]


class WeightsIn(Schema):
    lateness: Weight | None = None
    priority_finish: Weight | None = None
    makespan: Weight | None = None
    even_load: Weight | None = None
    growth: Weight | None = None
    cost: Weight | None = None
    stability: Weight | None = None


Aim = Literal[
    "lateness",
    "priority_finish",
    "makespan",
    "even_load",
    "growth",
    "cost",
    "stability",
]
Order = Annotated[list[Aim], Field(max_length=3)]


class Search(Schema):
    """How long to look, from which seed, and how much each aim counts.

    Aims in `order` come first, in strict order; the weights decide what they leave open.
    """

    seconds: Literal[5, 10, 30, 60] = 10
    seed: Annotated[int, Field(ge=0, le=2**31 - 1)] = 0
    weights: WeightsIn = WeightsIn()
    order: Order = []

    def options(self) -> dict[str, Any]:
        given = self.weights.dict()
        weights = {k: v for k, v in given.items() if v is not None}
        how = {"seconds": self.seconds, "seed": self.seed, "order": self.order}
        return {**how, "weights": weights}


class StretchRulesIn(Schema):
    """What growing costs: hours of a learner, share of a mentor, and the slack."""

    longer_percent: Annotated[int, Field(ge=100, le=1000)] | None = None
    mentoring_percent: Annotated[int, Field(ge=0, le=100)] | None = None
    margin_hours: Annotated[int, Field(ge=0, le=1000)] | None = None


class Ask(Search):
    """With choices, other plans to choose from are looked for too.

    In parts a large whole is planned by several workers; null leaves it to its size.
    """

    team_id: RecordId
    with_choices: bool = False
    in_parts: bool | None = None
    stretch_rules: StretchRulesIn = StretchRulesIn()

    def options(self) -> dict[str, Any]:
        rules = self.stretch_rules.dict(exclude_none=True)
        more = {"with_choices": self.with_choices, "stretch_rules": rules}
        return {**super().options(), **more, "in_parts": self.in_parts}


class LeftOutOut(Schema):
    task_id: int
    title: str
    reason: str


class RoundOut(Schema):
    """One cut into parts; `won` is the share of points it took away."""

    number: int
    parts: int
    tasks: int
    held: int
    seams: int
    better: int
    by_others: int
    failed: int
    won: float | None


class AimOut(Schema):
    """One aim in strict order; amounts of cost are in the costs alone."""

    name: str
    gap: float
    proven: bool
    amount: float | None = None
    bound: float | None = None
    unit: str | None = None


class ProposalOut(Schema):
    id: int
    team_id: int
    scenario_id: int | None
    job_id: int | None
    state: str
    asked_at: datetime
    objective: float | None
    bound: float | None
    gap: float | None
    seconds_used: float | None
    order: list[str]
    aims: list[AimOut]
    repeatable: bool | None  # false: time ended the search, another run may differ
    before: dict[str, Any]
    after: dict[str, Any]
    left_out: list[LeftOutOut]
    conflict: list[str]
    rounds: list[RoundOut]

    @staticmethod
    def resolve_rounds(proposal: Any) -> list[dict[str, Any]]:
        return queries.told_of_parts(proposal)

    @staticmethod
    def resolve_state(proposal: Any) -> str:
        return str(proposal.standing)


class ChoiceOut(Schema):
    """One of the plans to choose from; its measures tell the price of growth."""

    id: int
    key: str
    is_chosen: bool
    measures: dict[str, Any]


class ChangeOut(Schema):
    id: int
    task_id: int
    people_before: list[int]
    people_after: list[int]
    start_before: datetime | None
    end_before: datetime | None
    start_after: datetime
    end_after: datetime
    growth: dict[str, Any]
    reasons: list[str]
    alternative: str
    decision: str


class Chosen(Schema):
    """The changes meant; none named means all that are open."""

    change_ids: Annotated[list[RecordId], Field(max_length=10_000)] | None = None


class Decided(Schema):
    decided: int


class Accepted(Decided):
    activity_id: int  # `/tasks/acts/{activity_id}/undo/` takes the acceptance back


class LockIn(Schema):
    keeps_people: bool = True
    keeps_start: bool = False


class LockOut(Schema):
    task_id: int
    keeps_people: bool
    keeps_start: bool


@router.get("/proposals/", response=Listing[ProposalOut])
def list_proposals(request: Request, window: WindowQuery) -> Any:
    return listing(queries.proposals_visible_to(request.user), window)


@router.post("/proposals/", response={202: ProposalOut})
def propose_plan(request: Request, body: Ask) -> Any:
    team = get_team(user=request.user, team_id=body.team_id)
    proposal = services.propose_plan(
        team=team, **body.options(), by=request.user, at=request.now
    )
    return Status(202, proposal)


@router.get("/proposals/{proposal_id}/", response=ProposalOut)
def get_proposal(request: Request, proposal_id: Id) -> Any:
    return queries.get_proposal(user=request.user, proposal_id=proposal_id)


@router.get("/proposals/{proposal_id}/changes/", response=Listing[ChangeOut])
def list_changes(request: Request, proposal_id: Id, window: WindowQuery) -> Any:
    proposal = queries.get_proposal(user=request.user, proposal_id=proposal_id)
    return listing(queries.changes_of(proposal), window)


@router.post("/proposals/{proposal_id}/accept/", response=Accepted)
def accept_changes(request: Request, proposal_id: Id, body: Chosen) -> Any:
    proposal = queries.get_proposal(user=request.user, proposal_id=proposal_id)
    act = services.accept_changes(
        proposal=proposal, change_ids=body.change_ids, by=request.user, at=request.now
    )
    return {"decided": act.content.details["accepted"], "activity_id": act.pk}


@router.post("/proposals/{proposal_id}/refuse/", response=Decided)
def refuse_changes(request: Request, proposal_id: Id, body: Chosen) -> Any:
    proposal = queries.get_proposal(user=request.user, proposal_id=proposal_id)
    done = services.refuse_changes(
        proposal=proposal, change_ids=body.change_ids, by=request.user, at=request.now
    )
    return {"decided": done}


@router.post("/proposals/{proposal_id}/cancel/", response=ProposalOut)
def cancel_proposal(request: Request, proposal_id: Id) -> Any:
    proposal = queries.get_proposal(user=request.user, proposal_id=proposal_id)
    services.cancel_proposal(proposal=proposal, by=request.user, at=request.now)
    return queries.get_proposal(user=request.user, proposal_id=proposal_id)


@router.get("/proposals/{proposal_id}/choices/", response=Listing[ChoiceOut])
def list_choices(request: Request, proposal_id: Id, window: WindowQuery) -> Any:
    """The plans to choose from, the one proposed first at the head."""
    proposal = queries.get_proposal(user=request.user, proposal_id=proposal_id)
    return listing(queries.choices_visible_to(request.user, proposal), window)


@router.post(
    "/proposals/{proposal_id}/choices/{choice_id}/choose/",
    response=ProposalOut,
)
def choose_plan(request: Request, proposal_id: Id, choice_id: Id) -> Any:
    """Propose this plan's changes instead; nothing moves before they are accepted."""
    proposal = queries.get_proposal(user=request.user, proposal_id=proposal_id)
    choice = queries.get_choice(
        user=request.user, proposal=proposal, choice_id=choice_id
    )
    services.choose_plan(choice=choice, by=request.user, at=request.now)
    return queries.get_proposal(user=request.user, proposal_id=proposal_id)


@locks.post("/{task_id}/plan-lock/", response=LockOut)
def lock_task(request: Request, task_id: Id, body: LockIn) -> Any:
    task = get_task(user=request.user, task_id=task_id)
    return services.lock_task(task=task, **body.dict(), by=request.user, at=request.now)


@locks.delete("/{task_id}/plan-lock/", response={204: None})
def unlock_task(request: Request, task_id: Id) -> Any:
    task = get_task(user=request.user, task_id=task_id)
    services.unlock_task(task=task, by=request.user, at=request.now)
    return Status(204, None)
