"""Tasks for programs: look for them, add, edit, finish, many at once, undo, history."""

from datetime import date, datetime
from typing import Annotated, Any, Literal

from ninja import Query, Router, Schema, Status
from pydantic import Field

from quarterdeck.domains.projects import queries, services

from .authentication import may
from .moments import Day, Hours, Moment
from .paging import Listing, WindowQuery, listing
from .problems import PROBLEMS
from .projects import ActOut, Description, Name, Version, Why, WhyStep
from .task_records import records
from .types import Id, RecordId, Request, Text

router = Router(tags=["tasks"], auth=may("projects"))
TaskStatus = Literal["backlog", "todo", "doing", "waiting", "done", "cancelled"]
Priority = Annotated[int, Field(ge=1, le=4)]
People = Annotated[list[RecordId], Field(max_length=50)]


class TaskOut(Schema):
    id: int
    title: str
    why: str
    project_id: int
    milestone_id: int | None
    goal_id: int | None
    parent_id: int | None
    status: str
    priority: int
    estimate_low: float | None
    estimate_high: float | None
    remaining: float | None
    accountable_id: int | None
    contributor_ids: list[int]
    planned_start: datetime | None
    planned_end: datetime | None
    deadline: date | None
    deadline_is_hard: bool
    started_at: datetime | None
    done_at: datetime | None
    version: int
    created_at: datetime
    updated_at: datetime

    @staticmethod
    def resolve_contributor_ids(task: Any) -> list[int]:
        return [contributor.person_id for contributor in task.contributors.all()]


class TaskPage(TaskOut):
    description: str
    definition_of_done: str
    why_chain: list[WhyStep]


class TaskQuery(Schema):
    text: Annotated[Text, Field(max_length=200)] = ""
    status: Literal["open", "closed", "all"] | TaskStatus = "open"
    project: RecordId | None = None
    team: RecordId | None = None
    person: RecordId | None = None
    mine: bool = False
    priority: Priority | None = None
    deadline: Literal["", "overdue", "today", "week", "month", "none"] = ""
    goal: RecordId | None = None
    milestone: RecordId | None = None
    week: Day | None = None
    no_estimate: bool = False
    no_why: bool = False
    no_person: bool = False
    blocked: bool = False
    sort: Literal["deadline", "priority", "changed", "newest", "planned"] = "deadline"


class TaskFields(Schema):
    """What a task may carry; only what is given is written."""

    title: Name = ""
    project_id: RecordId = 0
    why: Why = ""
    description: Description = ""
    definition_of_done: Annotated[Text, Field(max_length=10_000)] = ""
    status: TaskStatus = "todo"
    priority: Priority = 3
    estimate_low: Hours | None = None
    estimate_high: Hours | None = None
    remaining: Hours | None = None
    accountable_id: RecordId | None = None
    contributor_ids: People = []
    milestone_id: RecordId | None = None
    goal_id: RecordId | None = None
    planned_start: Moment | None = None
    planned_end: Moment | None = None
    deadline: Day | None = None
    deadline_is_hard: bool = False


class NewTask(TaskFields):
    title: Name
    project_id: RecordId


class TaskChanges(TaskFields):
    """`version` is the one that was read: what others changed since is not lost."""

    version: Version


class BulkChanges(Schema):
    status: TaskStatus = "todo"
    priority: Priority = 3
    accountable_id: RecordId | None = None
    add_contributor_id: RecordId = 0
    project_id: RecordId = 0
    milestone_id: RecordId | None = None
    deadline: Day | None = None


class Bulk(Schema):
    task_ids: Annotated[list[RecordId], Field(min_length=1, max_length=1_000)]
    changes: BulkChanges
    dry_run: bool = False


class BulkRow(Schema):
    task_id: int
    changes: list[list[str]]
    refusal: str


class BulkOut(Schema):
    changed: int
    unchanged: int
    refused: int
    activity_id: int | None
    rows: list[BulkRow]


class Undone(Schema):
    activity_id: int


@router.get("/", response={200: Listing[TaskOut], **PROBLEMS})
def list_tasks(
    request: Request, window: WindowQuery, wanted: Annotated[TaskQuery, Query()]
) -> Any:
    found = queries.tasks_found(
        user=request.user,
        wanted=queries.TaskFilter(**wanted.dict()),
        today=request.now.date(),
    )
    return listing(found.prefetch_related("contributors"), window)


@router.post("/", response={201: TaskPage, **PROBLEMS})
def add_task(request: Request, body: NewTask) -> Any:
    fields = records(request.user, body.dict(exclude_unset=True), adding=True)
    task = services.add_task(by=request.user, at=request.now, **fields)
    return Status(201, _page(request, task.pk))


@router.post("/bulk/", response={200: BulkOut, **PROBLEMS})
def edit_tasks(request: Request, body: Bulk) -> Any:
    changes = records(request.user, body.changes.dict(exclude_unset=True))
    act = services.preview_edit if body.dry_run else services.edit_tasks
    done = act(task_ids=body.task_ids, changes=changes, by=request.user, at=request.now)
    return {
        "changed": len(done.changed),
        "unchanged": done.unchanged,
        "refused": len(done.refused),
        "activity_id": done.act and done.act.pk,
        "rows": [
            {"task_id": row.task.pk, "changes": row.shown, "refusal": row.refusal}
            for row in done.rows
        ],
    }


@router.post("/acts/{activity_id}/undo/", response={200: Undone, **PROBLEMS})
def undo_act(request: Request, activity_id: Id) -> Any:
    act = services.undo_act(activity_id=activity_id, by=request.user, at=request.now)
    return {"activity_id": act.pk}


@router.get("/{task_id}/", response={200: TaskPage, **PROBLEMS})
def get_task(request: Request, task_id: Id) -> Any:
    return _page(request, task_id)


@router.patch("/{task_id}/", response={200: TaskPage, **PROBLEMS})
def edit_task(request: Request, task_id: Id, body: TaskChanges) -> Any:
    task = queries.get_task(user=request.user, task_id=task_id)
    changes = records(request.user, body.dict(exclude_unset=True))
    seen = changes.pop("version")
    services.edit_task(
        task=task, by=request.user, at=request.now, seen_version=seen, **changes
    )
    return _page(request, task_id)


@router.post("/{task_id}/finish/", response={200: TaskPage, **PROBLEMS})
def finish_task(request: Request, task_id: Id) -> Any:
    task = queries.get_task(user=request.user, task_id=task_id)
    services.finish_task(task=task, by=request.user, at=request.now)
    return _page(request, task_id)


@router.delete("/{task_id}/", response={200: TaskPage, **PROBLEMS})
def cancel_task(request: Request, task_id: Id) -> Any:
    """Cancel the task; nothing of it is lost, and the act can be undone."""
    task = queries.get_task(user=request.user, task_id=task_id)
    services.cancel_task(task=task, by=request.user, at=request.now)
    return _page(request, task_id)


@router.get("/{task_id}/history/", response={200: list[ActOut], **PROBLEMS})
def task_history(request: Request, task_id: Id) -> Any:
    task = queries.get_task(user=request.user, task_id=task_id)
    return queries.acts_on(task, user=request.user)


def _page(request: Request, task_id: int) -> Any:
    task: Any = queries.get_task(user=request.user, task_id=task_id)
    task.why_chain = queries.why_of_task(task, user=request.user)
    return task
