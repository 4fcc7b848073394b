"""Places in programmes: one's own, and those of the people one leads."""

from typing import Any

from django.db.models import Q, QuerySet

from quarterdeck.domains.accounts.queries import while_private_rooms_are_open
from quarterdeck.domains.organization.models import Team
from quarterdeck.domains.people.models import Membership, Person
from quarterdeck.domains.people.permissions import is_member, standing_of
from quarterdeck.domains.people.queries import led_by

from ..choices import State
from ..models import Enrolment
from ..permissions import (
    can_answer_for,
    can_answer_invitation,
    can_see_training_of,
)


def enrolments_visible_to(user: Any) -> QuerySet[Enrolment]:
    """Return the user's own places and those of people they lead, the newest first."""
    near = led_by(user, Person.objects.all())
    rows = Enrolment.objects.filter(person__in=near.values("pk"))
    rows = rows.select_related("person", "programme", "skill", "team")
    rows = rows if is_member(user) else rows.none()
    return while_private_rooms_are_open(user, rows.order_by("-id"))


def own_enrolments(user: Any) -> QuerySet[Enrolment]:
    """Return the user's own; without a look at whom they lead."""
    rows = Enrolment.objects.filter(person_id=standing_of(user).person_id or 0)
    rows = rows.select_related("programme", "skill", "team")
    return while_private_rooms_are_open(user, rows.order_by("-id"))


def get_enrolment(*, user: Any, enrolment_id: int) -> Enrolment:
    rows = enrolments_visible_to(user).select_related("key_result", "person__user")
    return rows.get(pk=enrolment_id)


def enrolments_of_people_led(
    *, user: Any, state: str = "", team: Team | None = None, text: str = ""
) -> QuerySet[Enrolment]:
    """Return places of the people one leads, without one's own."""
    rows = enrolments_visible_to(user)
    rows = rows.exclude(person_id=standing_of(user).person_id or 0)
    if state:
        rows = rows.filter(state=state)
    if team is not None and team.parent_id is not None:
        inside = Membership.objects.filter(team__path__startswith=team.path)
        rows = rows.filter(person_id__in=inside.values("person_id"))
    if text:
        rows = rows.filter(
            Q(person__name__icontains=text) | Q(programme__name__icontains=text)
        )
    return rows


def waiting_for(user: Any) -> QuerySet[Enrolment]:
    """Return what this user is to answer: invitations, and questions of their own people.

    Of their own people only: those they manage, or whose team they lead themselves. What
    is asked further down waits for whoever leads there.
    """
    person_id = standing_of(user).person_id or 0
    leads = Membership.objects.filter(person_id=person_id, leads=True).values("team_id")
    inside = Membership.objects.filter(team_id__in=leads).values("person_id")
    theirs = Q(state=State.ASKED) & (
        Q(person__manager_id=person_id) | Q(person_id__in=inside)
    )
    invited = Q(state=State.INVITED, person_id=person_id)
    rows = Enrolment.objects.filter(
        (theirs & ~Q(person_id=person_id)) | invited,
        state__in=[State.ASKED, State.INVITED],
    )
    rows = rows.select_related("person", "programme").order_by("id")
    rows = rows if is_member(user) else rows.none()
    return while_private_rooms_are_open(user, rows)


def may_answer(user: Any, enrolment: Enrolment) -> frozenset[str]:
    """Return the acts that this user may do with a place as it stands."""
    state, found = enrolment.state, set()
    leads = can_answer_for(user, enrolment.person)
    if state == State.ASKED and leads:
        found |= {"approve", "decline"}
    if state == State.INVITED and can_answer_invitation(user, enrolment):
        found |= {"accept", "decline"}
    if state in (State.APPROVED, State.BOOKED):
        found |= {"attend"} | ({"book"} if leads else set())
    if state == State.BOOKED:
        found.add("miss")
    if enrolment.is_open:
        found.add("cancel")
    elif can_take_back(user, enrolment):
        found.add("reopen")
    return frozenset(found)


def state_before(enrolment: Enrolment) -> State:
    """Return where a place stood before its last turn."""
    turns = enrolment.moves.order_by("-id").values_list("state", flat=True)[:2]
    return State(turns[1]) if len(turns) > 1 else State.ASKED


def can_take_back(user: Any, enrolment: Enrolment) -> bool:
    """Whoever may say no may take the no back; else both, until somebody answered."""
    if enrolment.evaluations.filter(answered_at__isnull=False).exists():
        return False
    if enrolment.state != State.DECLINED:
        return can_see_training_of(user, enrolment.person)
    if state_before(enrolment) == State.INVITED:
        return can_answer_invitation(user, enrolment)
    return can_answer_for(user, enrolment.person)
