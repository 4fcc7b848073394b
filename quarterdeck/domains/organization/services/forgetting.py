"""Erase the invitations by which somebody came, or was to come."""

from collections.abc import Sequence

from django.db import transaction
from django.db.models import Q

from ..models import Invitation


@transaction.atomic
def forget_accounts(
    *, user_ids: Sequence[int], person_ids: Sequence[int], addresses: Sequence[str]
) -> None:
    """Invitations to them go, and those they made; a role goes with its account."""
    to_them = Q(person_id__in=person_ids) | Q(email__in=[a.lower() for a in addresses])
    Invitation.objects.filter(to_them | Q(invited_by_id__in=user_ids)).delete()
