"""Skills for programs: the common list, and who can do what how well."""

from datetime import date
from typing import Annotated, Any

from ninja import Query, Router, Schema, Status
from pydantic import Field

from quarterdeck.domains.people import queries, services

from .authentication import may
from .paging import Listing, WindowQuery, listing
from .types import Id, RecordId, Request, Text

router = Router(tags=["skills"], auth=may("people"))
of_people = Router(tags=["skills"], auth=may("people"))


class SkillOut(Schema):
    id: int
    name: str
    description: str


class NamedSkill(Schema):
    name: Annotated[Text, Field(min_length=1, max_length=100, pattern=r"\S")]
    description: Annotated[Text, Field(max_length=300)] = ""


class Merging(Schema):
    into_id: RecordId


class LevelOut(Schema):
    """Evidence is empty, and what is wished null, for whoever may not read it."""

    skill_id: int
    skill: str
    level: int
    wants_to_grow: bool
    grow_hours: int | None
    grow_with_mentor: bool | None
    evidence: str
    assessed_on: date
    assessed_by_id: int | None
    stale: bool


class Level(Schema):
    level: Annotated[int, Field(ge=0, le=5)]
    wants_to_grow: bool = False
    evidence: Annotated[Text, Field(max_length=300)] = ""


class WishIn(Schema):
    """At most so many hours of work one level up in one plan."""

    hours: Annotated[int, Field(ge=1, le=400)] = 8
    with_mentor: bool = True


class WantedSkills(Schema):
    text: Annotated[Text, Field(max_length=100)] = ""


@router.get("/", response=Listing[SkillOut])
def list_skills(
    request: Request, window: WindowQuery, wanted: Annotated[WantedSkills, Query()]
) -> Any:
    return listing(queries.skills_visible_to(request.user, wanted.text), window)


@router.post("/", response={201: SkillOut})
def add_skill(request: Request, body: NamedSkill) -> Any:
    return Status(
        201, services.add_skill(**body.dict(), by=request.user, at=request.now)
    )


@router.put("/{skill_id}/", response=SkillOut)
def rename_skill(request: Request, skill_id: Id, body: NamedSkill) -> Any:
    skill = queries.get_skill(user=request.user, skill_id=skill_id)
    return services.rename_skill(
        skill=skill, **body.dict(), by=request.user, at=request.now
    )


@router.post("/{skill_id}/merge/", response=SkillOut)
def merge_skills(request: Request, skill_id: Id, body: Merging) -> Any:
    """Move levels and needs to another skill and take this one off the list."""
    return services.merge_skills(
        skill=queries.get_skill(user=request.user, skill_id=skill_id),
        into=queries.get_skill(user=request.user, skill_id=body.into_id),
        by=request.user,
        at=request.now,
    )


@of_people.get("/{person_id}/skills/", response=list[LevelOut])
def list_levels(request: Request, person_id: Id) -> Any:
    person = queries.get_person(user=request.user, person_id=person_id)
    rows = queries.skills_of(user=request.user, person=person, today=request.now.date())
    return [_level(row) for row in rows]


@of_people.put("/{person_id}/skills/{skill_id}/", response=LevelOut)
def assess_skill(request: Request, person_id: Id, skill_id: Id, body: Level) -> Any:
    person = queries.get_person(user=request.user, person_id=person_id)
    row = services.assess_skill(
        person=person,
        skill=queries.get_skill(user=request.user, skill_id=skill_id),
        **body.dict(),
        on=request.now.date(),
        by=request.user,
        at=request.now,
    )
    return _level(row)


@of_people.delete("/{person_id}/skills/{skill_id}/", response={204: None})
def drop_skill(request: Request, person_id: Id, skill_id: Id) -> Any:
    person = queries.get_person(user=request.user, person_id=person_id)
    row = person.skills.select_related("skill").get(skill_id=skill_id)
    services.drop_skill(person_skill=row, by=request.user, at=request.now)
    return Status(204, None)


@of_people.put("/{person_id}/skills/{skill_id}/wish/", response=LevelOut)
def wish_to_grow(request: Request, person_id: Id, skill_id: Id, body: WishIn) -> Any:
    """Ask for work one level up; only for oneself."""
    row = services.wish_to_grow(
        person=queries.get_person(user=request.user, person_id=person_id),
        skill=queries.get_skill(user=request.user, skill_id=skill_id),
        **body.dict(),
        on=request.now.date(),
        by=request.user,
        at=request.now,
    )
    return _level(row)


@of_people.delete("/{person_id}/skills/{skill_id}/wish/", response={204: None})
def withdraw_wish(request: Request, person_id: Id, skill_id: Id) -> Any:
    person = queries.get_person(user=request.user, person_id=person_id)
    row = person.skills.select_related("skill", "person").get(skill_id=skill_id)
    services.withdraw_wish(person_skill=row, by=request.user, at=request.now)
    return Status(204, None)


def _level(row: Any) -> dict[str, Any]:
    fields = [n for n in LevelOut.model_fields if n not in ("skill", "stale")]
    told = {name: getattr(row, name) for name in fields}
    if not getattr(row, "wish_told", row.wants_to_grow):
        told |= {"grow_hours": None, "grow_with_mentor": None}
    return {
        **told,
        "skill": row.skill.name,
        "stale": getattr(row, "stale", False),
    }
