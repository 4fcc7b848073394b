"""Start a job, do it, tell how far it is, cancel it.

A task is a plain function with Django's decorator, in the services of its own room:

    @django_tasks.task
    def propose_plan(proposal_id: int) -> None:
        problem = translation.problem_of(proposal_id)          # read
        result = run_confined(                                 # compute: no transaction
            "quarterdeck.engines.planning:solve_order", problem,
            result_type=Result, seconds=60, megabytes=800,
            on_message=lambda m: jobs.report_progress(m["done"], m["of"], "Searching"),
            cancelled=jobs.stop_is_wanted,
        )
        with jobs.completing(url=f"/planning/{proposal_id}/") as completion:
            keep(proposal_id, result)                          # write
            completion.result = {"changes": len(result.changes)}

    job = jobs.start_job(propose_plan, proposal.pk, name="Propose a plan", by=user, at=at)

What is written inside `completing` is committed together with the job's completion, or
not at all: a worker that was killed, cancelled or replaced before that moment leaves
nothing behind, and one that was killed after it is not asked again. A task that writes
to the database and does not use `completing` may have its effect twice.
"""

from .cancelling import JobAlreadyEnded, request_cancel
from .forgetting import forget_accounts
from .queueing import AlreadyUnderWay, start_job
from .running import (
    JobCancelled,
    completing,
    raise_if_cancelled,
    report_progress,
    stop_is_wanted,
)
from .working import Worker

__all__ = [
    "AlreadyUnderWay",
    "JobAlreadyEnded",
    "JobCancelled",
    "Worker",
    "completing",
    "forget_accounts",
    "raise_if_cancelled",
    "report_progress",
    "request_cancel",
    "start_job",
    "stop_is_wanted",
]
