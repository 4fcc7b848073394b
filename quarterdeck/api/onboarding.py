"""Onboarding for programs: templates in versions, and somebody's way in."""

from datetime import date, datetime
from typing import Annotated, Any, Literal

from ninja import Query, Router, Schema, Status
from pydantic import Field

from quarterdeck.domains.hiring import queries, services
from quarterdeck.domains.people.queries import get_person

from .authentication import may
from .hiring import Seen, Title, Why
from .moments import Day
from .paging import Listing, WindowQuery, listing
from .types import Id, RecordId, Request, Text

templates = Router(tags=["onboarding"], auth=may("hiring"))
steps = Router(tags=["onboarding"], auth=may("hiring"))
router = Router(tags=["onboarding"], auth=may("hiring"))
answers = Router(tags=["onboarding"], auth=may("hiring", private=True))
StepTitle = Annotated[Text, Field(min_length=1, max_length=300, pattern=r"\S")]
StepDay = Annotated[int, Field(ge=-60, le=400)]
Who = Literal["newcomer", "leader", "buddy", "other"]
Words = Annotated[Text, Field(max_length=2_000)]


class OnboardingTemplateOut(Schema):
    id: int
    name: str
    purpose: str
    number: int
    retired_at: datetime | None
    version: int


class OnboardingStepOut(Schema):
    id: int
    title: str
    day: int
    who: str
    done_when: str
    version: int


class NewOnboardingTemplate(Schema):
    name: Title
    purpose: Why = ""
    starter: Literal["", "first_day", "first_week", "ninety_days", "new_leader"] = ""


class OnboardingTemplateChanges(Schema):
    version: Seen
    name: Title | None = None
    purpose: Why | None = None


class NewOnboardingStep(Schema):
    title: StepTitle
    day: StepDay = 0
    who: Who = "newcomer"
    done_when: Why = ""


class OnboardingStepChanges(Schema):
    version: Seen
    title: StepTitle | None = None
    day: StepDay | None = None
    who: Who | None = None
    done_when: Why | None = None


class StepsQuery(Schema):
    number: Annotated[int, Field(ge=1, le=100_000)] | None = None


class OnboardingOut(Schema):
    id: int
    person_id: int
    template_id: int | None
    number: int
    starts_on: date
    ends_on: date
    leader_id: int | None
    buddy_id: int | None
    project_id: int | None
    stopped_at: datetime | None


class NewOnboarding(Schema):
    person_id: RecordId
    template_id: RecordId
    starts_on: Day
    buddy_id: RecordId | None = None
    other_id: RecordId | None = None


class OnboardingAnswerOut(Schema):
    clear: str
    missing: str
    readers: str


class OnboardingAnswerIn(Schema):
    clear: Words = ""
    missing: Words = ""
    readers: Literal["leader", "both"]


@templates.get("/", response=Listing[OnboardingTemplateOut])
def list_onboarding_templates(request: Request, window: WindowQuery) -> Any:
    return listing(queries.templates_visible_to(request.user), window)


@templates.post("/", response={201: OnboardingTemplateOut})
def add_onboarding_template(request: Request, body: NewOnboardingTemplate) -> Any:
    """Begin a template, empty or from one that is offered."""
    added = services.add_template(**body.dict(), by=request.user, at=request.now)
    return Status(201, added)


@templates.get("/{template_id}/steps/", response=list[OnboardingStepOut])
def list_onboarding_steps(
    request: Request, template_id: Id, which: Annotated[StepsQuery, Query()]
) -> Any:
    """The steps of the version in force, or of an earlier one."""
    template = queries.get_template(user=request.user, template_id=template_id)
    return queries.steps_of(template, which.number or template.number)


@templates.patch("/{template_id}/", response=OnboardingTemplateOut)
def edit_onboarding_template(
    request: Request, template_id: Id, body: OnboardingTemplateChanges
) -> Any:
    template = queries.get_template(user=request.user, template_id=template_id)
    changes = body.dict(exclude_unset=True, exclude_none=True)
    return services.edit_template(
        template=template,
        seen_version=changes.pop("version"),
        changes=changes,
        by=request.user,
        at=request.now,
    )


@templates.post("/{template_id}/retire/", response={204: None})
def retire_onboarding_template(request: Request, template_id: Id) -> Any:
    template = queries.get_template(user=request.user, template_id=template_id)
    services.retire_template(template=template, by=request.user, at=request.now)
    return Status(204, None)


