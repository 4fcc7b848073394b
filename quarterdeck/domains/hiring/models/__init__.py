"""Building the team: open roles, interviews, decisions, and taking newcomers in."""

from .candidates import Candidate, Interview, Score
from .decisions import DecisionGround, Dissent, Hire, HiringDecision
from .onboarding import Onboarding, OnboardingAnswer, OnboardingTask
from .questions import InterviewQuestion
from .roles import HiringFile, HiringMember, OpenRole, RoleSkill, RoleValue
from .templates import OnboardingStep, OnboardingTemplate

__all__ = [
    "Candidate",
    "DecisionGround",
    "Dissent",
    "Hire",
    "HiringDecision",
    "HiringFile",
    "HiringMember",
    "Interview",
    "InterviewQuestion",
    "Onboarding",
    "OnboardingAnswer",
    "OnboardingStep",
    "OnboardingTask",
    "OnboardingTemplate",
    "OpenRole",
    "RoleSkill",
    "RoleValue",
    "Score",
]
