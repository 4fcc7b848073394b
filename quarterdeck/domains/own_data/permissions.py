"""One's own data is for oneself alone; an admin has no way to that of somebody else."""

from typing import Any

from quarterdeck.domains.accounts.permissions import private_rooms_are_open

from .models import OwnDataFile


def can_read_file(user: Any, file: OwnDataFile) -> bool:
    """Whoever came in by an admin's link does not get a file with private words."""
    if file.user_id != user.pk:
        return False
    return not file.holds_private or private_rooms_are_open(user)
