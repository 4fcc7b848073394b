"""Who could be whose mentor: one mentor a person, nobody above their capacity.

Only plain values: people and skills are numbers, levels whole numbers from 0 to 5.
"""

from .fitting import SURE, above, refusal
from .problem import Answer, Left, Mentor, Need, Pair, Problem

__all__ = [
    "SURE",
    "Answer",
    "Left",
    "Mentor",
    "Need",
    "Pair",
    "Problem",
    "above",
    "refusal",
]
