"""At which step a conversation is."""

from enum import IntEnum


class Step(IntEnum):
    """The order of the method: interests before positions, options before decisions."""

    ASKED = 0
    VIEWS = 1
    OPTIONS = 2
    AGREEMENT = 3
    LOOKING_BACK = 4


def step_of(*, began: bool, shown: int, undertakings: int, settled: bool) -> Step:
    """Return the step from what is there: how many sides are shown, what is agreed."""
    if not began:
        return Step.ASKED
    if shown < 2:
        return Step.VIEWS
    if settled:
        return Step.LOOKING_BACK
    return Step.AGREEMENT if undertakings else Step.OPTIONS
