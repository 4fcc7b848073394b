"""Proposed pairs, read by the leader who asked, for the people they still lead."""

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from quarterdeck.domains.accounts.queries import while_private_rooms_are_open
from quarterdeck.domains.people.models import Person
from quarterdeck.domains.people.permissions import is_member, standing_of
from quarterdeck.domains.people.queries import led_by

from ..models import PairingProposal, ProposedPair
from ..rules import Inputs, missing_of, reasons_of


@dataclass(frozen=True)
class Line:
    """One person of a proposal in words."""

    row: ProposedPair
    about: str
    reasons: list[str]
    missing: list[str]


def proposals_visible_to(user: Any) -> QuerySet[PairingProposal]:
    mine = standing_of(user).person_id or 0
    rows = PairingProposal.objects.filter(asked_by_id=mine).select_related("job")
    rows = rows if is_member(user) else rows.none()
    return while_private_rooms_are_open(user, rows.order_by("-id"))


def get_proposal(*, user: Any, proposal_id: int) -> PairingProposal:
    return proposals_visible_to(user).get(pk=proposal_id)


def lines_visible_to(user: Any, proposal: PairingProposal) -> QuerySet[ProposedPair]:
    """Whoever the asker leads no more stands in it no more."""
    led = led_by(user, Person.objects.all()).order_by().values("pk")
    rows = ProposedPair.objects.filter(proposal=proposal, person_id__in=led)
    rows = while_private_rooms_are_open(user, rows)
    names = (
        "proposal",
        "person",
        "wish__skill",
        "skill",
        "mentor",
        "next_best",
        "suggested",
    )
    return rows.select_related(*names)


def lines_of(*, user: Any, proposal: PairingProposal) -> list[Line]:
    return [line_of(row) for row in lines_visible_to(user, proposal)]


def line_of(row: ProposedPair) -> Line:
    about = row.wish.about if row.wish is not None else str(row.skill)
    inputs = Inputs(
        about=about,
        has_skill=row.skill_id is not None,
        wished=row.wish_id is not None,
        level=row.level,
        mentor_level=row.mentor_level,
        mentees=row.mentees or 0,
        capacity=row.capacity or 0,
        is_leader=row.is_leader,
        is_old=row.is_old,
        others=row.others,
    )
    if row.mentor_id is None:
        return Line(row, about, [], [])
    return Line(row, about, reasons_of(inputs), missing_of(inputs))
