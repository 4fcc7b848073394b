"""Open roles for programs: the notice for every member, the rest for the hiring team."""

from decimal import Decimal
from typing import Annotated, Any, Literal

from ninja import Query, Router, Schema, Status
from pydantic import Field

from quarterdeck.domains.development.queries import get_profile
from quarterdeck.domains.goals.queries import get_goal
from quarterdeck.domains.hiring import queries, services
from quarterdeck.domains.organization.queries import get_team
from quarterdeck.domains.people.queries import get_person, get_skill
from quarterdeck.domains.strategy.queries import get_value

from .authentication import may
from .paging import Listing, WindowQuery, listing
from .types import Id, RecordId, Request, Text

router = Router(tags=["hiring"], auth=may("hiring"))
of_team = Router(tags=["hiring"], auth=may("hiring", private=True))
Title = Annotated[Text, Field(min_length=1, max_length=200, pattern=r"\S")]
Why = Annotated[Text, Field(max_length=600)]
RoleHours = Annotated[Decimal, Field(ge=1, le=80, max_digits=4, decimal_places=1)]
Amount = Annotated[Decimal, Field(ge=0, max_digits=12, decimal_places=2)]
Seen = Annotated[int, Field(ge=1, le=2**31 - 1)]


class RoleSkillOut(Schema):
    skill_id: int
    level: int


class OpenRoleOut(Schema):
    id: int
    title: str
    why: str
    goal_id: int | None
    team_id: int | None
    profile_id: int | None
    hours: float | None
    status: str
    version: int


class OpenRoleDetail(OpenRoleOut):
    skills: list[RoleSkillOut]
    value_ids: list[int]

    @staticmethod
    def resolve_skills(row: Any) -> list[Any]:
        return queries.skills_of_role(row)

    @staticmethod
    def resolve_value_ids(row: Any) -> list[int]:
        return [one.value_id for one in queries.values_of_role(row)]


class RolesQuery(Schema):
    over: bool = False


class NewOpenRole(Schema):
    title: Title
    team_id: RecordId
    why: Why = ""
    goal_id: RecordId | None = None
    profile_id: RecordId | None = None
    hours: RoleHours | None = None
    value_ids: Annotated[list[RecordId], Field(max_length=50)] = []


class OpenRoleChanges(Schema):
    version: Seen
    title: Title | None = None
    why: Why | None = None
    team_id: RecordId | None = None
    goal_id: RecordId | None = None
    hours: RoleHours | None = None
    value_ids: Annotated[list[RecordId], Field(max_length=50)] | None = None


class RoleSkillIn(Schema):
    level: Annotated[int, Field(ge=1, le=5)]


class HiringMemberOut(Schema):
    person_id: int
    decides: bool


class HiringMemberIn(Schema):
    person_id: RecordId


class HiringFileOut(Schema):
    cost_low: float | None
    cost_high: float | None
    keep_months: int
    erased: int
    version: int


class HiringFileChanges(Schema):
    version: Seen
    cost_low: Amount | None = None
    cost_high: Amount | None = None
    keep_months: Annotated[int, Field(ge=1, le=36)] | None = None


@router.get("/", response=Listing[OpenRoleOut])
def list_open_roles(
    request: Request, window: WindowQuery, which: Annotated[RolesQuery, Query()]
) -> Any:
    """Roles that are open or paused; with `over`, those filled or closed."""
    return listing(queries.roles_listed(request.user, over=which.over), window)


@router.post("/", response={201: OpenRoleDetail})
def open_role(request: Request, body: NewOpenRole) -> Any:
    user, given = request.user, body
    goal, profile = given.goal_id, given.profile_id
    role = services.open_role(
        title=given.title,
        why=given.why,
        hours=given.hours,
        team=get_team(user=user, team_id=given.team_id),
        goal=get_goal(user=user, goal_id=goal) if goal else None,
        profile=get_profile(user=user, profile_id=profile) if profile else None,
        values=[get_value(user=user, value_id=one) for one in set(given.value_ids)],
        by=user,
        at=request.now,
    )
    return Status(201, role)


@router.get("/{open_role_id}/", response=OpenRoleDetail)
def get_open_role(request: Request, open_role_id: Id) -> Any:
    return queries.get_role(user=request.user, role_id=open_role_id)


@router.patch("/{open_role_id}/", response=OpenRoleDetail)
def edit_open_role(request: Request, open_role_id: Id, body: OpenRoleChanges) -> Any:
    """Only what is sent changes; null takes the goal or the hours away."""
    user = request.user
    role = queries.get_role(user=user, role_id=open_role_id)
    sent = body.dict(exclude_unset=True)
    values = sent.get("value_ids")
    if values is not None:
        values = [get_value(user=user, value_id=one) for one in set(values)]
    return services.edit_role(
        role=role,
        values=values,
        seen_version=body.version,
        changes=_changes_of(user, sent),
        by=user,
        at=request.now,
    )


