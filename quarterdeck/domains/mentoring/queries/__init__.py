"""Read offers, wishes, pairs, shadowing and practice, each as far as one may."""

from .everything import own_mentoring_records
from .finding import Found, Possible, mentors_for
from .leading import (
    get_leadership_project,
    leadership_projects_visible_to,
    links_seen,
    project_of,
    steps_to_link,
)
from .meetings import (
    evaluations_visible_to,
    get_meeting,
    get_step,
    meetings_visible_to,
    steps_visible_to,
)
from .offers import mentees_of, offer_of, offers_visible_to, own_offer, skills_to_offer
from .pairs import (
    OwnPairs,
    PairLine,
    SeenPair,
    get_mentorship,
    mentorships_visible_to,
    own_pairs,
    pairs_of_led,
)
from .proposals import (
    Line,
    get_proposal,
    lines_of,
    lines_visible_to,
    proposals_visible_to,
)
from .shadowing import (
    get_shadowing,
    leaders_to_follow,
    log_of,
    logs_visible_to,
    shadowings_visible_to,
)
from .waiting import Request, requests_waiting_for
from .wishes import get_wish, own_wishes, still_open, wishes_visible_to, with_answers

__all__ = [
    "Found",
    "Line",
    "OwnPairs",
    "PairLine",
    "Possible",
    "Request",
    "SeenPair",
    "evaluations_visible_to",
    "get_leadership_project",
    "get_meeting",
    "get_mentorship",
    "get_proposal",
    "get_shadowing",
    "get_step",
    "get_wish",
    "leaders_to_follow",
    "leadership_projects_visible_to",
    "lines_of",
    "lines_visible_to",
    "links_seen",
    "log_of",
    "logs_visible_to",
    "meetings_visible_to",
    "mentees_of",
    "mentors_for",
    "mentorships_visible_to",
    "offer_of",
    "offers_visible_to",
    "own_mentoring_records",
    "own_offer",
    "own_pairs",
    "own_wishes",
    "pairs_of_led",
    "project_of",
    "proposals_visible_to",
    "requests_waiting_for",
    "shadowings_visible_to",
    "skills_to_offer",
    "steps_to_link",
    "steps_visible_to",
    "still_open",
    "wishes_visible_to",
    "with_answers",
]
