"""What waits for what, and what blocks a task, for programs."""

from datetime import datetime
from decimal import Decimal
from typing import Annotated, Any, Literal

from ninja import Router, Schema, Status
from pydantic import Field

from quarterdeck.domains.projects import queries, services

from .authentication import may
from .paging import Listing, WindowQuery, listing
from .types import Id, RecordId, Request, Text

router = Router(tags=["dependencies"], auth=may("projects"))
of_tasks = Router(tags=["dependencies"], auth=may("projects"))
blocks = Router(tags=["blocks"], auth=may("projects"))
MOST = 200
Kind = Literal["FS", "SS", "FF", "SF"]
Lag = Annotated[Decimal, Field(ge=-43_920, le=43_920, max_digits=8, decimal_places=2)]


class DependencyOut(Schema):
    id: int
    before_id: int
    after_id: int
    kind: str
    lag_hours: float


class MoveOut(Schema):
    """A task that cannot keep its dates, and the earliest that fit."""

    task_id: int
    start: datetime
    end: datetime

    @staticmethod
    def resolve_task_id(move: Any) -> int:
        return int(move.task.pk)

    @staticmethod
    def resolve_start(move: Any) -> datetime:
        return move.span.start

    @staticmethod
    def resolve_end(move: Any) -> datetime:
        return move.span.end


class Around(Schema):
    waits_for: list[DependencyOut]
    waited_for_by: list[DependencyOut]
    would_move: list[MoveOut]


class Terms(Schema):
    kind: Kind = "FS"
    lag_hours: Lag = Decimal(0)


class NewDependency(Terms):
    before_id: RecordId


class MovedOut(Schema):
    """The act that moved them; `/tasks/acts/{activity_id}/undo/` takes it back."""

    activity_id: int


class BlockOut(Schema):
    id: int
    task_id: int
    reason: str
    blocked_at: datetime
    cleared_at: datetime | None


class NewBlock(Schema):
    reason: Annotated[Text, Field(min_length=1, max_length=300)]


@of_tasks.get("/{task_id}/dependencies/", response=Around)
def list_dependencies(request: Request, task_id: Id) -> Any:
    task = queries.get_task(user=request.user, task_id=task_id)
    return {
        "waits_for": queries.predecessors_of(request.user, task)[:MOST],
        "waited_for_by": queries.successors_of(request.user, task)[:MOST],
        "would_move": queries.moves_after(request.user, task),
    }


@of_tasks.post("/{task_id}/dependencies/", response={201: DependencyOut})
def add_dependency(request: Request, task_id: Id, body: NewDependency) -> Any:
    """Let the task wait for another; a circle is refused with its path named."""
    values = body.dict()
    before = queries.get_task(user=request.user, task_id=values.pop("before_id"))
    after = queries.get_task(user=request.user, task_id=task_id)
    return Status(
        201,
        services.add_dependency(
            before=before, after=after, **values, by=request.user, at=request.now
        ),
    )


@of_tasks.post("/{task_id}/move-followers/", response=MovedOut)
def move_followers(request: Request, task_id: Id) -> Any:
    """Take over the dates that `would_move` proposes; nothing moves by itself."""
    task = queries.get_task(user=request.user, task_id=task_id)
    act = services.move_followers(task=task, by=request.user, at=request.now)
    return {"activity_id": act.pk}


@router.put("/{dependency_id}/", response=DependencyOut)
def change_dependency(request: Request, dependency_id: Id, body: Terms) -> Any:
    link = queries.get_dependency(user=request.user, dependency_id=dependency_id)
    return services.change_dependency(
        dependency=link, **body.dict(), by=request.user, at=request.now
    )


@router.delete("/{dependency_id}/", response={204: None})
def remove_dependency(request: Request, dependency_id: Id) -> Any:
    link = queries.get_dependency(user=request.user, dependency_id=dependency_id)
    services.remove_dependency(dependency=link, by=request.user, at=request.now)
    return Status(204, None)


@blocks.get("/", response=Listing[BlockOut])
def list_blocks(request: Request, window: WindowQuery) -> Any:
    """Everything that is blocked now, the longest first."""
    return listing(queries.blocked_visible_to(request.user), window)


@of_tasks.get("/{task_id}/blocks/", response=Listing[BlockOut])
def list_blocks_of_task(request: Request, task_id: Id, window: WindowQuery) -> Any:
    task = queries.get_task(user=request.user, task_id=task_id)
    return listing(queries.blocks_of(task), window)


@of_tasks.post("/{task_id}/blocks/", response={201: BlockOut})
def block_task(request: Request, task_id: Id, body: NewBlock) -> Any:
    task = queries.get_task(user=request.user, task_id=task_id)
    return Status(
        201,
        services.block_task(
            task=task, reason=body.reason, by=request.user, at=request.now
        ),
    )


@of_tasks.delete("/{task_id}/blocks/", response={204: None})
def unblock_task(request: Request, task_id: Id) -> Any:
    task = queries.get_task(user=request.user, task_id=task_id)
    services.unblock_task(task=task, by=request.user, at=request.now)
    return Status(204, None)
