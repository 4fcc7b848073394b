"""Publish the vision, word the values."""

from .publishing import VisionUnchanged, publish_vision
from .valuing import (
    ValueNameTaken,
    ValueNotRetired,
    ValueRetired,
    add_value,
    edit_value,
    move_value,
    restore_value,
    retire_value,
)

__all__ = [
    "ValueNameTaken",
    "ValueNotRetired",
    "ValueRetired",
    "VisionUnchanged",
    "add_value",
    "edit_value",
    "move_value",
    "publish_vision",
    "restore_value",
    "retire_value",
]
