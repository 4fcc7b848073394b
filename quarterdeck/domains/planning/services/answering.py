"""Write down what came out of the planner: measures, changes with reasons, what is left."""

from typing import Any

from quarterdeck.domains.people.models import Skill
from quarterdeck.domains.people.queries import currency, rates_on
from quarterdeck.engines.planning import Aim
from quarterdeck.engines.planning.answer import Answer

from ..choices import REST
from ..models import Proposal, ProposedChange
from ..translation import Translation
from ..translation.costing import hours_of_plan, hours_taken
from ..translation.measuring import summary
from ..translation.stretches import hours_with_growth
from ..translation.words import Words, conflict_in_words
from .offering import choice_hours, growth_measures, write_choices
from .telling import Telling, left_out_of


def write_answer(proposal: Proposal, translation: Translation, answer: Answer) -> None:
    """Keep what came out; a what-if keeps its measures and no changes to accept."""
    words = fill_in(proposal, translation, answer)
    proposal.save()
    if proposal.state == Proposal.State.READY and proposal.scenario_id is None:
        told = Telling(proposal, translation, answer, words)
        result = answer.result
        rows = told.changes(result.assignments, result.stretches)
        ProposedChange.objects.bulk_create(rows, batch_size=500)
        if answer.offer is not None:
            write_choices(proposal, answer.offer, told)


def fill_in(proposal: Proposal, translation: Translation, answer: Answer) -> Words:
    """Put measures, what is left out and any conflict on the proposal; saves nothing."""
    skills = dict(Skill.objects.values_list("pk", "name"))
    words = Words(translation, skills)
    result, axis = answer.result, translation.axis
    fixed = len(translation.left_out)
    proposal.left_out = left_out_of(translation, result.unplaced, words)
    points = not proposal.weighs_cost
    if points:
        proposal.objective, proposal.bound = result.objective, result.bound
    proposal.gap = result.gap
    proposal.aims = [_aim(each, proposal) for each in result.aims]
    parts = proposal.portfolio
    proposal.seconds_used = result.seconds + parts.get("seconds", 0.0)
    same = answer.repeatable and parts.get("repeatable", True)
    proposal.portfolio = {**parts, "repeatable": same}
    proposal.before = summary(answer.before, axis, fixed, with_points=points)
    if result.conflict is not None:
        proposal.state = Proposal.State.IMPOSSIBLE
        proposal.conflict = conflict_in_words(result.conflict, words)
    else:
        proposal.state = Proposal.State.READY
        proposal.after = summary(answer.after, axis, fixed, with_points=points)
        proposal.after |= growth_measures(answer, translation)
        if answer.without is not None:
            proposal.without = summary(answer.without, axis, fixed, with_points=points)
        proposal.costs = costs_of(translation, answer)
    return words


def _aim(aim: Aim, proposal: Proposal) -> dict[str, Any]:
    """How good an aim in strict order is; amounts would tell what hours cost."""
    gap = (aim.amount - aim.bound) / aim.amount if aim.amount else 0.0
    told = {"name": aim.name, "gap": gap, "proven": aim.proven}
    if aim.name == "cost" or (aim.name == REST and proposal.weights.get("cost")):
        return told
    return {**told, "amount": aim.amount, "bound": aim.bound, "unit": aim.unit}


def costs_of(translation: Translation, answer: Answer) -> dict[str, Any]:
    """Whose hours each plan takes, with the rates of the day on which it begins."""
    hours = {
        "before": hours_of_plan(translation, translation.in_force),
        "after": hours_with_growth(
            hours_of_plan(translation, answer.result.assignments),
            answer.result.stretches,
            translation,
        ),
    }
    if answer.without is not None:
        hours["without"] = hours_taken(translation, answer.without)
    choices = answer.offer.choices if answer.offer else ()
    plans = [*hours.values(), *(choice_hours(translation, each) for each in choices)]
    involved = {i for plan in plans for i in map(int, plan) if i > 0}
    involved |= {
        i for task in translation.tasks for i in translation.contributors.get(task, ())
    }
    rates = rates_on(involved, translation.axis.first_day)
    return {
        "currency": currency(),
        "hours": {plan: _of_records(each) for plan, each in hours.items()},
        "people": sorted(involved),
        "rates": {str(i): str(rate.per_hour) for i, rate in rates.items()},
    }


def _of_records(hours: dict[str, float]) -> dict[str, float]:
    """Without people who are only supposed: nobody knows what they cost."""
    return {person: each for person, each in hours.items() if int(person) > 0}
