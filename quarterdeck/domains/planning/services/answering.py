"""Write down what came out of the planner: measures, changes with reasons, what is left."""

from decimal import Decimal
from typing import Any

from quarterdeck.domains.people.models import Skill
from quarterdeck.domains.people.queries import currency, rates_on
from quarterdeck.engines import planning
from quarterdeck.engines.planning.answer import Answer

from ..models import Proposal, ProposedChange
from ..translation import Translation
from ..translation.costing import hours_by_task, hours_of_plan, hours_taken
from ..translation.measuring import summary
from ..translation.reasons import alternative_in_words, reasons_in_words
from ..translation.words import Words, conflict_in_words, left_out_in_words


def write_answer(proposal: Proposal, translation: Translation, answer: Answer) -> None:
    """Keep what came out; a what-if keeps its measures and no changes to accept."""
    words = fill_in(proposal, translation, answer)
    if proposal.state == Proposal.State.READY and proposal.scenario_id is None:
        _write_changes(proposal, translation, answer, words)
    proposal.save()


def fill_in(proposal: Proposal, translation: Translation, answer: Answer) -> Words:
    """Put measures, what is left out and any conflict on the proposal; saves nothing."""
    skills = dict(Skill.objects.values_list("pk", "name"))
    words = Words(translation, skills)
    result, axis = answer.result, translation.axis
    fixed = len(translation.left_out)
    proposal.left_out = _left_out(translation, result, words)
    points = not proposal.weights.get("cost")
    if points:
        proposal.objective, proposal.bound = result.objective, result.bound
    proposal.gap, proposal.seconds_used = result.gap, result.seconds
    proposal.before = summary(answer.before, axis, fixed, with_points=points)
    if result.conflict is not None:
        proposal.state = Proposal.State.IMPOSSIBLE
        proposal.conflict = conflict_in_words(result.conflict, words)
    else:
        proposal.state = Proposal.State.READY
        proposal.after = summary(answer.after, axis, fixed, with_points=points)
        if answer.without is not None:
            proposal.without = summary(answer.without, axis, fixed, with_points=points)
        proposal.costs = costs_of(translation, answer)
    return words


def _left_out(
    translation: Translation, result: planning.Result, words: Words
) -> list[dict[str, Any]]:
    """What could not be planned, and what the planner found no place for."""
    rows: list[dict[str, Any]] = [
        {"task_id": each.task_id, "title": each.title, "reason": each.reason}
        for each in translation.left_out
    ]
    for each in result.unplaced:
        title = translation.tasks[int(each.task)].title
        reason = left_out_in_words(each, words)
        rows.append({"task_id": int(each.task), "title": title, "reason": reason})
    return rows


def costs_of(translation: Translation, answer: Answer) -> dict[str, Any]:
    """Whose hours each plan takes, with the rates of the day on which it begins."""
    hours = {
        "before": hours_of_plan(translation, translation.in_force),
        "after": hours_of_plan(translation, answer.result.assignments),
    }
    if answer.without is not None:
        hours["without"] = hours_taken(translation, answer.without)
    involved = {int(person) for plan in hours.values() for person in plan}
    involved |= {
        i for task in translation.tasks for i in translation.contributors.get(task, ())
    }
    rates = rates_on(involved, translation.axis.first_day)
    return {
        "currency": currency(),
        "hours": hours,
        "people": sorted(involved),
        "rates": {str(i): str(rate.per_hour) for i, rate in rates.items()},
    }


def _write_changes(
    proposal: Proposal, translation: Translation, answer: Answer, words: Words
) -> None:
    reasons = {each.task: each for each in answer.explanations}
    there = {each.task: each for each in answer.result.assignments}
    asked = hours_by_task(translation)
    rows = []
    for task_id in [each.id for each in translation.problem.tasks if each.id in there]:
        row = _change(proposal, translation, there[task_id])
        if row is None:
            continue
        row.hours = Decimal(str(asked[task_id]))
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
