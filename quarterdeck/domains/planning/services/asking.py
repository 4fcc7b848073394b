"""Ask the planner, in a bounded child process, about the records as they are now."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

from quarterdeck.domains.background_jobs import services as jobs
from quarterdeck.domains.people.permissions import seen_among, standing_of
from quarterdeck.domains.people.queries import rates_on
from quarterdeck.engines import planning
from quarterdeck.engines.planning.answer import Answer, Question
from quarterdeck.shared.confined import Child, run_confined

from ..choices import AIMS
from ..models import Proposal
from ..queries import Scope, scope_of
from ..rules import rates_to_search_with
from ..translation import Translation, suppose, translate

Ask = Callable[[Question, Proposal], Answer]
MEGABYTES = 2_500
PHASES = {
    "compile": "Reading skills, hours and links",
    "dispatch": "Making a first plan",
    "repair": "Looking for what fits together",
    "exact": "Looking for the best plan",
    "search": "Looking for a better plan",
    "conflict": "Looking for what does not fit together",
    "choices": "Looking at plans to choose from",
    "done": "Writing down the reasons",
}


def question_for(proposal: Proposal) -> tuple[Translation, Question]:
    """Translate the records as they are now; a what-if is planned beside its baseline."""
    weights = planning.Weights(**proposal.weights)
    scope = scope_of(proposal.team, proposal.asked_at)
    costs = _costs(scope, proposal)
    rules, order = proposal.stretch_rules, tuple(proposal.order)
    translation = translate(scope, weights, costs, rules, order)
    baseline = None
    if proposal.supposed:
        baseline = translation.problem
        supposed = suppose(scope, proposal.supposed)
        translation = translate(supposed, weights, costs, rules, order)
    question = Question(
        problem=translation.problem,
        in_force=translation.in_force,
        seconds=proposal.seconds,
        seed=proposal.seed,
        baseline=baseline,
        choices=proposal.with_choices and proposal.scenario_id is None,
        rates=_rates_of_all(scope, proposal),
    )
    return translation, question


def _costs(scope: Scope, proposal: Proposal) -> dict[int, float]:
    """Rates for a search that weighs cost: those that who asked may see, no others.

    Otherwise a plan would tell who costs less than whom.
    """
    if not proposal.weighs_cost or proposal.asked_by is None:
        return {}
    seen = seen_among(proposal.asked_by, scope.people)
    rates = rates_on(seen, scope.first_day)
    known = {person_id: rate.per_hour for person_id, rate in rates.items()}
    return rates_to_search_with(scope.people, known)


def _rates_of_all(scope: Scope, proposal: Proposal) -> tuple[tuple[str, float], ...]:
    """Rates to find the cheapest plan by: only for who may see those of everybody."""
    if not proposal.with_choices or proposal.asked_by is None:
        return ()
    seen = seen_among(proposal.asked_by, scope.people)
    me = standing_of(proposal.asked_by).person_id
    if set(scope.people) - seen - {me}:
        return ()
    rates = rates_on(seen, scope.first_day)
    known = {person_id: rate.per_hour for person_id, rate in rates.items()}
    found = rates_to_search_with(scope.people, known)
    return tuple((str(person_id), rate) for person_id, rate in found.items())


@contextmanager
def planner_begun() -> Iterator[Ask]:
    """Begin the planner's process before it is known what to ask."""
    with Child("quarterdeck.engines.planning.answer") as child:
        yield partial(ask, child=child)


def ask(
    question: Question, proposal: Proposal, *, child: Child | None = None
) -> Answer:
    """Run the planner apart; first plans of large teams take time of their own."""
    size = len(question.problem.tasks)
    return run_confined(
        "quarterdeck.engines.planning.answer:answer",
        question,
        result_type=Answer,
        seconds=6 * proposal.seconds + 120 + size / 50,
        megabytes=MEGABYTES,
        on_message=Progress().tell,
        cancelled=jobs.stop_is_wanted,
        child=child,
    )


class Progress:
    """What is told of a search; that a first plan stands, at once."""

    def __init__(self) -> None:
        self._stands = False

    def tell(self, message: dict[str, Any]) -> None:
        """Hand one message of the planner on as the job's progress."""
        phase = PHASES.get(message["phase"], "Planning")
        if aim := AIMS.get(message.get("aim", "")):
            phase += f" for “{aim}”"
        objective, bound = message.get("objective"), message.get("bound")
        first = objective is not None and not self._stands
        self._stands = self._stands or first
        if message["phase"] == "dispatch" and self._stands:
            phase = "A first plan stands; looking for better ones"
        if objective and bound is not None and message["phase"] != "conflict":
            share = max(0.0, (objective - bound) / objective)
            phase += f"; at most {share:.1%} from the best possible"
        done, total = message["done"], message["total"]
        jobs.report_progress(done, total, phase, at_once=first)
