"""Set up occasions, name who does what, hand it over, look back."""

from .debriefs import DidNotLead, edit_debrief, remove_debrief, write_debrief
from .forgetting import forget_people
from .handing_over import (
    CannotBeAsked,
    NotOffered,
    NotToSwap,
    accept_turn,
    decline_turn,
    offer_turn,
    withdraw_offer,
)
from .occasions import (
    OccasionEnded,
    OccasionNotEnded,
    edit_occasion,
    end_occasion,
    restore_occasion,
    set_up_occasion,
)
from .turns import (
    NobodyToPropose,
    NotADate,
    SaidNo,
    fill_turns,
    name_turn,
    remove_turn,
)
from .willing import say_willing

__all__ = [
    "CannotBeAsked",
    "DidNotLead",
    "NobodyToPropose",
    "NotADate",
    "NotOffered",
    "NotToSwap",
    "OccasionEnded",
    "OccasionNotEnded",
    "SaidNo",
    "accept_turn",
    "decline_turn",
    "edit_debrief",
    "edit_occasion",
    "end_occasion",
    "fill_turns",
    "forget_people",
    "name_turn",
    "offer_turn",
    "remove_debrief",
    "remove_turn",
    "restore_occasion",
    "say_willing",
    "set_up_occasion",
    "withdraw_offer",
    "write_debrief",
]
