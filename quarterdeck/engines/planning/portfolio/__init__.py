"""Planning of many teams in parts that are planned side by side and fit together again."""

from .records import Cut, Part, PartPlan
from .rounds import MOST, ROUNDS, Stage, Step, next_step
from .solving import plan_part, plan_parts

__all__ = [
    "MOST",
    "ROUNDS",
    "Cut",
    "Part",
    "PartPlan",
    "Stage",
    "Step",
    "next_step",
    "plan_part",
    "plan_parts",
]
