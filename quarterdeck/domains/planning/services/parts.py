"""Plan a large whole in parts that are ordinary jobs: the more workers, the sooner."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from quarterdeck.domains.background_jobs import services as jobs
from quarterdeck.shared.confined import run_confined

from ..models import Proposal
from ..rules.parts import goes_in_parts
from .asking import MEGABYTES
from .gathering import Gathering
from .handing_out import hand_out, put_away

if TYPE_CHECKING:
    from quarterdeck.engines.planning.answer import Question
    from quarterdeck.engines.planning.portfolio import Stage, Step

SHARE = 0.9  # of the work is for the parts, the rest for the whole in the end
STEPS_A_SECOND, PATIENCE = 100, 2.0
MOST_TASKS, ROUNDS = 1_000, 8  # tasks that a part may move; how often the whole is cut


def planned_in_parts(proposal: Proposal, question: Question) -> Question:
    """Give the question that is left: to improve and explain what the parts came to.

    A what-if is compared under the same conditions, so it is never cut.
    """
    size = len(question.problem.tasks)
    if question.baseline is not None or not goes_in_parts(proposal.in_parts, size):
        return question
    from quarterdeck.engines.planning.portfolio import Stage

    stage = Stage(
        problem=question.problem,
        steps=round(SHARE * proposal.seconds * STEPS_A_SECOND),
        seconds=SHARE * proposal.seconds * PATIENCE,
        seed=proposal.seed,
        most=MOST_TASKS,
        rounds=ROUNDS,
    )
    began = time.monotonic()
    try:
        step = _all_rounds(proposal, stage)
    finally:
        put_away(proposal)
    proposal.portfolio["seconds"] = time.monotonic() - began
    left = (1 - SHARE) * proposal.seconds
    return (
        replace(question, start_from=step.plan, seconds=left) if step.plan else question
    )


def _all_rounds(proposal: Proposal, stage: Stage) -> Step:
    step = _next(stage)
    first, rounds, repeatable = step.objective, list[dict[str, Any]](), True
    proposal.portfolio = {}
    while step.cut is not None:
        parts = step.cut.parts
        rows = hand_out(proposal, stage.turn, parts)
        gathering = Gathering(rows, stage.turn, stage.rounds)
        plans = gathering.gather()
        told = {
            "parts": len(parts),
            "tasks": sum(len(part.movable) for part in parts),
            "held": len(step.cut.held),
            "seams": step.cut.seams,
            "by_others": gathering.by_others,
            "failed": gathering.failed,
        }
        stage = replace(
            stage,
            turn=stage.turn + 1,
            plan=step.plan,
            groups=step.groups,
            movable=tuple(part.movable for part in parts),
            plans=tuple(sorted(plans, key=lambda each: each.number)),
        )
        step = _next(stage)
        repeatable &= not gathering.failed and all(each.repeatable for each in plans)
        rounds.append({**told, "better": step.better, "objective": step.objective})
        _keep(proposal, first, rounds)
    proposal.portfolio["repeatable"] = repeatable
    return step


def _keep(proposal: Proposal, first: float, rounds: list[dict[str, Any]]) -> None:
    """Let the page tell of it while it goes on; points would tell what hours cost."""
    told = rounds
    if proposal.weighs_cost or proposal.order:
        told = [{k: v for k, v in row.items() if k != "objective"} for row in rounds]
        proposal.portfolio = {"rounds": told}
    else:
        proposal.portfolio = {"first": first, "rounds": told}
    Proposal.objects.filter(pk=proposal.pk).update(portfolio=proposal.portfolio)


def _next(stage: Stage) -> Step:
    """Join and cut, apart from this process and within bounds."""
    from quarterdeck.engines.planning.portfolio import Step

    return run_confined(
        "quarterdeck.engines.planning.portfolio:next_step",
        stage,
        result_type=Step,
        seconds=60 + len(stage.problem.tasks) / 50,
        megabytes=MEGABYTES,
        cancelled=jobs.stop_is_wanted,
    )
