"""Record an act, revise a record with its history, verify the chain, erase words."""

from .actors import OPERATOR
from .audiences import Audience, everyone, only, private, team
from .erasing import erase_words_of, forget_names
from .recording import FieldChange, carrying, in_order_of_time, record, recorded
from .revising import (
    inverse_of,
    plain,
    revise,
    revise_all,
    revise_beside,
    revise_privately,
)
from .verifying import ChainReport, verify_chain

__all__ = [
    "OPERATOR",
    "Audience",
    "ChainReport",
    "FieldChange",
    "carrying",
    "erase_words_of",
    "everyone",
    "forget_names",
    "in_order_of_time",
    "inverse_of",
    "only",
    "plain",
    "private",
    "record",
    "recorded",
    "revise",
    "revise_all",
    "revise_beside",
    "revise_privately",
    "team",
    "verify_chain",
]
