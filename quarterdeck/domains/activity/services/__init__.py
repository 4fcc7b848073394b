"""Record an act, revise a record with its history, verify the chain, erase words."""

from .audiences import Audience, everyone, only, team
from .erasing import erase_words_of
from .recording import FieldChange, carrying, record, recorded
from .revising import inverse_of, plain, revise, revise_all
from .verifying import ChainReport, verify_chain

__all__ = [
    "Audience",
    "ChainReport",
    "FieldChange",
    "carrying",
    "erase_words_of",
    "everyone",
    "inverse_of",
    "only",
    "plain",
    "record",
    "recorded",
    "revise",
    "revise_all",
    "team",
    "verify_chain",
]
