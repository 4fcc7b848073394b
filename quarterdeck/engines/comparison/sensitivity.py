"""How firm the first place is: what must move before another candidate takes it."""

import random
from dataclasses import dataclass

from .problem import Problem
from .ranking import EQUAL, rank


@dataclass(frozen=True)
class Tip:
    """The nearest weight of one criterion at which another candidate comes first.

    Attributes
    ----------
    criterion : int
        Its place among the weights.
    weight : float
        In the unit of the weights that were given, the others left as they are.
    first : int
        The key of who is first beyond it.
    """

    criterion: int
    weight: float
    first: int


def tips(problem: Problem) -> list[Tip]:
    """Return for each criterion where its weight would change the first place.

    One criterion is moved at a time: at a weight w the difference between the first and
    another candidate is linear in w / (w + the rest), so each crossing is exact. At most
    one crossing downwards and one upwards to a criterion, the nearest to the weight that
    was given. Unknown scores stand at the middle. Criteria without a crossing are left
    out: no weight of theirs, however large, changes the first place.

    Source: Triantaphyllou and Sánchez, A Sensitivity Analysis Approach for Some
    Deterministic Multi-Criteria Decision-Making Methods, Decision Sciences 28 (1997).
    """
    if len(problem.candidates) < 2:
        return []
    first = rank(problem)[0].key
    found: list[Tip] = []
    for criterion, weight in enumerate(problem.weights):
        crossings = _crossings(problem, first, criterion)
        below = [one for one in crossings if one.weight < weight]
        above = [one for one in crossings if one.weight > weight]
        if below:
            found.append(max(below, key=lambda one: one.weight))
        if above:
            found.append(min(above, key=lambda one: one.weight))
    return found


def _crossings(problem: Problem, first: int, criterion: int) -> list[Tip]:
    rest = sum(problem.weights) - problem.weights[criterion]
    if rest <= EQUAL:
        return []
    by_key = {one.key: one for one in problem.candidates}
    mine = [problem.middle(score) for score in by_key[first].scores]
    found = []
    for other in problem.candidates:
        if other.key == first:
            continue
        gaps = [a - problem.middle(b) for a, b in zip(mine, other.scores, strict=True)]
        here = gaps[criterion]
        elsewhere = sum(
            weight * gap
            for i, (weight, gap) in enumerate(zip(problem.weights, gaps, strict=True))
            if i != criterion
        )
        # elsewhere + w * here = 0: the two are equal at this weight.
        if abs(here) > EQUAL and -elsewhere / here >= 0:
            found.append(Tip(criterion, -elsewhere / here, other.key))
    return found


def how_often_first(
    problem: Problem, *, seed: int, draws: int = 500, spread: float = 0.5
) -> dict[int, float]:
    """Return for each candidate the share of draws in which it comes first.

    In each draw every weight is multiplied by a number between ``1 - spread`` and
    ``1 + spread``, and every unknown score is one between 0 and the scale, all of them
    even and independent. Who is equal shares the draw, so the shares add up to 1.

    Parameters
    ----------
    seed : int
        The same seed gives the same shares.
    draws : int
        With 500, a share is within 0.04 of its true value in 19 of 20 cases.
    spread : float
        From 0 to below 1.

    Raises
    ------
    ValueError
        Where ``draws`` is below 1 or ``spread`` outside its range.

    Source: stochastic multicriteria acceptability analysis, Lahdelma and Salminen,
    SMAA-2, Operations Research 49 (2001).
    """
    if draws < 1 or not 0 <= spread < 1:
        raise ValueError("There is nothing to draw from.")
    chance = random.Random(seed)
    won = {one.key: 0.0 for one in problem.candidates}
    for _ in range(draws):
        weights = [
            share * (1 + spread * (2 * chance.random() - 1)) for share in problem.shares
        ]
        means = [
            sum(
                weight * (problem.scale * chance.random() if score is None else score)
                for weight, score in zip(weights, one.scores, strict=True)
            )
            for one in problem.candidates
        ]
        best = max(means) - EQUAL
        ahead = [
            one.key
            for one, mean in zip(problem.candidates, means, strict=True)
            if mean >= best
        ]
        for key in ahead:
            won[key] += 1 / len(ahead)
    return {key: count / draws for key, count in won.items()}
