"""What is somebody's own in hiring, to take along: as interviewer, and as the one hired."""

from typing import Any

from django.db.models import Q, QuerySet

from quarterdeck.domains.accounts.queries import while_private_rooms_are_open
from quarterdeck.domains.people.permissions import standing_of

from ..models import (
    Candidate,
    Dissent,
    Hire,
    HiringDecision,
    HiringMember,
    OnboardingAnswer,
)
from .candidates import candidates_visible_to, interviews_visible_to, scores_visible_to
from .onboarding import onboardings_visible_to


def own_hiring_records(user: Any) -> dict[str, QuerySet[Any]]:
    """Return what one wrote about candidates one may still read, and one's own way in.

    What interviewers wrote about whoever was hired stays theirs, as it was promised to
    them before they scored; the columns of the candidacy go to the person.
    """
    mine = standing_of(user).person_id or 0
    seen = candidates_visible_to(user).order_by().values("pk")
    hired = Hire.objects.filter(person_id=mine)
    rows: dict[str, QuerySet[Any]] = {
        "hiring_teams": HiringMember.objects.filter(person_id=mine),
        "interviews_held": interviews_visible_to(user).filter(interviewer_id=mine),
        "scores_given": scores_visible_to(user).filter(interview__interviewer_id=mine),
        "hiring_decisions": HiringDecision.objects.filter(
            decider_id=mine, candidate__in=seen
        ),
        "hiring_objections": Dissent.objects.filter(
            person_id=mine, decision__candidate__in=seen
        ),
        "candidacy": Candidate.objects.filter(pk__in=hired.values("candidate_id")),
        "being_hired": hired,
        "onboardings": onboardings_visible_to(user).filter(
            Q(person_id=mine) | Q(leader_id=mine) | Q(buddy_id=mine)
        ),
        "onboarding_answers": OnboardingAnswer.objects.filter(
            onboarding__person_id=mine
        ),
    }
    return {
        name: while_private_rooms_are_open(user, found.order_by("pk"))
        for name, found in rows.items()
    }
