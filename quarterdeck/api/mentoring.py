"""Mentoring for programs: who offers it, who wishes for it, who could, asking one."""

from datetime import date, datetime
from typing import Annotated, Any

from django.http import Http404
from ninja import Router, Schema, Status
from pydantic import Field

from quarterdeck.domains.mentoring import queries, services
from quarterdeck.domains.people.queries import get_person, get_skill

from .authentication import may
from .paging import Listing, WindowQuery, listing
from .types import Id, RecordId, Request, Text

router = Router(tags=["mentoring"], auth=may("mentoring", private=True))
Line = Annotated[Text, Field(min_length=1, max_length=300, pattern=r"\S")]
Theme = Annotated[Text, Field(max_length=300)]
Version = Annotated[int, Field(ge=1, le=2**31 - 1)]
Weeks = Annotated[int, Field(ge=1, le=26)]


class MentorOfferOut(Schema):
    person_id: int
    capacity: int
    skill_ids: list[int]
    themes: str
    since: date
    withdrawn_at: datetime | None
    version: int

    @staticmethod
    def resolve_skill_ids(row: Any) -> list[int]:
        return [one.skill_id for one in row.skills.all()]


class MentorOfferIn(Schema):
    capacity: Annotated[int, Field(ge=1, le=10)]
    skill_ids: Annotated[list[RecordId], Field(max_length=100)] = []
    themes: Theme = ""
    since: date
    version: Version | None = None


class MentorWishOut(Schema):
    id: int
    person_id: int
    skill_id: int | None
    theme: str
    until: date | None
    leader_is_fine: bool
    withdrawn_at: datetime | None
    version: int


class NewMentorWish(Schema):
    """A skill or a theme, one of the two."""

    skill_id: RecordId | None = None
    theme: Theme = ""
    until: date | None = None
    leader_is_fine: bool = False


class MentorWishChange(NewMentorWish):
    version: Version


class PossibleMentorOut(Schema):
    person_id: int
    name: str
    themes: str
    reasons: list[str]
    missing: list[str]
    has_room: bool
    is_leader: bool


class MentorQuestion(Schema):
    person_id: RecordId
    goal: Line
    leaders_see_goal: bool = False
    starts_on: date
    ends_on: date
    weeks: Weeks = 3


class MentorshipOut(Schema):
    id: int
    mentor_id: int
    mentee_id: int
    wish_id: int | None
    skill_id: int | None
    goal: str
    leaders_see_goal: bool
    starts_on: date
    ends_on: date
    weeks: int
    mentor_agreed_at: datetime | None
    mentee_agreed_at: datetime | None
    began_at: datetime | None
    declined_at: datetime | None
    ended_at: datetime | None
    version: int


@router.get("/offers/", response=Listing[MentorOfferOut])
def list_mentor_offers(request: Request, window: WindowQuery) -> Any:
    """Those that stand, and one's own."""
    return listing(queries.offers_visible_to(request.user), window)


@router.put("/offer/", response=MentorOfferOut)
def offer_mentoring(request: Request, body: MentorOfferIn) -> Any:
    """Say in what one will mentor; it replaces what one said before."""
    fields = body.dict()
    seen, ids = fields.pop("version"), set(fields.pop("skill_ids"))
    skills = [get_skill(user=request.user, skill_id=one) for one in sorted(ids)]
    services.offer_mentoring(
        **fields, skills=skills, seen_version=seen, by=request.user, at=request.now
    )
    return _own_offer(request)


@router.post("/offer/withdraw/", response=MentorOfferOut)
def withdraw_mentor_offer(request: Request) -> Any:
    services.withdraw_offer(offer=_own_offer(request), by=request.user, at=request.now)
    return _own_offer(request)


@router.post("/offer/restore/", response=MentorOfferOut)
def restore_mentor_offer(request: Request) -> Any:
    services.restore_offer(offer=_own_offer(request), by=request.user, at=request.now)
    return _own_offer(request)


@router.get("/wishes/", response=Listing[MentorWishOut])
def list_mentor_wishes(request: Request, window: WindowQuery) -> Any:
    """One's own, withdrawn ones too, and those of the people one leads."""
    return listing(queries.wishes_visible_to(request.user), window)


@router.post("/wishes/", response={201: MentorWishOut})
def wish_for_mentor(request: Request, body: NewMentorWish) -> Any:
    fields = _with_skill(request, body.dict())
    wish = services.wish_for_mentor(**fields, by=request.user, at=request.now)
    return Status(201, wish)


@router.put("/wishes/{mentor_wish_id}/", response=MentorWishOut)
def edit_mentor_wish(
    request: Request, mentor_wish_id: Id, body: MentorWishChange
) -> Any:
    wish = queries.get_wish(user=request.user, wish_id=mentor_wish_id)
    fields = _with_skill(request, body.dict())
    seen = fields.pop("version")
    return services.edit_wish(
        wish=wish, **fields, seen_version=seen, by=request.user, at=request.now
    )


@router.post("/wishes/{mentor_wish_id}/withdraw/", response=MentorWishOut)
def withdraw_mentor_wish(request: Request, mentor_wish_id: Id) -> Any:
    wish = queries.get_wish(user=request.user, wish_id=mentor_wish_id)
    return services.withdraw_wish(wish=wish, by=request.user, at=request.now)


@router.post("/wishes/{mentor_wish_id}/restore/", response=MentorWishOut)
def restore_mentor_wish(request: Request, mentor_wish_id: Id) -> Any:
    wish = queries.get_wish(user=request.user, wish_id=mentor_wish_id)
    return services.restore_wish(wish=wish, by=request.user, at=request.now)


@router.get(
    "/wishes/{mentor_wish_id}/mentors/",
    response=list[PossibleMentorOut],
)
def find_mentors(request: Request, mentor_wish_id: Id) -> Any:
    """At most 30, those with room first; why each could, and what is not known."""
    wish = queries.get_wish(user=request.user, wish_id=mentor_wish_id)
    found = queries.mentors_for(user=request.user, wish=wish, today=request.now.date())
    return [
        {**vars(one), "person_id": one.person.pk, "name": one.person.name}
        for one in found.mentors
    ]


@router.post("/wishes/{mentor_wish_id}/ask/", response={201: MentorshipOut})
def ask_mentor(request: Request, mentor_wish_id: Id, body: MentorQuestion) -> Any:
    """Ask for one's own wish; it begins when the mentor agrees."""
    wish = queries.get_wish(user=request.user, wish_id=mentor_wish_id)
    fields = body.dict()
    mentor = get_person(user=request.user, person_id=fields.pop("person_id"))
    pair = services.ask_mentor(
        wish=wish, mentor=mentor, **fields, by=request.user, at=request.now
    )
    return Status(201, pair)


def _own_offer(request: Request) -> Any:
    offer = queries.own_offer(request.user)
    if offer is None:
        raise Http404
    return offer


def _with_skill(request: Request, fields: dict[str, Any]) -> dict[str, Any]:
    skill_id = fields.pop("skill_id")
    skill = get_skill(user=request.user, skill_id=skill_id) if skill_id else None
    return {**fields, "skill": skill}
