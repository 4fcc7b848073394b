"""How long a job that broke waits before it is tried again."""

from datetime import timedelta

FIRST, LONGEST = 2, 300


def back_off(attempts: int) -> timedelta:
    """2 s, 4 s, 8 s … and never more than five minutes."""
    return timedelta(seconds=min(LONGEST, FIRST * 2 ** min(attempts - 1, 20)))
