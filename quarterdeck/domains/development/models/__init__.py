"""What a role asks for, what somebody wants to become, the way there, what shows it."""

from .goals import DevelopmentClosure, DevelopmentGoal, DevelopmentStep
from .own_plan import OwnAim, OwnMark, OwnStep
from .profiles import ProfileSkill, RoleHolding, RoleProfile
from .proofs import SkillProof

__all__ = [
    "DevelopmentClosure",
    "DevelopmentGoal",
    "DevelopmentStep",
    "OwnAim",
    "OwnMark",
    "OwnStep",
    "ProfileSkill",
    "RoleHolding",
    "RoleProfile",
    "SkillProof",
]
