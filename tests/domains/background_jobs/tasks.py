"""Tasks for the tests: each does one thing a task may do."""

import threading
from datetime import UTC, datetime

import django_tasks

from quarterdeck.domains.accounts.models import User
from quarterdeck.domains.background_jobs import services as jobs
from quarterdeck.domains.background_jobs.models import Job
from quarterdeck.shared.errors import RuleBroken

AT = datetime(2026, 6, 1, 9, tzinfo=UTC)
seen: list[object] = []
word = threading.Event()


def effect(name: str) -> None:
    """Leave a mark that can be counted."""
    User.objects.create(email=f"{name}@effect.test", name=name, date_joined=AT)


@django_tasks.task
def add(a: int, b: int = 0) -> int:
    seen.append((a, b))
    return a + b


@django_tasks.task
def leave_a_mark(name: str) -> None:
    jobs.report_progress(1, 2, "Half of it")
    with jobs.completing(url=f"/marks/{name}/") as completion:
        effect(name)
        completion.result = {"mark": name}


@django_tasks.task
def break_after_the_mark(name: str) -> None:
    with jobs.completing():
        effect(name)
    raise ZeroDivisionError


@django_tasks.task
def break_inside(name: str) -> None:
    with jobs.completing():
        effect(name)
        raise ZeroDivisionError("a secret detail")


@django_tasks.task
def break_twice() -> str:
    seen.append("break_twice")
    if len(seen) < 3:
        raise ZeroDivisionError("a secret detail")
    return "the third time"


@django_tasks.task
def refuse() -> None:
    raise RuleBroken("There is nothing to plan.")


@django_tasks.task
def be_cancelled_halfway(name: str) -> None:
    Job.objects.filter(name="to be cancelled").update(cancel_requested_at=AT)
    if name == "asks":
        jobs.raise_if_cancelled()
    with jobs.completing():
        effect(name)


@django_tasks.task
def lose_the_lease(name: str) -> None:
    Job.objects.filter(name="to be lost").update(worker="another", attempts=2)
    with jobs.completing():
        effect(name)


@django_tasks.task
def stop_the_worker() -> None:
    worker: jobs.Worker = seen[0]  # type: ignore[assignment]
    worker.stop()
    assert jobs.stop_is_wanted()
    jobs.raise_if_cancelled()


@django_tasks.task(takes_context=True, priority=5)
def with_context(context: django_tasks.TaskContext) -> int:
    return context.attempt


@django_tasks.task
def wait_for_word() -> None:
    seen.append("begun")
    assert word.wait(10)
