"""The two of a mentoring, for programs: agree, goal, meetings, steps, looking back."""

from datetime import date, datetime
from typing import Annotated, Any, Literal

from ninja import Router, Schema, Status
from pydantic import Field

from quarterdeck.domains.mentoring import queries, services

from .authentication import may
from .mentoring import Line, MentorshipOut, Version, Weeks
from .paging import Listing, WindowQuery, listing
from .types import Id, Request, Text

router = Router(tags=["mentoring"], auth=may("mentoring", private=True))
Talk = Annotated[Text, Field(max_length=8_000)]
Long = Annotated[Text, Field(max_length=4_000)]


class MentoringGoal(Schema):
    version: Version
    goal: Line
    leaders_see_goal: bool


class MentoringDays(Schema):
    version: Version
    ends_on: date
    weeks: Weeks


class MentorMeetingOut(Schema):
    id: int
    mentorship_id: int
    on: date
    talked: str
    written_by_id: int | None
    version: int


class NewMentorMeeting(Schema):
    on: date
    talked: Annotated[Text, Field(min_length=1, max_length=8_000, pattern=r"\S")]


class MentorMeetingChange(Schema):
    """An empty text takes the meeting away."""

    version: Version
    on: date
    talked: Talk


class MentorStepOut(Schema):
    id: int
    mentorship_id: int
    title: str
    due_on: date | None
    done_at: datetime | None
    removed_at: datetime | None
    version: int


class NewMentorStep(Schema):
    title: Line
    due_on: date | None = None


class MentorEvaluationOut(Schema):
    """What is unknown is empty."""

    writer_id: int
    helped: str
    learnt: str
    again: str
    version: int


class MentorEvaluationIn(Schema):
    helped: Literal["yes", "partly", "no", ""] = ""
    learnt: Long = ""
    again: Literal["yes", "no", ""] = ""
    version: Version | None = None


@router.get("/", response=Listing[MentorshipOut])
def list_mentorships(request: Request, window: WindowQuery) -> Any:
    """One's own, asked, declined and ended ones too."""
    return listing(queries.mentorships_visible_to(request.user), window)


@router.get("/{mentorship_id}/", response=MentorshipOut)
def get_mentorship(request: Request, mentorship_id: Id) -> Any:
    return queries.get_mentorship(user=request.user, mentorship_id=mentorship_id)


def _simple(verb: str, service: Any) -> None:
    """One operation for each verb on a pair that needs nothing more."""

    def operation(request: Request, mentorship_id: Id) -> Any:
        pair = queries.get_mentorship(user=request.user, mentorship_id=mentorship_id)
        return service(pair=pair, by=request.user, at=request.now)

    operation.__name__ = service.__name__
    path = f"/{{mentorship_id}}/{verb}/"
    router.post(path, response=MentorshipOut)(operation)


_simple("agree", services.agree_to_mentoring)
_simple("end", services.end_mentoring)
_simple("reopen", services.reopen_mentoring)


@router.post("/{mentorship_id}/decline/", response={204: None})
def decline_mentoring(request: Request, mentorship_id: Id) -> Any:
    """Say no, or take one's own question back."""
    pair = queries.get_mentorship(user=request.user, mentorship_id=mentorship_id)
    services.decline_mentoring(pair=pair, by=request.user, at=request.now)
    return Status(204, None)


@router.put("/{mentorship_id}/goal/", response=MentorshipOut)
def write_mentoring_goal(
    request: Request, mentorship_id: Id, body: MentoringGoal
) -> Any:
    """The mentee alone writes it, and says whether their leaders read it."""
    pair = queries.get_mentorship(user=request.user, mentorship_id=mentorship_id)
    fields = body.dict()
    seen = fields.pop("version")
    return services.write_mentoring_goal(
        pair=pair, **fields, seen_version=seen, by=request.user, at=request.now
    )