@templates.post("/{template_id}/restore/", response={204: None})
def restore_onboarding_template(request: Request, template_id: Id) -> Any:
    template = queries.get_template(user=request.user, template_id=template_id)
    services.restore_template(template=template, by=request.user, at=request.now)
    return Status(204, None)


@templates.post("/{template_id}/steps/", response={201: OnboardingStepOut})
def add_onboarding_step(
    request: Request, template_id: Id, body: NewOnboardingStep
) -> Any:
    template = queries.get_template(user=request.user, template_id=template_id)
    step = services.add_step(
        template=template, **body.dict(), by=request.user, at=request.now
    )
    return Status(201, step)


@steps.patch("/{onboarding_step_id}/", response=OnboardingStepOut)
def edit_onboarding_step(
    request: Request, onboarding_step_id: Id, body: OnboardingStepChanges
) -> Any:
    """The answer may be a new step: what somebody was taken in with stays."""
    step = queries.get_step(user=request.user, step_id=onboarding_step_id)
    changes = body.dict(exclude_unset=True, exclude_none=True)
    return services.edit_step(
        step=step,
        seen_version=changes.pop("version"),
        changes=changes,
        by=request.user,
        at=request.now,
    )


@steps.delete("/{onboarding_step_id}/", response={204: None})
def remove_onboarding_step(request: Request, onboarding_step_id: Id) -> Any:
    step = queries.get_step(user=request.user, step_id=onboarding_step_id)
    services.remove_step(step=step, by=request.user, at=request.now)
    return Status(204, None)


@steps.post("/{onboarding_step_id}/restore/", response={204: None})
def restore_onboarding_step(request: Request, onboarding_step_id: Id) -> Any:
    step = queries.get_step(user=request.user, step_id=onboarding_step_id)
    services.restore_step(step=step, by=request.user, at=request.now)
    return Status(204, None)


@router.get("/", response=Listing[OnboardingOut])
def list_onboardings(request: Request, window: WindowQuery) -> Any:
    """One's own, those of people one leads, and where one helps."""
    return listing(queries.onboardings_visible_to(request.user), window)


@router.post("/", response={201: OnboardingOut})
def start_onboarding(request: Request, body: NewOnboarding) -> Any:
    user, buddy, other = request.user, body.buddy_id, body.other_id
    begun = services.start_onboarding(
        person=queries.get_newcomer(user=user, person_id=body.person_id),
        template=queries.get_template(user=user, template_id=body.template_id),
        starts_on=body.starts_on,
        buddy=get_person(user=user, person_id=buddy) if buddy else None,
        other=get_person(user=user, person_id=other) if other else None,
        by=user,
        at=request.now,
    )
    return Status(201, begun)


@router.get("/{onboarding_id}/", response=OnboardingOut)
def get_onboarding(request: Request, onboarding_id: Id) -> Any:
    return queries.get_onboarding(user=request.user, onboarding_id=onboarding_id)


@router.post("/{onboarding_id}/stop/", response=OnboardingOut)
def stop_onboarding(request: Request, onboarding_id: Id) -> Any:
    found = queries.get_onboarding(user=request.user, onboarding_id=onboarding_id)
    return services.stop_onboarding(onboarding=found, by=request.user, at=request.now)


@router.post("/{onboarding_id}/resume/", response=OnboardingOut)
def resume_onboarding(request: Request, onboarding_id: Id) -> Any:
    found = queries.get_onboarding(user=request.user, onboarding_id=onboarding_id)
    return services.resume_onboarding(onboarding=found, by=request.user, at=request.now)


@answers.get("/{onboarding_id}/answer/", response=OnboardingAnswerOut)
def get_onboarding_answer(request: Request, onboarding_id: Id) -> Any:
    """What the newcomer said, to those they said it to."""
    found = queries.get_onboarding(user=request.user, onboarding_id=onboarding_id)
    return queries.get_answer(user=request.user, onboarding=found)


@answers.put("/{onboarding_id}/answer/", response=OnboardingAnswerOut)
def answer_onboarding(
    request: Request, onboarding_id: Id, body: OnboardingAnswerIn
) -> Any:
    found = queries.get_onboarding(user=request.user, onboarding_id=onboarding_id)
    return services.answer_onboarding(
        onboarding=found, **body.dict(), by=request.user, at=request.now
    )


@answers.delete("/{onboarding_id}/answer/", response={204: None})
def erase_onboarding_answer(request: Request, onboarding_id: Id) -> Any:
    found = queries.get_onboarding(user=request.user, onboarding_id=onboarding_id)
    services.erase_onboarding_answer(onboarding=found, by=request.user, at=request.now)
    return Status(204, None)
