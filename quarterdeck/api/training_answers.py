"""What is asked after a programme, for programs; budgets, needs and the report."""

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Any

from django.core.exceptions import PermissionDenied
from ninja import Path, Query, Router, Schema
from pydantic import Field

from quarterdeck.domains.people.queries import currency, get_person
from quarterdeck.domains.training import permissions, queries, services

from .authentication import may
from .paging import Listing, WindowQuery, listing
from .training import Amount, Long, Short, Version
from .types import Id, RecordId, Request

answers = Router(tags=["training"], auth=may("training", private=True))
router = Router(tags=["training"], auth=may("training", private=True))
Mark = Annotated[int, Field(ge=0, le=4)]
Grade = Annotated[int, Field(ge=0, le=5)]
Number = Annotated[float, Field(ge=-1e15, le=1e15)]
Year = Annotated[int, Path(ge=2000, le=2200)]
Months = Annotated[int, Query(ge=1, le=120)]


class TrainingAnswerOut(Schema):
    id: int
    enrolment_id: int
    stage: str
    writer_id: int
    due_on: date
    answered_at: datetime | None
    set_aside_at: datetime | None
    shared_with_id: int | None
    mark: int | None
    words: str
    level_before: int | None
    level_after: int | None
    number_after: float | None
    version: int


class TrainingAnswer(Schema):
    """A mark of null says that one cannot tell. A key result says its number itself."""

    mark: Mark | None
    words: Long = ""
    level_before: Grade | None = None
    level_after: Grade | None = None
    number_after: Number | None = None


class NewTrainingAnswer(TrainingAnswer):
    share_with_id: RecordId | None = None


class EditedTrainingAnswer(TrainingAnswer):
    version: Version


class TrainingBudgetIn(Schema):
    amount: Amount
    note: Short = ""
    version: Version | None = None


class TrainingSumsOut(Schema):
    team_id: int
    year: int
    currency: str
    amount: Decimal | None
    asked: Decimal
    planned: Decimal
    booked: Decimal
    spent: Decimal
    left: Decimal | None
    over: Decimal | None
    without_cost: int
    note: str
    version: int | None


class TrainingNeedOut(Schema):
    skill_id: int
    asked: int
    gap: int
    wish: int
    unknown: int


class TrainingNeedsOut(Schema):
    needs: list[TrainingNeedOut]
    without_role: int


class ManagersTrainedOut(Schema):
    size: str
    leaders: int
    trained: int
    nothing_on_record: int


class ManagersReportOut(Schema):
    since: date
    rows: list[ManagersTrainedOut]
    leads_nobody: int


@answers.get("/", response=Listing[TrainingAnswerOut])
def list_training_answers(request: Request, window: WindowQuery) -> Any:
    """What one is asked, and what others let one read."""
    return listing(queries.evaluations_visible_to(request.user), window)


@answers.get("/{evaluation_id}/", response=TrainingAnswerOut)
def get_training_answer(request: Request, evaluation_id: Id) -> Any:
    return _get(request, evaluation_id)


@answers.post("/{evaluation_id}/answer/", response=TrainingAnswerOut)
def answer_training_question(
    request: Request, evaluation_id: Id, body: NewTrainingAnswer
) -> Any:
    said = body.dict()
    reader = said.pop("share_with_id")
    return services.answer_evaluation(
        **_act(request, evaluation_id),
        **said,
        share_with=get_person(user=request.user, person_id=reader) if reader else None,
    )


@answers.put("/{evaluation_id}/", response=TrainingAnswerOut)
def edit_training_answer(
    request: Request, evaluation_id: Id, body: EditedTrainingAnswer
) -> Any:
    said = body.dict()
    seen = said.pop("version")
    return services.edit_answer(
        **_act(request, evaluation_id), **said, seen_version=seen
    )


@answers.post("/{evaluation_id}/narrow/", response=TrainingAnswerOut)
def narrow_training_answer(request: Request, evaluation_id: Id) -> Any:
    """Keep an answer for oneself from now on."""
    return services.narrow_answer(**_act(request, evaluation_id))


@answers.post("/{evaluation_id}/set-aside/", response=TrainingAnswerOut)
def set_aside_training_question(request: Request, evaluation_id: Id) -> Any:
    return services.set_aside_evaluation(**_act(request, evaluation_id))


@answers.post("/{evaluation_id}/take-up/", response=TrainingAnswerOut)
def take_up_training_question(request: Request, evaluation_id: Id) -> Any:
    return services.take_up_evaluation(**_act(request, evaluation_id))


@router.get("/needs/", response=TrainingNeedsOut)
def list_training_needs(request: Request) -> Any:
    """Counts for whoever leads: below a role, wishing, not known."""
    _must_lead(request)
    today = request.now.date()
    people = queries.people_with_needs(user=request.user, today=today)
    return {
        "needs": [
            {**vars(one), "skill_id": one.skill.pk}
            for one in queries.needs_of(people, today)
        ],
        "without_role": queries.without_role(people).count(),
    }


@router.get("/managers/", response=ManagersReportOut)
def report_managers_trained(request: Request, months: Months = 24) -> Any:
    """Who leads was trained for it in the last months, by how many they lead."""
    _must_lead(request)
    report = queries.managers_trained(
        user=request.user, today=request.now.date(), months=months
    )
    return {
        "since": report.since,
        "leads_nobody": report.leads_nobody,
        "rows": [
            {
                "size": row.size.label,
                "leaders": row.leaders,
                "trained": row.trained,
                "nothing_on_record": row.without,
            }
            for row in report.rows
        ],
    }


@router.get("/budgets/{team_id}/{year}/", response=TrainingSumsOut)
def get_training_budget(request: Request, team_id: Id, year: Year) -> Any:
    return _sums(request, team_id, year)


@router.put("/budgets/{team_id}/{year}/", response=TrainingSumsOut)
def set_training_budget(
    request: Request, team_id: Id, year: Year, body: TrainingBudgetIn
) -> Any:
    said = body.dict()
    seen = said.pop("version")
    services.set_training_budget(
        team=queries.teams_with_budgets(request.user).get(pk=team_id),
        year=year,
        **said,
        seen_version=seen,
        by=request.user,
        at=request.now,
    )
    return _sums(request, team_id, year)


def _sums(request: Request, team_id: int, year: int) -> dict[str, Any]:
    user = request.user
    team = queries.teams_with_budgets(user).get(pk=team_id)
    sums = queries.sums_of(user=user, team=team, year=year)
    kept = queries.budget_of(user=user, team=team, year=year)
    return {
        **vars(sums),
        "team_id": team.pk,
        "year": year,
        "currency": currency(),
        "left": sums.left,
        "over": sums.over,
        "note": kept.note if kept else "",
        "version": kept.version if kept else None,
    }


def _must_lead(request: Request) -> None:
    if not permissions.can_see_reports(request.user):
        raise PermissionDenied


def _get(request: Request, evaluation_id: int) -> Any:
    return queries.get_evaluation(user=request.user, evaluation_id=evaluation_id)


def _act(request: Request, evaluation_id: int) -> dict[str, Any]:
    row = _get(request, evaluation_id)
    return {"evaluation": row, "by": request.user, "at": request.now}
