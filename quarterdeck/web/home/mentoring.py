"""Who asks me to be their mentor or mentee, or to be followed."""

from typing import Any

from quarterdeck.domains.mentoring.queries import requests_waiting_for

from .lines import Need
from .links import page

ASKED = {
    "mentor": ("compass", "You are asked to mentor {}", "mentoring:pair"),
    "mentee": ("compass", "{} could be your mentor", "mentoring:pair"),
    "shadowing": ("footprints", "{} would like to follow you", "mentoring:shadow"),
}

# Acts of private rooms name nobody but who did them.
SAID = {
    "mentor_offer.made": "offered to mentor",
    "mentor_offer.edited": "changed an offer to mentor",
    "mentor_offer.withdrawn": "withdrew an offer to mentor",
    "mentor_offer.restored": "offered to mentor again",
    "mentor_wish.added": "wished for a mentor",
    "mentor_wish.edited": "changed a wish for a mentor",
    "mentor_wish.withdrawn": "withdrew a wish for a mentor",
    "mentor_wish.restored": "put a wish for a mentor back",
    "mentorship.asked": "asked for mentoring",
    "mentorship.suggested": "suggested a mentoring",
    "mentorship.agreed": "agreed to a mentoring",
    "mentorship.declined": "declined a mentoring",
    "mentorship.taken_back": "took a question for mentoring back",
    "mentorship.goal_written": "wrote the goal of a mentoring",
    "mentorship.days_changed": "changed the days of a mentoring",
    "mentorship.ended": "ended a mentoring",
    "mentorship.reopened": "went on with a mentoring",
    "mentorship.evaluated": "looked back on a mentoring",
    "mentor_meeting.noted": "wrote a mentoring meeting down",
    "mentor_meeting.edited": "edited a mentoring meeting",
    "mentor_meeting.erased": "took a mentoring meeting away",
    "mentor_step.added": "added a step to a mentoring",
    "mentor_step.finished": "finished a step of a mentoring",
    "mentor_step.reopened": "reopened a step of a mentoring",
    "mentor_step.removed": "took a step off a mentoring",
    "mentor_step.restored": "put a step of a mentoring back",
    "pairing.asked_for": "asked for mentoring pairs",
    "shadowing.asked": "asked to shadow somebody",
    "shadowing.accepted": "accepted a shadow",
    "shadowing.declined": "declined a shadow",
    "shadowing.withdrawn": "took a question to shadow back",
    "shadow_log.written": "wrote a shadow log",
    "shadow_log.removed": "took a shadow log away",
    "leadership_project.given": "gave a leadership project",
    "leadership_project.edited": "edited a leadership project",
    "leadership_project.debriefed": "looked back on a leadership project",
    "leadership_project.removed": "took a leadership project off",
    "leadership_project.restored": "put a leadership project back",
}


def mentoring_needs(user: Any) -> list[Need]:
    """Each of these lines is read by the two it is about, and by nobody above them."""
    needs = []
    for request in requests_waiting_for(user):
        icon, text, where = ASKED[request.kind]
        beside = "it begins when you both agree"
        if request.kind == "shadowing":
            beside = "through one occasion"
        url = page(where, request.record_id)
        needs.append(Need(icon, text.format(request.name), beside, "Answer", url))
    return needs