def _changes_of(user: Any, sent: dict[str, Any]) -> dict[str, Any]:
    """Return the fields of a role that were sent, with records in place of numbers."""
    found = {
        name: sent[name] for name in ("title", "why") if sent.get(name) is not None
    }
    if "hours" in sent:
        found["hours"] = sent["hours"]
    if "goal_id" in sent:
        goal = sent["goal_id"]
        found["goal"] = get_goal(user=user, goal_id=goal) if goal else None
    if team := sent.get("team_id"):
        found["team"] = get_team(user=user, team_id=team)
    return found


@router.put("/{open_role_id}/skills/{skill_id}/", response=RoleSkillOut)
def require_skill(
    request: Request, open_role_id: Id, skill_id: Id, body: RoleSkillIn
) -> Any:
    role = queries.get_role(user=request.user, role_id=open_role_id)
    skill = get_skill(user=request.user, skill_id=skill_id)
    return services.require_skill(
        role=role, skill=skill, level=body.level, by=request.user, at=request.now
    )


@router.delete("/{open_role_id}/skills/{skill_id}/", response={204: None})
def no_longer_require_skill(request: Request, open_role_id: Id, skill_id: Id) -> Any:
    role = queries.get_role(user=request.user, role_id=open_role_id)
    skill = get_skill(user=request.user, skill_id=skill_id)
    services.no_longer_require_skill(
        role=role, skill=skill, by=request.user, at=request.now
    )
    return Status(204, None)


@router.post("/{open_role_id}/{act}/", response=OpenRoleDetail)
def set_role_status(
    request: Request,
    open_role_id: Id,
    act: Literal["pause", "reopen", "fill", "close"],
) -> Any:
    """Pause, reopen, fill or close a role."""
    role = queries.get_role(user=request.user, role_id=open_role_id)
    service = {
        "pause": services.pause_role,
        "reopen": services.reopen_role,
        "fill": services.fill_role,
        "close": services.close_role,
    }[act]
    return service(role=role, by=request.user, at=request.now)


@of_team.get("/{open_role_id}/team/", response=list[HiringMemberOut])
def list_hiring_team(request: Request, open_role_id: Id) -> Any:
    role = queries.get_role_to_staff(user=request.user, role_id=open_role_id)
    return queries.hiring_team_of(role)


@of_team.post("/{open_role_id}/team/", response={201: HiringMemberOut})
def add_to_hiring_team(request: Request, open_role_id: Id, body: HiringMemberIn) -> Any:
    role = queries.get_role_to_staff(user=request.user, role_id=open_role_id)
    person = get_person(user=request.user, person_id=body.person_id)
    member = services.add_to_hiring_team(
        role=role, person=person, by=request.user, at=request.now
    )
    return Status(201, member)


@of_team.delete("/{open_role_id}/team/{person_id}/", response={204: None})
def remove_from_hiring_team(request: Request, open_role_id: Id, person_id: Id) -> Any:
    role = queries.get_role_to_staff(user=request.user, role_id=open_role_id)
    member = queries.get_hiring_member(
        user=request.user, role=role, person_id=person_id
    )
    services.remove_from_hiring_team(member=member, by=request.user, at=request.now)
    return Status(204, None)


@of_team.put("/{open_role_id}/decider/", response={204: None})
def name_decider(request: Request, open_role_id: Id, body: HiringMemberIn) -> Any:
    role = queries.get_role_to_staff(user=request.user, role_id=open_role_id)
    person = get_person(user=request.user, person_id=body.person_id)
    services.name_decider(role=role, person=person, by=request.user, at=request.now)
    return Status(204, None)


@of_team.get("/{open_role_id}/file/", response=HiringFileOut)
def get_hiring_file(request: Request, open_role_id: Id) -> Any:
    role = queries.get_hiring_role(user=request.user, role_id=open_role_id)
    return queries.file_of(user=request.user, role=role)


@of_team.patch("/{open_role_id}/file/", response=HiringFileOut)
def edit_hiring_file(
    request: Request, open_role_id: Id, body: HiringFileChanges
) -> Any:
    role = queries.get_hiring_role(user=request.user, role_id=open_role_id)
    changes = body.dict(exclude_unset=True)
    if changes.get("keep_months", 1) is None:
        del changes["keep_months"]
    return services.edit_hiring_file(
        role=role,
        seen_version=changes.pop("version"),
        changes=changes,
        by=request.user,
        at=request.now,
    )
