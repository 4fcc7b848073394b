"""What a task looks like in the API, and what may be sent about one."""

from datetime import date, datetime
from typing import Annotated, Any, Literal

from ninja import Schema
from pydantic import Field

from .moments import Day, Hours, Moment
from .types import RecordId, Text
from .work_shapes import Description, Name, Version, Why, WhyStep

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