@router.put("/{mentorship_id}/days/", response=MentorshipOut)
def change_mentoring_days(
    request: Request, mentorship_id: Id, body: MentoringDays
) -> Any:
    pair = queries.get_mentorship(user=request.user, mentorship_id=mentorship_id)
    fields = body.dict()
    seen = fields.pop("version")
    return services.change_mentoring_days(
        pair=pair, **fields, seen_version=seen, by=request.user, at=request.now
    )


@router.get("/{mentorship_id}/meetings/", response=Listing[MentorMeetingOut])
def list_mentor_meetings(
    request: Request, mentorship_id: Id, window: WindowQuery
) -> Any:
    pair = queries.get_mentorship(user=request.user, mentorship_id=mentorship_id)
    rows = queries.meetings_visible_to(request.user).filter(mentorship=pair)
    return listing(rows, window)


@router.post("/{mentorship_id}/meetings/", response={201: MentorMeetingOut})
def note_meeting(request: Request, mentorship_id: Id, body: NewMentorMeeting) -> Any:
    pair = queries.get_mentorship(user=request.user, mentorship_id=mentorship_id)
    row = services.note_meeting(
        pair=pair, **body.dict(), by=request.user, at=request.now
    )
    return Status(201, row)


@router.put(
    "/meetings/{mentor_meeting_id}/",
    response={200: MentorMeetingOut, 204: None},
)
def edit_mentor_meeting(
    request: Request, mentor_meeting_id: Id, body: MentorMeetingChange
) -> Any:
    row = queries.get_meeting(user=request.user, meeting_id=mentor_meeting_id)
    fields = body.dict()
    seen = fields.pop("version")
    found = services.edit_mentor_meeting(
        meeting=row, **fields, seen_version=seen, by=request.user, at=request.now
    )
    return Status(204, None) if found is None else found


@router.get("/{mentorship_id}/steps/", response=Listing[MentorStepOut])
def list_mentor_steps(request: Request, mentorship_id: Id, window: WindowQuery) -> Any:
    pair = queries.get_mentorship(user=request.user, mentorship_id=mentorship_id)
    rows = queries.steps_visible_to(request.user).filter(mentorship=pair)
    return listing(rows, window)


@router.post("/{mentorship_id}/steps/", response={201: MentorStepOut})
def agree_on_step(request: Request, mentorship_id: Id, body: NewMentorStep) -> Any:
    pair = queries.get_mentorship(user=request.user, mentorship_id=mentorship_id)
    step = services.agree_on_step(
        pair=pair, **body.dict(), by=request.user, at=request.now
    )
    return Status(201, step)


def _of_step(verb: str, service: Any) -> None:
    def operation(request: Request, mentor_step_id: Id) -> Any:
        step = queries.get_step(user=request.user, step_id=mentor_step_id)
        return service(step=step, by=request.user, at=request.now)

    operation.__name__ = service.__name__
    path = f"/steps/{{mentor_step_id}}/{verb}/"
    router.post(path, response=MentorStepOut)(operation)


_of_step("finish", services.finish_mentor_step)
_of_step("reopen", services.reopen_mentor_step)
_of_step("remove", services.remove_mentor_step)
_of_step("restore", services.restore_mentor_step)


@router.get(
    "/{mentorship_id}/evaluations/",
    response=list[MentorEvaluationOut],
)
def list_mentor_evaluations(request: Request, mentorship_id: Id) -> Any:
    """One's own; the other's too, once one has written."""
    pair = queries.get_mentorship(user=request.user, mentorship_id=mentorship_id)
    return list(queries.evaluations_visible_to(request.user).filter(mentorship=pair))


@router.put("/{mentorship_id}/evaluation/", response=MentorEvaluationOut)
def evaluate_mentoring(
    request: Request, mentorship_id: Id, body: MentorEvaluationIn
) -> Any:
    pair = queries.get_mentorship(user=request.user, mentorship_id=mentorship_id)
    fields = body.dict()
    seen = fields.pop("version")
    return services.evaluate_mentoring(
        pair=pair, **fields, seen_version=seen, by=request.user, at=request.now
    )
