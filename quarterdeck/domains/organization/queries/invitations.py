"""Who is invited. Only admins look; a stranger with a token sees that one invitation."""

from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from quarterdeck.domains.accounts.services import hash_of

from ..models import Invitation
from ..permissions import is_admin


def invitations_visible_to(user: Any) -> QuerySet[Invitation]:
    rows = Invitation.objects.select_related("team", "invited_by").order_by("-id")
    return rows if is_admin(user) else rows.none()


def open_invitations_visible_to(user: Any, at: datetime) -> QuerySet[Invitation]:
    return invitations_visible_to(user).filter(
        accepted_at__isnull=True, revoked_at__isnull=True, expires_at__gt=at
    )


def get_invitation(*, user: Any, invitation_id: int) -> Invitation:
    return invitations_visible_to(user).get(pk=invitation_id)


def invitation_behind(token: str, at: datetime) -> Invitation:
    """Return the invitation this token opens; all that do not work look the same."""
    return Invitation.objects.select_related("team").get(
        token_hash=hash_of(token),
        accepted_at__isnull=True,
        revoked_at__isnull=True,
        expires_at__gt=at,
    )
