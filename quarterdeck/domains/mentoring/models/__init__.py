"""Who mentors whom, who follows whom for a day, and who practises leading in what."""

from .evaluations import MentorEvaluation
from .leading import LeadershipProject
from .meetings import MentorMeeting, MentorStep
from .offers import MentorOffer, OfferedSkill
from .pairs import Mentorship
from .proposals import PairingProposal, ProposedPair
from .shadowing import Shadowing, ShadowLog
from .wishes import MentorWish

__all__ = [
    "LeadershipProject",
    "MentorEvaluation",
    "MentorMeeting",
    "MentorOffer",
    "MentorStep",
    "MentorWish",
    "Mentorship",
    "OfferedSkill",
    "PairingProposal",
    "ProposedPair",
    "ShadowLog",
    "Shadowing",
]
