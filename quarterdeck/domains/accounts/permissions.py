"""An account belongs to its user: every query here starts from that user."""

from typing import Any

from .models import AccountOpening


def private_rooms_are_open(user: Any) -> bool:
    """Whether this account is known to be in its owner's hands.

    An admin's link opens an account for a lost password; whoever uses it could be the
    admin. What only the owner may read stays closed until somebody else, or a second
    factor, says that it is them. Asked by every query of a private room; kept on the
    user object for one request.
    """
    if not getattr(user, "is_authenticated", False):
        return False
    if not hasattr(user, "_rooms_open"):
        waiting = AccountOpening.objects.filter(user_id=user.pk, confirmed_at=None)
        user._rooms_open = not waiting.exists()
    answer: bool = user._rooms_open
    return answer
