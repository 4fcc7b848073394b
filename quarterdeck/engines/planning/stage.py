"""One aim of a strict order: what counts in it, what is held, what breaks ties."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace

from .objective import Amounts
from .problem import Weights

REST = "weights"
NOTHING = Weights(**{field.name: 0.0 for field in fields(Weights)})
AIM = 1_000.0  # the weight of an aim in the search, so that light ones are not lost
HEAVY, LIGHT = 10_000.0 * AIM, 100.0 * AIM
PATIENT, RATIO = 400.0 * AIM, 20_000.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """Parameters of one solve among several.

    Parameters
    ----------
    name
        The aim, or ``REST``.
    weights
        What is minimised: the aim alone, or all that is in no order.
    guide
        What the search goes by: the same, heavily what is held, lightly what comes later.
    plain
        The guide without what comes later.
    held
        Amounts by aim that no plan may exceed.
    then
        Aims that decide between plans that are equal so far.
    """

    name: str
    weights: Weights
    guide: Weights
    plain: Weights
    held: Mapping[str, int]
    then: tuple[str, ...] = ()

    def holds(self, amounts: Amounts) -> bool:
        """Say whether no aim before this one is worse than it was."""
        return all(getattr(amounts, aim) <= most for aim, most in self.held.items())


def stage_of(
    name: str,
    then: tuple[str, ...],
    weights: Weights,
    held: Mapping[str, int],
    amounts: Amounts | None,
) -> Stage:
    """Give the stage of an aim; ``amounts`` are those of the best plan so far."""
    if name == REST:
        gone = dict.fromkeys(held, 0.0)
        counts = replace(weights, **gone)
    else:
        counts = replace(NOTHING, **{name: 1.0}, unplaced=weights.unplaced)
    heavy = {aim: _heavy(name, most, amounts) for aim, most in held.items()}
    aim = {} if name == REST else {name: AIM}
    plain = replace(counts, **heavy, **aim)
    guide = replace(plain, **_lighter(then, held))
    return Stage(
        name=name, weights=counts, guide=guide, plain=plain, held=held, then=then
    )


def _lighter(then: tuple[str, ...], held: Mapping[str, int]) -> dict[str, float]:
    """Give weights of aims that come later: among plans as good they lead on.

    The first aim is searched for alone, as nothing else is as well: each later stage
    makes first plans of its own.
    """
    if not held:
        return {}
    return {aim: AIM * RATIO ** -(place + 1) for place, aim in enumerate(then)}


def _heavy(name: str, most: int, amounts: Amounts | None) -> float:
    """Give the weight of a held aim in the search.

    Where it is nothing there is nothing to lose. Where it is much, a weight as heavy
    would drown the aim that is to become better.
    """
    if name == REST:
        return HEAVY / AIM
    if not most or amounts is None:
        return HEAVY
    now = getattr(amounts, name)
    return float(min(HEAVY, max(LIGHT, PATIENT * now / most)))
