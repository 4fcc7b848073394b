"""Bring a file in: receive, read, map, take over, undo."""

from .committing import (
    NotReadyYet,
    commit_import,
    take_over,
    take_over_now,
)
from .forgetting import forget_people
from .mapping import CannotMean, map_columns
from .reading import read_import, read_now
from .receiving import FileTooLarge, discard_import, receive_file
from .undoing import NothingToUndo, undo_import

__all__ = [
    "CannotMean",
    "FileTooLarge",
    "NotReadyYet",
    "NothingToUndo",
    "commit_import",
    "discard_import",
    "forget_people",
    "map_columns",
    "read_import",
    "read_now",
    "receive_file",
    "take_over",
    "take_over_now",
    "undo_import",
]
