"""Make a proposal: read, compute in a bounded child process, write the outcome at once."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django_tasks import task

from quarterdeck.domains.background_jobs import services as jobs
from quarterdeck.domains.people.models import Skill
from quarterdeck.engines import planning
from quarterdeck.engines.planning.answer import Answer, Question
from quarterdeck.shared.confined import run_confined

from ..models import Proposal, ProposedChange
from ..queries import scope_of
from ..translation import Translation, suppose, translate
from ..translation.measuring import summary
from ..translation.words import (
    Words,
    alternative_in_words,
    conflict_in_words,
    left_out_in_words,
    reasons_in_words,
)

MEGABYTES = 2_500
PHASES = {
    "compile": "Reading skills, hours and links",
    "dispatch": "Making a first plan",
    "repair": "Looking for what fits together",
    "exact": "Looking for the best plan",
    "search": "Looking for a better plan",
    "conflict": "Looking for what does not fit together",
    "done": "Writing down the reasons",
}


@task
def solve_proposal(proposal_id: int) -> None:
    """Plan for one proposal; the job's result is the link to it."""
    proposal = Proposal.objects.select_related("team", "scenario").get(pk=proposal_id)
    translation, question = question_for(proposal)
    answer = _ask(question, proposal)
    url = f"/plan/proposals/{proposal.pk}/"
    if proposal.scenario_id is not None:
        url = f"/plan/what-if/{proposal.scenario_id}/"
    with jobs.completing(url=url):
        write_answer(proposal, translation, answer)


def question_for(proposal: Proposal) -> tuple[Translation, Question]:
    """Translate the records as they are now; a what-if is planned beside its baseline."""
    weights = planning.Weights(**proposal.weights)
    scope = scope_of(proposal.team, proposal.asked_at)
    translation = translate(scope, weights)
    baseline = None
    if proposal.scenario is not None:
        baseline = translation.problem
        supposed = suppose(scope, proposal.scenario.adjustments)
        translation = translate(supposed, weights)
    question = Question(
        problem=translation.problem,
        in_force=translation.in_force,
        seconds=proposal.seconds,
        seed=proposal.seed,
        baseline=baseline,
    )
    return translation, question


def _ask(question: Question, proposal: Proposal) -> Answer:
    """Run the planner apart; first plans of large teams take time of their own."""
    size = len(question.problem.tasks)
    return run_confined(
        "quarterdeck.engines.planning.answer:answer",
        question,
        result_type=Answer,
        seconds=2 * proposal.seconds + 60 + size / 50,
        megabytes=MEGABYTES,
        on_message=_tell_progress,
        cancelled=jobs.stop_is_wanted,
    )


def _tell_progress(message: dict[str, Any]) -> None:
    phase = PHASES.get(message["phase"], "Planning")
    objective, bound = message.get("objective"), message.get("bound")
    if objective and bound is not None and message["phase"] in ("exact", "search"):
        share = max(0.0, (objective - bound) / objective)
        phase += f"; at most {share:.1%} from the best possible"
    jobs.report_progress(message["done"], message["total"], phase)


def write_answer(proposal: Proposal, translation: Translation, answer: Answer) -> None:
    """Keep what came out; a what-if keeps its measures and no changes to accept."""
    skills = dict(Skill.objects.values_list("pk", "name"))
    words = Words(translation, skills)
    result, axis = answer.result, translation.axis
    left_out = [
        {"task_id": each.task_id, "title": each.title, "reason": each.reason}
        for each in translation.left_out
    ]
    for each in result.unplaced:
        title = translation.tasks[int(each.task)].title
        reason = left_out_in_words(each, words)
        left_out.append({"task_id": int(each.task), "title": title, "reason": reason})
    fixed = len(translation.left_out)
    proposal.left_out = left_out
    proposal.objective, proposal.bound = result.objective, result.bound
    proposal.gap, proposal.seconds_used = result.gap, result.seconds
    proposal.before = summary(answer.before, axis, fixed)
    if result.conflict is not None:
        proposal.state = Proposal.State.IMPOSSIBLE
        proposal.conflict = conflict_in_words(result.conflict, words)
    else:
        proposal.state = Proposal.State.READY
        proposal.after = summary(answer.after, axis, fixed)
        if answer.without is not None:
            proposal.without = summary(answer.without, axis, fixed)
        if proposal.scenario_id is None:
            _write_changes(proposal, translation, answer, words)
    proposal.save()


def _write_changes(
    proposal: Proposal, translation: Translation, answer: Answer, words: Words
) -> None:
    reasons = {each.task: each for each in answer.explanations}
    there = {each.task: each for each in answer.result.assignments}
    rows = []
    for task_id in [each.id for each in translation.problem.tasks if each.id in there]:
        row = _change(proposal, translation, there[task_id])
        if row is None:
            continue
        if (why := reasons.get(task_id)) is not None:
            row.reasons = reasons_in_words(why, words)
            row.alternative = alternative_in_words(why.alternative, words)[:500]
        rows.append(row)
    ProposedChange.objects.bulk_create(rows, batch_size=500)


def _change(
    proposal: Proposal, translation: Translation, found: planning.Assignment
) -> ProposedChange | None:
    """The change against the record; None where record and proposal agree."""
    task = translation.tasks[int(found.task)]
    axis = translation.axis
    row = ProposedChange(
        proposal=proposal,
        task=task,
        people_before=sorted(translation.contributors.get(task.pk, ())),
        people_after=sorted(int(i) for i in found.people),
        start_before=task.planned_start,
        end_before=task.planned_end,
        start_after=axis.moment(found.start),
        end_after=axis.moment(found.end),
    )
    if not found.people:  # a milestone takes nobody's time; whoever stands there stays
        row.people_after = row.people_before
    before = (row.people_before, row.start_before, row.end_before)
    if before == (row.people_after, row.start_after, row.end_after):
        return None
    return row


def plan_now(*, proposal: Proposal, ended_at: datetime | None = None) -> Proposal:
    """Make a proposal in this process's time, for a command that waits for it."""
    translation, question = question_for(proposal)
    answer = _ask(question, proposal)
    with transaction.atomic():
        proposal.ended_at = ended_at
        write_answer(proposal, translation, answer)
    return proposal
