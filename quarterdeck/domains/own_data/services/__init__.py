"""Have the file made, and take it away again."""

from .forgetting import forget_people
from .preparing import make_own_data, prepare_own_data
from .removing import remove_own_data, remove_own_data_when_due

__all__ = [
    "forget_people",
    "make_own_data",
    "prepare_own_data",
    "remove_own_data",
    "remove_own_data_when_due",
]
