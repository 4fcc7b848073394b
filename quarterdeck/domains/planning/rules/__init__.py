"""Arithmetic about plans on plain values: measures in words, hours and what they cost."""

from .costs import Part, Sum, part_of, rates_to_search_with, sum_of
from .growth import KEEPS_DATES, price_of_growth
from .measures import rows_of

__all__ = [
    "KEEPS_DATES",
    "Part",
    "Sum",
    "part_of",
    "price_of_growth",
    "rates_to_search_with",
    "rows_of",
    "sum_of",
]
