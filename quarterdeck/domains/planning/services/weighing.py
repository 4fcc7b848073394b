"""Plan the work as it is now, choose changes worth a try, and plan with each of them."""

from copy import copy
from dataclasses import replace
from datetime import datetime
from typing import Any

from quarterdeck.domains.background_jobs import services as jobs
from quarterdeck.engines.planning import Problem
from quarterdeck.engines.planning.levers import Variant, Weighed, Weighing, chosen
from quarterdeck.shared.confined import run_confined

from ..models import Proposal
from ..translation import Translation
from ..translation.levers import as_adjustment, told_of_base, told_of_levers
from .asking import MEGABYTES, ask, question_for

MOST_TASKS, FEW = 3_000, 5  # above so many tasks only so few changes are tried
SECONDS = 5  # for the plan without any change
SHARE = 0.1  # of the proposal's seconds for each change


def weigh_for(
    proposal: Proposal, at: datetime
) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """What the plan is without any change, and each change with what it brings."""
    now = copy(proposal)
    now.asked_at, now.seconds = at, min(SECONDS, proposal.seconds)
    now.with_choices = False
    translation, question = question_for(now)
    question = replace(question, baseline=None, explain_seconds=0.0)
    result = ask(question, now).result
    first = _tomorrow(translation, at)
    adjustments: dict[str, dict[str, Any]] = {}
    for lever in chosen(translation.problem, result, now=first):
        row = as_adjustment(lever, translation, proposal.team_id)
        if row is not None and row not in adjustments.values():
            adjustments[str(len(adjustments))] = row
    few = len(translation.tasks) > MOST_TASKS
    tried = dict(list(adjustments.items())[: FEW if few else None])
    weighing = Weighing(
        problem=translation.problem,
        variants=tuple(
            Variant(name=name, problem=_supposing(now, row))
            for name, row in tried.items()
        ),
        plan=result.assignments,
        seconds=max(0.5, SHARE * proposal.seconds),
        seed=proposal.seed,
    )
    weighed = _weigh(weighing)
    rows = told_of_levers(weighed, tried, translation)
    return told_of_base(weighed, translation), rows


def _tomorrow(translation: Translation, at: datetime) -> int:
    """Nothing can be changed before tomorrow."""
    per_day = translation.axis.per_day
    return (max(0, translation.axis.end_slot_of(at)) // per_day + 1) * per_day


def _supposing(proposal: Proposal, row: dict[str, Any]) -> Problem:
    """The problem as a what-if with this change would have it."""
    twin = copy(proposal)
    twin.supposed = [*proposal.supposed, row]
    return question_for(twin)[1].problem


def _weigh(weighing: Weighing) -> Weighed:
    size, plans = len(weighing.problem.tasks), len(weighing.variants) + 1
    return run_confined(
        "quarterdeck.engines.planning.levers.weighing:weigh",
        weighing,
        result_type=Weighed,
        seconds=plans * (2 * weighing.seconds + 10 + size / 50) + 60,
        megabytes=MEGABYTES,
        on_message=_tell_progress,
        cancelled=jobs.stop_is_wanted,
    )


def _tell_progress(message: dict[str, Any]) -> None:
    done, total = message["done"], message["total"]
    jobs.report_progress(done, total, f"Trying {total} changes, one after the other")
