"""Who asks me to be their mentor or mentee, or to be followed."""

from typing import Any

from quarterdeck.domains.mentoring.queries import requests_waiting_for

from .lines import Need
from .links import page

SAID = {
    "mentor": ("compass", "You are asked to mentor {}", "mentoring:pair"),
    "mentee": ("compass", "{} could be your mentor", "mentoring:pair"),
    "shadowing": ("footprints", "{} would like to follow you", "mentoring:shadow"),
}


def mentoring_needs(user: Any) -> list[Need]:
    """Each of these lines is read by the two it is about, and by nobody above them."""
    needs = []
    for request in requests_waiting_for(user):
        icon, text, where = SAID[request.kind]
        beside = "it begins when you both agree"
        if request.kind == "shadowing":
            beside = "through one occasion"
        url = page(where, request.record_id)
        needs.append(Need(icon, text.format(request.name), beside, "Answer", url))
    return needs
