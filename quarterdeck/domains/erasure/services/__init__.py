"""Ask that somebody is forgotten, begin it, take it back, and do it on its day."""

from .again import forget_again
from .asking import ErasureUnderWay, NotTheirName, ask_for_erasure
from .beginning import AlreadyBegun, ErasureOver, begin_erasure, begin_on_the_server
from .doing import do_erasure, erase_person
from .forgetting import forget, rooms_that_forget
from .listing import keep_list
from .taking_back import take_back_erasure

__all__ = [
    "AlreadyBegun",
    "ErasureOver",
    "ErasureUnderWay",
    "NotTheirName",
    "ask_for_erasure",
    "begin_erasure",
    "begin_on_the_server",
    "do_erasure",
    "erase_person",
    "forget",
    "forget_again",
    "keep_list",
    "rooms_that_forget",
    "take_back_erasure",
]
