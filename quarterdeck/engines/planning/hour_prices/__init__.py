"""What an hour of each person is worth, which bounds weighted finishes and lateness."""

from .climbing import bound_by_prices

__all__ = ["bound_by_prices"]
