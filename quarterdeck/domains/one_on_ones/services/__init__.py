"""Meet one by one: begin, plan, hold and close 1:1s; topics, notes and promises."""

from .forgetting import forget_people
from .holding import NotOpened, close_meeting, open_meeting, use_coaching
from .motivation import write_motivation
from .notes import write_note
from .pairs import (
    AlreadyMeeting,
    CannotMeet,
    NotRunning,
    agree_to_pair,
    decline_pair,
    end_pair,
    restore_pair,
    start_pair,
)
from .planning import InThePast, change_rhythm, move_meeting, skip_meeting
from .promises import (
    AlreadySettled,
    NotOneOfTheTwo,
    edit_promise,
    keep_promise,
    make_promise,
    reopen_promise,
    withdraw_promise,
)
from .topics import (
    add_topic,
    close_topic,
    edit_topic,
    remove_topic,
    reopen_topic,
    restore_topic,
)

__all__ = [
    "AlreadyMeeting",
    "AlreadySettled",
    "CannotMeet",
    "InThePast",
    "NotOneOfTheTwo",
    "NotOpened",
    "NotRunning",
    "add_topic",
    "agree_to_pair",
    "change_rhythm",
    "close_meeting",
    "close_topic",
    "decline_pair",
    "edit_promise",
    "edit_topic",
    "end_pair",
    "forget_people",
    "keep_promise",
    "make_promise",
    "move_meeting",
    "open_meeting",
    "remove_topic",
    "reopen_promise",
    "reopen_topic",
    "restore_pair",
    "restore_topic",
    "skip_meeting",
    "start_pair",
    "use_coaching",
    "withdraw_promise",
    "write_motivation",
    "write_note",
]
