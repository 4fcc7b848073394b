"""What people may type about open roles, candidates and newcomers."""

from .candidates import (
    AddCandidate,
    DecideOnCandidate,
    EditCandidate,
    HireCandidate,
    MoveCandidate,
    MoveInterview,
    NoteDissent,
    PlanInterview,
    Scorecard,
    TellCandidate,
)
from .onboarding import (
    AddStep,
    AddTemplate,
    AnswerOnboarding,
    EditStep,
    EditTemplate,
    StartOnboarding,
)
from .roles import (
    AddQuestion,
    AddToTeam,
    EditFile,
    EditQuestion,
    EditRole,
    OpenRole,
    RequireSkill,
)

__all__ = [
    "AddCandidate",
    "AddQuestion",
    "AddStep",
    "AddTemplate",
    "AddToTeam",
    "AnswerOnboarding",
    "DecideOnCandidate",
    "EditCandidate",
    "EditFile",
    "EditQuestion",
    "EditRole",
    "EditStep",
    "EditTemplate",
    "HireCandidate",
    "MoveCandidate",
    "MoveInterview",
    "NoteDissent",
    "OpenRole",
    "PlanInterview",
    "RequireSkill",
    "Scorecard",
    "StartOnboarding",
    "TellCandidate",
]
