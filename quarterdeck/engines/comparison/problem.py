"""What is compared: candidates, their scores by criterion, and the weights."""

import math
from dataclasses import dataclass
from functools import cached_property


class NothingToCompare(ValueError):
    """The figures do not make a comparison; the message says which."""


@dataclass(frozen=True)
class Candidate:
    """One of those that are compared.

    Parameters
    ----------
    key : int
        Names the candidate in every answer; unique in a problem.
    scores : tuple of (float or None), shape (criteria,)
        Points by criterion, from 0 to the problem's ``scale``. ``None`` says that
        nobody knows: the score may be anything from 0 to ``scale``.
    """

    key: int
    scores: tuple[float | None, ...]


@dataclass(frozen=True)
class Problem:
    """Candidates beside weighted criteria; checked once, when it is made.

    Parameters
    ----------
    candidates : tuple of Candidate
        At least one.
    weights : tuple of float, shape (criteria,)
        Importance of each criterion, without a unit: only their proportions count.
        None is negative, and at least one is above 0.
    scale : float
        The most points a criterion can bring.

    Raises
    ------
    NothingToCompare
        Where one of these does not hold.
    """

    candidates: tuple[Candidate, ...]
    weights: tuple[float, ...]
    scale: float = 4.0

    def __post_init__(self) -> None:
        if not self.candidates:
            raise NothingToCompare("There is no candidate.")
        if len({one.key for one in self.candidates}) < len(self.candidates):
            raise NothingToCompare("Two candidates have one key.")
        if not (math.isfinite(self.scale) and self.scale > 0):
            raise NothingToCompare("The scale is not above 0.")
        if not all(math.isfinite(one) and one >= 0 for one in self.weights):
            raise NothingToCompare("A weight is below 0 or no number.")
        if not sum(self.weights) > 0:
            raise NothingToCompare("No criterion has a weight.")
        for one in self.candidates:
            self._check(one)

    def _check(self, one: Candidate) -> None:
        if len(one.scores) != len(self.weights):
            raise NothingToCompare("A candidate has not one score to each weight.")
        known = [score for score in one.scores if score is not None]
        if not all(0 <= score <= self.scale for score in known):
            raise NothingToCompare(f"A score is outside 0 to {self.scale:g}.")

    @cached_property
    def shares(self) -> tuple[float, ...]:
        """The weights as parts of 1, shape (criteria,)."""
        whole = sum(self.weights)
        return tuple(one / whole for one in self.weights)

    def middle(self, score: float | None) -> float:
        """The score, or the middle of the scale where nobody knows it."""
        return self.scale / 2 if score is None else score
