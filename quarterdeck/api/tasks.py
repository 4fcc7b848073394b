"""Tasks for programs: look for them, add, edit, finish, many at once, undo, history."""

from typing import Annotated, Any

from ninja import Query, Router, Status

from quarterdeck.domains.projects import queries, services

from .authentication import may
from .paging import Listing, WindowQuery, listing
from .task_shapes import (
    Bulk,
    BulkOut,
    NewTask,
    TaskChanges,
    TaskOut,
    TaskPage,
    TaskQuery,
    Undone,
)
from .types import Id, Request
from .work_records import records
from .work_shapes import ActOut

router = Router(tags=["tasks"], auth=may("projects"))


@router.get("/", response=Listing[TaskOut])
def list_tasks(
    request: Request, window: WindowQuery, wanted: Annotated[TaskQuery, Query()]
) -> Any:
    found = queries.tasks_found(
        user=request.user,
        wanted=queries.TaskFilter(**wanted.dict()),
        today=request.now.date(),
    )
    return listing(found.prefetch_related("contributors"), window)


@router.post("/", response={201: TaskPage})
def add_task(request: Request, body: NewTask) -> Any:
    fields = records(request.user, body.dict(exclude_unset=True), adding=True)
    task = services.add_task(by=request.user, at=request.now, **fields)
    return Status(201, _page(request, task.pk))


@router.post("/bulk/", response=BulkOut)
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


@router.post("/acts/{activity_id}/undo/", response=Undone)
def undo_act(request: Request, activity_id: Id) -> Any:
    act = services.undo_act(activity_id=activity_id, by=request.user, at=request.now)
    return {"activity_id": act.pk}


@router.get("/{task_id}/", response=TaskPage)
def get_task(request: Request, task_id: Id) -> Any:
    return _page(request, task_id)


@router.patch("/{task_id}/", response=TaskPage)
def edit_task(request: Request, task_id: Id, body: TaskChanges) -> Any:
    task = queries.get_task(user=request.user, task_id=task_id)
    changes = records(request.user, body.dict(exclude_unset=True))
    seen = changes.pop("version")
    services.edit_task(
        task=task, by=request.user, at=request.now, seen_version=seen, **changes
    )
    return _page(request, task_id)


@router.post("/{task_id}/finish/", response=TaskPage)
def finish_task(request: Request, task_id: Id) -> Any:
    task = queries.get_task(user=request.user, task_id=task_id)
    services.finish_task(task=task, by=request.user, at=request.now)
    return _page(request, task_id)


@router.delete("/{task_id}/", response=TaskPage)
def cancel_task(request: Request, task_id: Id) -> Any:
    """Cancel the task; nothing of it is lost, and the act can be undone."""
    task = queries.get_task(user=request.user, task_id=task_id)
    services.cancel_task(task=task, by=request.user, at=request.now)
    return _page(request, task_id)


@router.get("/{task_id}/history/", response=list[ActOut])
def task_history(request: Request, task_id: Id) -> Any:
    task = queries.get_task(user=request.user, task_id=task_id)
    return queries.acts_on(task, user=request.user)


def _page(request: Request, task_id: int) -> Any:
    task: Any = queries.get_task(user=request.user, task_id=task_id)
    task.why_chain = queries.why_of_task(task, user=request.user)
    return task
