"""Invite somebody by a link. The token is shown once; only its hash is kept."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from quarterdeck.domains.accounts.services import hash_of
from quarterdeck.domains.activity import services as activity
from quarterdeck.shared.errors import RuleBroken

from ..models import Invitation, Organization, Role, Team
from ..permissions import is_admin
from ..queries import admin_ids, invitation_behind


class InvitationNotOpen(RuleBroken):
    pass


@dataclass(frozen=True)
class Invitee:
    """Whom to invite: a name or an address, or both; perhaps somebody already listed."""

    name: str = ""
    email: str = ""
    person_id: int | None = None


@transaction.atomic
def invite(
    *,
    invitees: Sequence[Invitee],
    role: str,
    by: Any,
    at: datetime,
    team: Team | None = None,
    days: int = 14,
) -> list[tuple[Invitation, str]]:
    """Make one link for each; return every invitation with its token."""
    if not is_admin(by):
        raise PermissionDenied
    made = [_invitation(invitee, role, team, by, at, days) for invitee in invitees]
    Invitation.objects.bulk_create([row for row, _ in made])
    activity.record(
        by=by,
        verb="invitations.made",
        subject=Organization.objects.get(pk=1),
        at=at,
        audience=activity.only(*admin_ids()),
        details={"count": len(made), "role": str(role)},
    )
    return made


def _invitation(
    invitee: Invitee, role: str, team: Team | None, by: Any, at: datetime, days: int
) -> tuple[Invitation, str]:
    token = secrets.token_urlsafe(32)
    row = Invitation(
        email=invitee.email.strip().lower(),
        name=invitee.name,
        person_id=invitee.person_id,
        role=Role.Name(role),
        team=team,
        token_hash=hash_of(token),
        invited_by=by,
        created_at=at,
        expires_at=at + timedelta(days=days),
    )
    return row, token


@transaction.atomic
def revoke_invitation(*, invitation: Invitation, by: Any, at: datetime) -> None:
    """Make a link stop working."""
    if not is_admin(by):
        raise PermissionDenied
    open_ones = Invitation.objects.filter(
        pk=invitation.pk, accepted_at__isnull=True, revoked_at__isnull=True
    )
    if not open_ones.update(revoked_at=at):
        raise InvitationNotOpen(f"The invitation of {invitation} is no longer open.")
    activity.record(
        by=by,
        verb="invitation.revoked",
        subject=invitation,
        at=at,
        audience=activity.only(*admin_ids()),
    )


def spend_invitation(*, token: str, at: datetime) -> Invitation:
    """Mark it accepted, once and for all; people's services do the rest of joining."""
    try:
        invitation = invitation_behind(token, at)
    except Invitation.DoesNotExist:
        raise _too_late() from None
    fresh = Invitation.objects.filter(pk=invitation.pk, accepted_at__isnull=True)
    if not fresh.update(accepted_at=at):
        raise _too_late()
    return invitation


def _too_late() -> InvitationNotOpen:
    return InvitationNotOpen("This invitation does not work any more. Ask for another.")
