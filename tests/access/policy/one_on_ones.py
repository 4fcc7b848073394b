"""The space of two people is for the two: for everybody else it is not there.

Wilma and Omar are both in Support, so Alice leads them and Dana leads Alice. Uma, whose
account an admin's link opened, meets Alice: neither her space nor any other is hers now.
"""

from . import HIDDEN, NO, OK, Row, open_to_members, operation, private

CLOSED = {"writer": OK, "other": OK, "unproven": NO}


def named(world, user):
    person = world.cast.person(user)
    return f"{person.name} · #{person.pk}"


def with_a_stranger(world):
    """Somebody whom nobody here meets yet."""
    return {"person": named(world, world.roles.newcomer), "weeks": "2"}


def note(readers, part="notes"):
    return lambda world: {
        "meeting_id": world.meeting.pk,
        "readers": readers,
        "part": part,
    }


def of(name, key):
    return {"arguments": lambda world: {key: getattr(world, name).pk}}


# Wilma's spaces with others: Omar, the other of the pair, is a third person there.
ASKED = {**of("asked_pair", "pair_id"), "other": HIDDEN}
ENDED = {**of("ended_pair", "pair_id"), "other": HIDDEN}
FRESH = {**of("fresh_pair", "pair_id"), "other": HIDDEN}
WORDS = {"text": "T", "version": "1"}
DUE = {"text": "T", "due_on": "2026-06-20", "version": "1"}
PROMISE = {"who": "me", "text": "T", "due_on": "2026-06-20"}
WHEN = {"next_on": "2026-06-20", "next_time": "10:00", "version": "1"}

PAGES = [
    open_to_members("one_on_ones:index", guest=OK, **CLOSED),
    open_to_members("one_on_ones:start", **CLOSED),
    Row("one_on_ones:start", "POST", with_a_stranger, guest=NO, **CLOSED),
    Row("one_on_ones:with", guest=HIDDEN, **CLOSED),
    open_to_members("one_on_ones:motivation", guest=OK, **CLOSED),
    Row(
        "one_on_ones:motivation",
        "POST",
        {"text": "T", "audience": "me", "version": ""},
        guest=OK,
        **CLOSED,
    ),
    open_to_members("one_on_ones:talk", guest=OK, **CLOSED),
    private(
        "one_on_ones:talk",
        "POST",
        lambda world: {"text": "T", "pair": world.pair.pk},
    ),
    private("one_on_ones:space"),
    private(  # Uma's leader reads on; to Uma it is closed
        "one_on_ones:space",
        **of("umas_pair", "pair_id"),
        leader=OK,
        writer=HIDDEN,
        other=HIDDEN,
    ),
    private("one_on_ones:agree", "POST", **ASKED),
    private("one_on_ones:decline", "POST", **ASKED),
    private("one_on_ones:end", "POST"),
    private("one_on_ones:restore", "POST", **ENDED),
    private("one_on_ones:change_rhythm", "POST", {"weeks": "4", "version": "1"}),
    private("one_on_ones:move", "POST", WHEN),
    private("one_on_ones:skip", "POST"),
    private("one_on_ones:open", "POST", **FRESH),
    private("one_on_ones:use_coaching", "POST", {"use": "on"}, **FRESH),
    private("one_on_ones:close"),
    private("one_on_ones:close", "POST", {"next_on": "2026-06-20"}),
    private("one_on_ones:past"),
    private("one_on_ones:meeting", **of("past_meeting", "meeting_id")),
    private("one_on_ones:write_note", "POST", WORDS, arguments=note("pair")),
    private(
        "one_on_ones:write_note",
        "POST",
        {"text": "T", "version": "0"},
        arguments=note("writer", "will"),
    ),
    private("one_on_ones:add_topic", "POST", {"text": "T"}),
    private("one_on_ones:edit_topic"),
    private("one_on_ones:edit_topic", "POST", WORDS),
    private("one_on_ones:close_topic", "POST"),
    private("one_on_ones:reopen_topic", "POST", **of("closed_topic", "topic_id")),
    private("one_on_ones:remove_topic", "POST"),
    private("one_on_ones:restore_topic", "POST", **of("removed_topic", "topic_id")),
    private("one_on_ones:make_promise", "POST", PROMISE),
    private("one_on_ones:edit_promise"),
    private("one_on_ones:edit_promise", "POST", DUE),
    private("one_on_ones:keep_promise", "POST"),
    private("one_on_ones:withdraw_promise"),
    private("one_on_ones:withdraw_promise", "POST", {"reason": "R"}, other=NO),
    private("one_on_ones:reopen_promise", "POST", **of("kept_promise", "promise_id")),
]
DAY = "2026-06-20"
MINE = lambda world: {  # noqa: E731 - a body that needs the world
    "promiser_id": world.cast.person(world.roles.writer).pk,
    "text": "T",
    "due_on": DAY,
}
START = lambda world: {  # noqa: E731
    "person_id": world.cast.person(world.roles.newcomer).pk
}
OPERATIONS = [
    operation("list_pairs", guest=OK, **CLOSED),
    operation("start_pair", "POST", START, guest=HIDDEN, **CLOSED),
    operation("list_motivations", guest=OK, **CLOSED),
    operation(
        "write_motivation",
        "PUT",
        {"text": "T", "audience": "me", "version": 1},
        guest=OK,
        **CLOSED,
    ),
    private("api:get_pair"),
    private("api:agree_to_pair", "POST", **ASKED),
    private("api:decline_pair", "POST", **ASKED),
    private("api:end_pair", "POST"),
    private("api:restore_pair", "POST", **ENDED),
    private("api:change_rhythm", "POST", {"version": 1, "weeks": 4}),
    private("api:move_meeting", "POST", {"version": 1, "next_on": DAY}),
    private("api:skip_meeting", "POST"),
    private("api:open_meeting", "POST", **FRESH),
    private("api:use_coaching", "POST", {"use": True}, **FRESH),
    private("api:close_meeting", "POST", {"next_on": DAY}),
    private("api:list_meetings"),
    private("api:list_topics"),
    private("api:add_topic", "POST", {"text": "T"}),
    private("api:edit_topic", "PATCH", {"version": 1, "text": "T"}),
    private("api:close_topic", "POST"),
    private("api:reopen_topic", "POST", **of("closed_topic", "topic_id")),
    private("api:remove_topic", "POST"),
    private("api:restore_topic", "POST", **of("removed_topic", "topic_id")),
    private("api:list_promises"),
    private("api:make_promise", "POST", MINE),
    private("api:edit_promise", "PATCH", {"version": 1, "text": "T", "due_on": DAY}),
    private("api:keep_promise", "POST"),
    private("api:withdraw_promise", "POST", {"reason": "R"}, other=NO),
    private("api:reopen_promise", "POST", **of("kept_promise", "promise_id")),
    private("api:list_notes"),
    private(
        "api:write_note", "PUT", {"text": "T", "version": 1}, arguments=note("pair")
    ),
]
ROWS = PAGES + OPERATIONS
