"""What-ifs for programs: draft, suppose more or less, compare, discard without trace."""

from datetime import datetime
from typing import Annotated, Any, Literal

from ninja import Router, Schema, Status
from pydantic import Field

from quarterdeck.domains.organization.queries import get_team
from quarterdeck.domains.planning import queries, services

from .authentication import may
from .moments import Day
from .paging import Listing, WindowQuery, listing
from .planning import AimOut, LeftOutOut, ProposalOut, Search
from .types import Id, RecordId, Request, Text

router = Router(tags=["planning"], auth=may("planning"))


class PersonLeaves(Schema):
    kind: Literal["person_leaves"]
    person_id: RecordId
    on: Day


class PersonAway(Schema):
    kind: Literal["person_away"]
    person_id: RecordId
    starts_on: Day
    ends_on: Day


class TaskDeadlineMoves(Schema):
    kind: Literal["deadline_moves"]
    task_id: RecordId
    on: Day


class ProjectDeadlineMoves(Schema):
    kind: Literal["project_deadline_moves"]
    project_id: RecordId
    on: Day


class PeopleJoin(Schema):
    """Somebody new takes part in all work of the plan, with one skill or with none."""

    kind: Literal["people_join"]
    team_id: RecordId
    skill_id: RecordId | None = None
    level: Annotated[int, Field(ge=1, le=5)] = 3
    count: Annotated[int, Field(ge=1, le=20)] = 1
    on: Day


class FewerHours(Schema):
    kind: Literal["fewer_hours"]
    task_id: RecordId
    hours: Annotated[float, Field(gt=0, le=1000, allow_inf_nan=False)]


class LeaveMoves(Schema):
    """The days between are worked; away as long from `on`."""

    kind: Literal["leave_moves"]
    person_id: RecordId
    starts_on: Day
    ends_on: Day
    on: Day


class LongerDays(Schema):
    kind: Literal["longer_days"]
    person_id: RecordId
    hours: Annotated[float, Field(gt=0, le=12, allow_inf_nan=False)]
    starts_on: Day
    ends_on: Day


SuppositionIn = Annotated[
    PersonLeaves
    | PersonAway
    | TaskDeadlineMoves
    | ProjectDeadlineMoves
    | PeopleJoin
    | FewerHours
    | LeaveMoves
    | LongerDays,
    Field(discriminator="kind"),
]


class NewScenario(Schema):
    """A name, the team whose plan it is about, and what is supposed so far."""

    name: Annotated[Text, Field(min_length=1, max_length=200)]
    team_id: RecordId
    suppositions: Annotated[list[SuppositionIn], Field(max_length=50)] = []


class Supposing(Schema):
    supposition: SuppositionIn


class SuppositionOut(Schema):
    number: int
    sentence: str
    adjustment: dict[str, Any]


class ScenarioOut(Schema):
    id: int
    name: str
    team_id: int
    drafted_at: datetime


class ScenarioPage(ScenarioOut):
    suppositions: list[SuppositionOut]

    @staticmethod
    def resolve_suppositions(scenario: Any) -> Any:
        return queries.suppositions_of(scenario)


class ComparedColumnOut(Schema):
    """One plan: as planned now, anew, or anew with what is supposed."""

    name: str
    measures: dict[str, Any]


class ComparisonOut(Schema):
    """The newest comparison; `state` is `none` before the first one was asked for."""

    state: str
    is_current: bool
    proposal_id: int | None
    job_id: int | None
    gap: float | None
    order: list[str]
    aims: list[AimOut]
    seconds_used: float | None
    columns: list[ComparedColumnOut]
    left_out: list[LeftOutOut]
    conflict: list[str]


@router.get("/scenarios/", response=Listing[ScenarioOut])
def list_scenarios(request: Request, window: WindowQuery) -> Any:
    return listing(queries.scenarios_visible_to(request.user), window)


@router.post("/scenarios/", response={201: ScenarioPage})
def draft_scenario(request: Request, body: NewScenario) -> Any:
    scenario = services.draft_scenario(
        name=body.name,
        team=get_team(user=request.user, team_id=body.team_id),
        adjustments=[each.dict() for each in body.suppositions],
        by=request.user,
        at=request.now,
    )
    return Status(201, scenario)


@router.get("/scenarios/{scenario_id}/", response=ScenarioPage)
def get_scenario(request: Request, scenario_id: Id) -> Any:
    return queries.get_scenario(user=request.user, scenario_id=scenario_id)


@router.delete("/scenarios/{scenario_id}/", response={204: None})
def discard_scenario(request: Request, scenario_id: Id) -> Any:
    scenario = queries.get_scenario(user=request.user, scenario_id=scenario_id)
    services.discard_scenario(scenario=scenario, by=request.user, at=request.now)
    return Status(204, None)


@router.post("/scenarios/{scenario_id}/suppositions/", response={201: ScenarioPage})
def add_supposition(request: Request, scenario_id: Id, body: Supposing) -> Any:
    scenario = queries.get_scenario(user=request.user, scenario_id=scenario_id)
    services.add_supposition(
        scenario=scenario,
        adjustment=body.supposition.dict(),
        by=request.user,
        at=request.now,
    )
    return Status(201, queries.get_scenario(user=request.user, scenario_id=scenario_id))


@router.delete("/scenarios/{scenario_id}/suppositions/{number}/", response={204: None})
def remove_supposition(request: Request, scenario_id: Id, number: Id) -> Any:
    scenario = queries.get_scenario(user=request.user, scenario_id=scenario_id)
    services.remove_supposition(
        scenario=scenario, number=number, by=request.user, at=request.now
    )
    return Status(204, None)


@router.post("/scenarios/{scenario_id}/compare/", response={202: ProposalOut})
def compare_scenario(request: Request, scenario_id: Id, body: Search) -> Any:
    """Have a worker plan it; ask `comparison` until its state is not `solving`."""
    scenario = queries.get_scenario(user=request.user, scenario_id=scenario_id)
    proposal = services.compare_scenario(
        scenario=scenario, **body.options(), by=request.user, at=request.now
    )
    return Status(202, proposal)


@router.get("/scenarios/{scenario_id}/comparison/", response=ComparisonOut)
def get_comparison(request: Request, scenario_id: Id) -> Any:
    scenario = queries.get_scenario(user=request.user, scenario_id=scenario_id)
    comparison = queries.comparison_of(scenario)
    found = comparison.proposal
    return {
        "state": found.standing if found else "none",
        "is_current": comparison.is_current,
        "proposal_id": found.pk if found else None,
        "job_id": found.job_id if found else None,
        "gap": found.gap if found else None,
        "order": found.order if found else [],
        "aims": found.aims if found else [],
        "seconds_used": found.seconds_used if found else None,
        "columns": [{"name": n, "measures": row} for n, row in comparison.columns],
        "left_out": found.left_out if found else [],
        "conflict": found.conflict if found else [],
    }
