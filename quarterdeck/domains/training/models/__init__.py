"""Programmes and how they compare, places in them, what came of it, what it may cost."""

from .budgets import TrainingBudget
from .comparisons import Comparison, CriterionScore
from .enrolments import Enrolment, EnrolmentMove
from .evaluations import Evaluation
from .programmes import Programme, ProgrammeSkill, Topic

__all__ = [
    "Comparison",
    "CriterionScore",
    "Enrolment",
    "EnrolmentMove",
    "Evaluation",
    "Programme",
    "ProgrammeSkill",
    "Topic",
    "TrainingBudget",
]
