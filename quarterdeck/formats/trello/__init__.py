"""Trello boards: lists become statuses, checklist items become subtasks."""

from .board import read_board
from .objects import board_from_lines, is_board

__all__ = ["board_from_lines", "is_board", "read_board"]
