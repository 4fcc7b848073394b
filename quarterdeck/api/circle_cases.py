"""Cases of circles for programs: read by the memberships they were shared with."""

from datetime import datetime
from typing import Annotated, Any

from ninja import Router, Schema, Status
from pydantic import Field

from quarterdeck.domains.circles import queries, services

from .authentication import may
from .circles import Version
from .paging import Listing, WindowQuery, listing
from .types import Id, Request, Text

AUTH = may("circles", private=True)
of_circles = Router(tags=["circle_cases"], auth=AUTH)
cases = Router(tags=["circle_cases"], auth=AUTH)
contributions = Router(tags=["circle_cases"], auth=AUTH)
lessons = Router(tags=["lessons"], auth=may("circles"))
own_lessons = Router(tags=["lessons"], auth=AUTH)
Long = Annotated[Text, Field(max_length=8_000)]
Said = Annotated[Text, Field(min_length=1, max_length=8_000, pattern=r"\S")]
Question = Annotated[Text, Field(min_length=1, max_length=600, pattern=r"\S")]
Title = Annotated[Text, Field(min_length=1, max_length=200, pattern=r"\S")]


class CaseOut(Schema):
    id: int
    circle_id: int
    author_id: int
    situation: str
    tried: str
    question: str
    created_at: datetime
    version: int


class NewCase(Schema):
    situation: Said
    tried: Long = ""
    question: Question


class CaseChange(NewCase):
    version: Version


class ContributionOut(Schema):
    id: int
    case_id: int
    writer_id: int
    text: str
    created_at: datetime
    version: int


class NewContribution(Schema):
    text: Said


class ContributionChange(NewContribution):
    version: Version


class TakeawayOut(Schema):
    case_id: int
    text: str
    version: int


class TakeawayText(Schema):
    """`version` is the one that was read; null where nothing was written yet."""

    text: Annotated[Text, Field(max_length=4_000)]
    version: Version | None = None


class LessonOut(Schema):
    id: int
    author_id: int
    title: str
    text: str
    created_at: datetime
    version: int


class NewLesson(Schema):
    title: Title
    text: Said


class LessonChange(NewLesson):
    version: Version


@of_circles.get("/{circle_id}/cases/", response=Listing[CaseOut])
def list_cases(request: Request, circle_id: Id, window: WindowQuery) -> Any:
    circle = queries.get_open_circle(user=request.user, circle_id=circle_id)
    rows = queries.cases_visible_to(request.user).filter(circle=circle)
    return listing(rows, window)


@of_circles.post("/{circle_id}/cases/", response={201: CaseOut})
def share_case(request: Request, circle_id: Id, body: NewCase) -> Any:
    """Whoever is in now reads it; who joins later does not, unless let in."""
    circle = queries.get_open_circle(user=request.user, circle_id=circle_id)
    case = services.share_case(
        circle=circle, **body.dict(), by=request.user, at=request.now
    )
    return Status(201, case)


@cases.get("/{case_id}/", response=CaseOut)
def get_case(request: Request, case_id: Id) -> Any:
    return queries.get_case(user=request.user, case_id=case_id)


@cases.patch("/{case_id}/", response=CaseOut)
def edit_case(request: Request, case_id: Id, body: CaseChange) -> Any:
    fields = body.dict()
    return services.edit_case(
        case=queries.get_case(user=request.user, case_id=case_id),
        seen_version=fields.pop("version"),
        **fields,
        by=request.user,
        at=request.now,
    )


@cases.delete("/{case_id}/", response={204: None})
def remove_case(request: Request, case_id: Id) -> Any:
    case = queries.get_case(user=request.user, case_id=case_id)
    services.remove_case(case=case, by=request.user, at=request.now)
    return Status(204, None)


@cases.put("/{case_id}/readers/{circle_member_id}/", response={204: None})
def let_read(request: Request, case_id: Id, circle_member_id: Id) -> Any:
    """Let somebody read who came later; only the author does that."""
    user = request.user
    case = queries.get_case(user=user, case_id=case_id)
    member = queries.get_member(user=user, member_id=circle_member_id)
    services.let_read(case=case, member=member, by=user, at=request.now)
    return Status(204, None)


@cases.get("/{case_id}/contributions/", response=Listing[ContributionOut])
def list_contributions(request: Request, case_id: Id, window: WindowQuery) -> Any:
    case = queries.get_case(user=request.user, case_id=case_id)
    rows = queries.contributions_visible_to(request.user).filter(case=case)
    return listing(rows, window)


@cases.post("/{case_id}/contributions/", response={201: ContributionOut})
def contribute(request: Request, case_id: Id, body: NewContribution) -> Any:
    case = queries.get_case(user=request.user, case_id=case_id)
    said = services.contribute(
        case=case, text=body.text, by=request.user, at=request.now
    )
    return Status(201, said)


@contributions.patch("/{contribution_id}/", response=ContributionOut)
def edit_contribution(
    request: Request, contribution_id: Id, body: ContributionChange
) -> Any:
    said = queries.get_contribution(user=request.user, contribution_id=contribution_id)
    return services.edit_contribution(
        contribution=said,
        text=body.text,
        seen_version=body.version,
        by=request.user,
        at=request.now,
    )


@contributions.delete("/{contribution_id}/", response={204: None})
def remove_contribution(request: Request, contribution_id: Id) -> Any:
    said = queries.get_contribution(user=request.user, contribution_id=contribution_id)
    services.remove_contribution(contribution=said, by=request.user, at=request.now)
    return Status(204, None)


@cases.put("/{case_id}/takeaway/", response={200: TakeawayOut, 204: None})
def write_takeaway(request: Request, case_id: Id, body: TakeawayText) -> Any:
    """What one takes from it, for oneself; an empty text takes it away."""
    found = services.write_takeaway(
        case=queries.get_case(user=request.user, case_id=case_id),
        text=body.text,
        seen_version=body.version,
        by=request.user,
        at=request.now,
    )
    return found if found is not None else Status(204, None)


@lessons.get("/", response=Listing[LessonOut])
def list_lessons(request: Request, window: WindowQuery) -> Any:
    """What authors of cases shared with everybody; not from which circle."""
    return listing(queries.lessons_visible_to(request.user), window)


@cases.post("/{case_id}/lessons/", response={201: LessonOut})
def share_lesson(request: Request, case_id: Id, body: NewLesson) -> Any:
    case = queries.get_case(user=request.user, case_id=case_id)
    lesson = services.share_lesson(
        case=case, **body.dict(), by=request.user, at=request.now
    )
    return Status(201, lesson)


@own_lessons.patch("/{lesson_id}/", response=LessonOut)
def edit_lesson(request: Request, lesson_id: Id, body: LessonChange) -> Any:
    lesson = queries.get_lesson(user=request.user, lesson_id=lesson_id)
    return services.edit_lesson(
        lesson=lesson,
        title=body.title,
        text=body.text,
        seen_version=body.version,
        by=request.user,
        at=request.now,
    )


@own_lessons.delete("/{lesson_id}/", response={204: None})
def take_back_lesson(request: Request, lesson_id: Id) -> Any:
    lesson = queries.get_lesson(user=request.user, lesson_id=lesson_id)
    services.take_back_lesson(lesson=lesson, by=request.user, at=request.now)
    return Status(204, None)
