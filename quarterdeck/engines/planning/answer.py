"""One question and one answer, for callers that plan in another process.

Plain records in, plain records out, so that both travel as JSON.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from .counted import counted
from .evaluate import Measures, evaluate
from .explain import Explainer
from .explanation import Explanation
from .problem import Assignment, Problem
from .result import Progress, Result
from .solve import solve
from .stop import Clock, monotonic
from .stretching import Offer, explained_as, frontier
from .stretching.frontier import Choice


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What to plan and for how long.

    Parameters
    ----------
    problem
        What is to be planned.
    seconds
        How long to look for a better plan after the first one, on a common machine:
        the work of so many seconds is done, however long that takes by the clock, but
        for a bound (``counted.patience``) that only a much slower machine meets.
    seed
        Chance, as a number.
    explain_seconds
        How long to explain changed tasks at most; those that are left are answered
        by asking again with their ids in ``explain_only``.
    explain_only
        Explain these tasks of ``given`` and plan nothing.
    given
        A result made earlier for the same problem.
    baseline
        The same work under other conditions, planned as well and measured.
    choices
        Whether plans to choose from are searched for as well, each for a quarter of
        the time; growth in the slack of the plan is looked for where it is wished.
    rates
        What an hour of each person costs, for the choices; empty where nobody may know.
    start_from
        A plan that is known already, to begin with; it is never made worse.
    in_force
        The part of ``problem.current`` that has dates: what "before" is measured on.
    """

    problem: Problem
    seconds: float
    seed: int = 0
    explain_seconds: float = 10.0
    explain_only: tuple[str, ...] = ()
    given: Result | None = None
    baseline: Problem | None = None
    in_force: tuple[Assignment, ...] = ()
    choices: bool = False
    rates: tuple[tuple[str, float], ...] = ()
    start_from: tuple[Assignment, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The result, what stood before and would stand after, and reasons for changes.

    ``offer`` holds plans to choose from, the result first; None where none were made.
    ``repeatable`` says that steps ended every search and not the clock: then the same
    question gives the same plans.
    """

    result: Result
    before: Measures
    after: Measures
    explanations: tuple[Explanation, ...] = ()
    without: Measures | None = None
    offer: Offer | None = None
    repeatable: bool = False


def answer(
    question: Question, tell: Callable[[Progress], None], clock: Clock = monotonic
) -> Answer:
    """Plan, measure and explain; ``tell`` hears of every phase and better plan."""
    problem = question.problem
    without, made = None, list[Result]()
    if question.baseline is not None:
        base = _solve(question.baseline, question, tell, clock)
        without = evaluate(question.baseline, base)
        made.append(base)
    known = question.start_from
    result = question.given or _solve(problem, question, tell, clock, known)
    made.append(result)
    offer = _offer(question, made, tell, clock)
    if offer is not None:
        result = _taken(result, offer.choices[0])
    after = offer.choices[0].measures if offer else evaluate(problem, result)
    changed = question.explain_only or _changed(question, result)
    return Answer(
        result=result,
        before=evaluate(problem, question.in_force),
        after=after,
        explanations=_explain(question, result, changed, clock),
        without=without,
        offer=offer,
        repeatable=all(each.repeatable for each in made),
    )


def _offer(
    question: Question,
    made: list[Result],
    tell: Callable[[Progress], None],
    clock: Clock,
) -> Offer | None:
    """Give plans to choose from, where somebody asked or wishes to grow.

    They come of the last plan made; what is made for them is added.
    """
    result = made[-1]
    wished = any(person.stretch for person in question.problem.people)
    again = question.given is not None or question.baseline is not None
    if again or not result.assignments or not (wished or question.choices):
        return None
    tell(Progress(phase="choices"))
    quarter = replace(question, seconds=question.seconds / 4)

    def hush(_: Progress) -> None:
        tell(Progress(phase="choices"))

    def solve_again(problem: Problem) -> Result:
        made.append(_solve(problem, quarter, hush, clock))
        return made[-1]

    return frontier(
        question.problem,
        result,
        seed=question.seed,
        solve_again=solve_again if question.choices else None,
        rates=dict(question.rates),
    )


def _taken(result: Result, choice: Choice) -> Result:
    """The result with the plan of a choice; its bound is that of plans without growth."""
    if choice.key == "as_found":
        return result
    return replace(
        result,
        objective=choice.measures.objective,
        terms=choice.measures.terms,
        assignments=choice.assignments,
        unplaced=choice.unplaced,
        stretches=choice.stretches,
    )


def _changed(question: Question, result: Result) -> tuple[str, ...]:
    """Tasks that the plan puts elsewhere than where they have a date and people."""
    in_force = set(question.in_force)
    return tuple(each.task for each in result.assignments if each not in in_force)


def _solve(
    problem: Problem,
    question: Question,
    tell: Callable[[Progress], None],
    clock: Clock,
    known: tuple[Assignment, ...] = (),
) -> Result:
    return solve(
        problem,
        stop=counted(question.seconds, clock),
        seed=question.seed,
        start_from=known or None,
        on_progress=tell,
        clock=clock,
    )


def _explain(
    question: Question, result: Result, tasks: tuple[str, ...], clock: Clock
) -> tuple[Explanation, ...]:
    there = {each.task for each in result.assignments}
    grown = {each.task for each in result.stretches}
    wanted = [task for task in tasks if task in there - grown]
    if not wanted:
        return ()
    end = clock() + question.explain_seconds
    problem = explained_as(question.problem, result.stretches)
    explainer = Explainer(problem, replace(result, stretches=()))
    found = []
    for task in wanted:
        found.append(explainer.explain(task))
        if clock() > end:
            break
    return tuple(found)
