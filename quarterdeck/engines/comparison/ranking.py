"""Order the candidates by their weighted mean, and say what decides the order."""

from dataclasses import dataclass

from .problem import Candidate, Problem

EQUAL = 1e-9  # points; a difference below it is one of rounding


@dataclass(frozen=True)
class Place:
    """Where one candidate stands.

    Attributes
    ----------
    key : int
    place : int
        From 1; candidates with the same mean share a place.
    low, middle, high : float
        Weighted mean of the scores, in points from 0 to the scale, with what nobody
        knows taken as 0, as half the scale, and as the whole scale.
    unknown : int
        How many criteria with a weight have no score.
    certain : bool
        Whether nobody else could stand above, whatever the unknown scores are.
    """

    key: int
    place: int
    low: float
    middle: float
    high: float
    unknown: int
    certain: bool


def rank(problem: Problem) -> list[Place]:
    """Return all candidates, the best first; of equals, in the order they came.

    The additive value model with an interval for each unknown score: Keeney and
    Raiffa, Decisions with Multiple Objectives (1976), chapter 3. Ordered by ``middle``.
    """
    means = [_means(problem, one) for one in problem.candidates]
    order = sorted(range(len(means)), key=lambda i: -round(means[i][1], 9))
    found: list[Place] = []
    for number, i in enumerate(order, start=1):
        low, middle, high = means[i]
        same = bool(found) and abs(found[-1].middle - middle) <= EQUAL
        others = [each for j, each in enumerate(means) if j != i]
        found.append(
            Place(
                key=problem.candidates[i].key,
                place=found[-1].place if same else number,
                low=low,
                middle=middle,
                high=high,
                unknown=_unknown(problem, problem.candidates[i]),
                certain=all(low >= each[2] - EQUAL for each in others),
            )
        )
    return found


def decides(problem: Problem, first: int, second: int) -> list[tuple[int, float]]:
    """Return by how many points each criterion puts one candidate above another.

    Pairs of (place of the criterion, points of the weighted mean), the largest first;
    they add up to the difference of the two middles. Criteria that bring both the same
    are left out.

    Raises
    ------
    KeyError
        Where there is no candidate of that key.
    """
    by_key = {one.key: one for one in problem.candidates}
    above, below = by_key[first].scores, by_key[second].scores
    points = [
        (i, share * (problem.middle(above[i]) - problem.middle(below[i])))
        for i, share in enumerate(problem.shares)
    ]
    told = [pair for pair in points if abs(pair[1]) > EQUAL]
    return sorted(told, key=lambda pair: -pair[1])


def _means(problem: Problem, one: Candidate) -> tuple[float, float, float]:
    low = middle = high = 0.0
    for share, score in zip(problem.shares, one.scores, strict=True):
        low += share * (0.0 if score is None else score)
        middle += share * problem.middle(score)
        high += share * (problem.scale if score is None else score)
    return low, middle, high


def _unknown(problem: Problem, one: Candidate) -> int:
    pairs = zip(problem.weights, one.scores, strict=True)
    return sum(score is None and weight > 0 for weight, score in pairs)
