"""Role profiles for programs, and who is in a role or aims for it."""

from datetime import date
from typing import Annotated, Any, Literal

from ninja import Router, Schema, Status
from pydantic import Field

from quarterdeck.domains.development import queries, services
from quarterdeck.domains.people.queries import get_skill

from .authentication import may
from .development import Level, Version, Words
from .paging import Listing, WindowQuery, listing
from .types import Id, RecordId, Request, Text

router = Router(tags=["development"], auth=may("development"))
of_people = Router(tags=["development"], auth=may("development", private=True))
Name = Annotated[Text, Field(min_length=1, max_length=100, pattern=r"\S")]


class ProfileSkillOut(Schema):
    skill_id: int
    level: int


class RoleProfileOut(Schema):
    id: int
    name: str
    purpose: str
    version: int
    skills: list[ProfileSkillOut]

    @staticmethod
    def resolve_skills(row: Any) -> list[Any]:
        return list(row.skills.all())


class NewRoleProfile(Schema):
    name: Name
    purpose: Words = ""


class RoleProfileChanges(Schema):
    version: Version
    name: Name | None = None
    purpose: Words | None = None


class ProfileSkillIn(Schema):
    level: Level


class RoleHoldingIn(Schema):
    profile_id: RecordId
    kind: Literal["holds", "aims"]
    since: date | None = None


class RoleHoldingOut(Schema):
    id: int
    person_id: int
    profile_id: int
    kind: str
    since: date


@router.get("/", response=Listing[RoleProfileOut])
def list_role_profiles(request: Request, window: WindowQuery) -> Any:
    rows = queries.with_requirements(queries.profiles_visible_to(request.user))
    return listing(rows, window)


@router.post("/", response={201: RoleProfileOut})
def add_role_profile(request: Request, body: NewRoleProfile) -> Any:
    profile = services.add_profile(**body.dict(), by=request.user, at=request.now)
    return Status(201, profile)


@router.get("/{profile_id}/", response=RoleProfileOut)
def get_role_profile(request: Request, profile_id: Id) -> Any:
    return queries.get_profile(user=request.user, profile_id=profile_id)


@router.patch("/{profile_id}/", response=RoleProfileOut)
def edit_role_profile(
    request: Request, profile_id: Id, body: RoleProfileChanges
) -> Any:
    profile = queries.get_profile(user=request.user, profile_id=profile_id)
    changes = body.dict(exclude_unset=True, exclude_none=True)
    seen = changes.pop("version")
    return services.edit_profile(
        profile=profile,
        changes=changes,
        seen_version=seen,
        by=request.user,
        at=request.now,
    )


@router.put("/{profile_id}/skills/{skill_id}/", response=ProfileSkillOut)
def ask_skill(
    request: Request, profile_id: Id, skill_id: Id, body: ProfileSkillIn
) -> Any:
    profile = queries.get_profile(user=request.user, profile_id=profile_id)
    skill = get_skill(user=request.user, skill_id=skill_id)
    return services.ask_skill(
        profile=profile, skill=skill, **body.dict(), by=request.user, at=request.now
    )


@router.delete("/{profile_id}/skills/{skill_id}/", response={204: None})
def no_longer_ask_skill(request: Request, profile_id: Id, skill_id: Id) -> Any:
    profile = queries.get_profile(user=request.user, profile_id=profile_id)
    skill = get_skill(user=request.user, skill_id=skill_id)
    services.no_longer_ask_skill(
        profile=profile, skill=skill, by=request.user, at=request.now
    )
    return Status(204, None)


@router.post("/{profile_id}/retire/", response={204: None})
def retire_role_profile(request: Request, profile_id: Id) -> Any:
    profile = queries.get_profile(user=request.user, profile_id=profile_id)
    services.retire_profile(profile=profile, by=request.user, at=request.now)
    return Status(204, None)


@router.post("/{profile_id}/restore/", response=RoleProfileOut)
def restore_role_profile(request: Request, profile_id: Id) -> Any:
    profile = queries.get_profile(user=request.user, profile_id=profile_id)
    services.restore_profile(profile=profile, by=request.user, at=request.now)
    return queries.get_profile(user=request.user, profile_id=profile_id)


@of_people.post("/people/{person_id}/roles/", response={201: RoleHoldingOut})
def take_role(request: Request, person_id: Id, body: RoleHoldingIn) -> Any:
    """Say that somebody is in a role (`holds`) or wants to be (`aims`)."""
    person = queries.get_person_to_develop(user=request.user, person_id=person_id)
    act = services.take_role if body.kind == "holds" else services.aim_for_role
    holding = act(
        person=person,
        profile=queries.get_profile(user=request.user, profile_id=body.profile_id),
        since=body.since or request.now.date(),
        by=request.user,
        at=request.now,
    )
    return Status(201, holding)


@of_people.delete("/held/{holding_id}/", response={204: None})
def leave_role(request: Request, holding_id: Id) -> Any:
    holding = queries.get_holding(user=request.user, holding_id=holding_id)
    services.leave_role(holding=holding, by=request.user, at=request.now)
    return Status(204, None)
