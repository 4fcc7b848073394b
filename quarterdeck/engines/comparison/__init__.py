"""Compares candidates by weighted criteria, where some scores are not known.

Usage: ``rank(Problem(...))``, ``tips(Problem(...))``,
``how_often_first(Problem(...), seed=0)``.
"""

from .problem import Candidate, NothingToCompare, Problem
from .ranking import Place, decides, rank
from .sensitivity import Tip, how_often_first, tips

__all__ = [
    "Candidate",
    "NothingToCompare",
    "Place",
    "Problem",
    "Tip",
    "decides",
    "how_often_first",
    "rank",
    "tips",
]
