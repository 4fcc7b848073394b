"""Read who is to be forgotten, and what would become of their records."""

from .erasures import (
    erasures_visible_to,
    get_erasure,
    open_erasure_of,
    page_of_erasures,
    people_to_forget,
)
from .fates import fates_of, open_fates_of
from .forgotten import (
    back_again,
    forgotten_after,
    forgotten_list,
    overdue_erasures,
)
from .words import words_of

__all__ = [
    "back_again",
    "erasures_visible_to",
    "fates_of",
    "forgotten_after",
    "forgotten_list",
    "get_erasure",
    "open_erasure_of",
    "open_fates_of",
    "overdue_erasures",
    "page_of_erasures",
    "people_to_forget",
    "words_of",
]
