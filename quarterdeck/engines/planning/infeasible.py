"""Finds what cannot hold together."""

from .result import Conflict
from .run import Run


def repair(run: Run) -> Conflict | None:
    """Find no conflict yet."""
    return None
