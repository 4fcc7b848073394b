"""Growth in a plan that was found: stretch tasks, their price, and plans to choose from.

A second phase beside the search: it never changes how a plan is found, and a problem
without wishes for stretch work is not touched by it. ``stretch.py`` says what holds.
"""

from .frontier import Choice, Offer, frontier, in_order, undominated
from .granting import grant
from .later import explained_as
from .measuring import measured

__all__ = [
    "Choice",
    "Offer",
    "explained_as",
    "frontier",
    "grant",
    "in_order",
    "measured",
    "undominated",
]
