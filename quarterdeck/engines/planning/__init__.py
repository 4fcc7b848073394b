"""Plans who does what and when; see ``Problem``, ``solve``, ``verify`` and the rest.

Usage: ``solve(Problem(...), stop=MaxSeconds(10), seed=0)``.
"""

from .diagnosis import Finding, diagnose, in_words
from .evaluate import Change, Late, Load, Measures, evaluate
from .explain import Explainer, explain, explain_changes
from .explanation import Alternative, Explanation, Reason
from .own_effort import Own
from .problem import (
    Absence,
    Assignment,
    Dependency,
    Mode,
    Need,
    Person,
    Problem,
    Resource,
    Task,
    Weights,
)
from .relax import relax
from .result import (
    Aim,
    Conflict,
    ConflictItem,
    Progress,
    Result,
    Term,
    Unplaced,
)
from .solve import solve
from .stop import (
    Cancelled,
    FirstOf,
    Gap,
    MaxIterations,
    MaxSeconds,
    NoImprovement,
    Stop,
)
from .verify import Violation, verify

__all__ = [
    "Absence",
    "Aim",
    "Alternative",
    "Assignment",
    "Cancelled",
    "Change",
    "Conflict",
    "ConflictItem",
    "Dependency",
    "Explainer",
    "Explanation",
    "Finding",
    "FirstOf",
    "Gap",
    "Late",
    "Load",
    "MaxIterations",
    "MaxSeconds",
    "Measures",
    "Mode",
    "Need",
    "NoImprovement",
    "Own",
    "Person",
    "Problem",
    "Progress",
    "Reason",
    "Resource",
    "Result",
    "Stop",
    "Task",
    "Term",
    "Unplaced",
    "Violation",
    "Weights",
    "diagnose",
    "evaluate",
    "explain",
    "explain_changes",
    "in_words",
    "relax",
    "solve",
    "verify",
]
