"""What a role asks for, what somebody wants to become, the way there, what shows it."""

from .goals import DevelopmentClosure, DevelopmentGoal, DevelopmentStep
from .profiles import ProfileSkill, RoleHolding, RoleProfile
from .proofs import SkillProof

__all__ = [
    "DevelopmentClosure",
    "DevelopmentGoal",
    "DevelopmentStep",
    "ProfileSkill",
    "RoleHolding",
    "RoleProfile",
    "SkillProof",
]
