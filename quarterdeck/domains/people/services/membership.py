"""Who is in which team, and who leads it."""

from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from quarterdeck.domains.activity import services as activity
from quarterdeck.domains.organization.models import Team
from quarterdeck.shared.errors import RuleBroken

from ..models import Membership, Person
from ..permissions import can_name_leader, can_staff


class AlreadyInTeam(RuleBroken):
    pass


class NotInTeam(RuleBroken):
    pass


@transaction.atomic
def join_team(
    *, person: Person, team: Team, by: Any, at: datetime, leads: bool = False
) -> Membership:
    """Place somebody in a team, perhaps as the one who leads it."""
    if not can_staff(by, team):
        raise PermissionDenied
    if leads and not can_name_leader(by, team, person):
        raise PermissionDenied
    membership, is_new = Membership.objects.get_or_create(
        person=person, team=team, defaults={"leads": leads, "since": at.date()}
    )
    if not is_new:
        raise AlreadyInTeam(f"{person} is already in {team}.")
    _tell("membership.began", membership, by, at, leads=leads)
    return membership


@transaction.atomic
def leave_team(*, person: Person, team: Team, by: Any, at: datetime) -> None:
    """Take somebody out of a team; leading it ends with that."""
    if not can_staff(by, team):
        raise PermissionDenied
    membership = _membership(person, team)
    Membership.objects.filter(pk=membership.pk).delete()
    _tell("membership.ended", membership, by, at, leads=membership.leads)


@transaction.atomic
def lead_team(*, person: Person, team: Team, by: Any, at: datetime) -> None:
    """Make a member lead the team."""
    if not can_name_leader(by, team, person):
        raise PermissionDenied
    _set_leading(person, team, by, at, leads=True)


@transaction.atomic
def stop_leading_team(*, person: Person, team: Team, by: Any, at: datetime) -> None:
    """Let somebody be a member again."""
    if not can_staff(by, team):
        raise PermissionDenied
    _set_leading(person, team, by, at, leads=False)


def _set_leading(
    person: Person, team: Team, by: Any, at: datetime, *, leads: bool
) -> None:
    membership = _membership(person, team)
    if membership.leads == leads:
        return
    membership.leads = leads
    membership.save(update_fields=["leads"])
    verb = "membership.led" if leads else "membership.stopped_leading"
    _tell(verb, membership, by, at, leads=leads)


def _membership(person: Person, team: Team) -> Membership:
    found = Membership.objects.select_for_update().filter(person=person, team=team)
    membership = found.select_related(None).first()
    if membership is None:
        raise NotInTeam(f"{person} is not in {team}.")
    membership.person, membership.team = person, team
    return membership


def _tell(
    verb: str, membership: Membership, by: Any, at: datetime, *, leads: bool
) -> None:
    activity.record(
        by=by,
        verb=verb,
        subject=membership.person,
        at=at,
        audience=activity.everyone(),
        details={
            "team": membership.team.name,
            "team_id": membership.team_id,
            "leads": leads,
        },
    )
