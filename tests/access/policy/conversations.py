"""A conversation is for its two: for everybody else it is not there.

Wilma (writer) and Omar (other) talk; Uma's rooms are closed. Whom the organization
names for people is known to every member, and named by admins.
"""

from typing import Any

from . import HIDDEN, NO, OK, Row, open_to_members, operation, private

CLOSED = {"writer": OK, "other": OK, "unproven": NO}
ADMIN = dict.fromkeys(
    ("guest", "stranger", "peer", "owner", "leader", "captain", "writer", "other"), NO
)


def on(param: str, name: str) -> dict[str, Any]:
    return {"arguments": lambda world: {param: getattr(world, name).pk}}


def of(name: str) -> dict[str, Any]:
    return on("conversation_id", f"{name}_conversation")


ASKED = {**of("asking"), "other": HIDDEN}
HELPING = {**of("helped"), "other": HIDDEN}
SHUT = {**of("closed"), "other": NO}
UNSEEN, HALF, SETTLED = of("unseen"), of("half"), of("settled")
# Omar asked for the helper, so Wilma answers.
WANTED = {**of("wanted"), "other": NO}
DONE = on("undertaking_id", "done_undertaking")
OWN = {"other": NO}
DAY = "2026-06-20"


def named(world: Any, key: str = "person") -> dict[str, str]:
    person = world.cast.person(world.roles.newcomer)
    return {key: f"{person.name} · #{person.pk}"}


PAGES = [
    open_to_members("conversations:index", guest=OK, **CLOSED),
    open_to_members("conversations:open", **CLOSED),
    Row(
        "conversations:open",
        "POST",
        lambda world: {**named(world, "other"), "about": "A"},
        guest=NO,
        **CLOSED,
    ),
    Row("conversations:name_contact", **ADMIN),
    Row("conversations:name_contact", "POST", named, **ADMIN),
    Row("conversations:remove_contact", "POST", **ADMIN),
    private("conversations:show"),
    private("conversations:show", **UNSEEN),
    private("conversations:show", **HALF),
    private("conversations:show", **HELPING),
    private("conversations:agree", "POST", **ASKED),
    private("conversations:decline", "POST", **ASKED),
    private("conversations:close", "POST"),
    private("conversations:restore", "POST", **SHUT),
    private("conversations:write_view", **UNSEEN),
    private(
        "conversations:write_view", "POST", {"seen": "S", "interests": "I"}, **UNSEEN
    ),
    private("conversations:hand_in_view", "POST", **UNSEEN),
    private("conversations:take_back_view", "POST", **{**HALF, "other": "409"}),
    private("conversations:release_view", "POST", **UNSEEN),
    private("conversations:add_option", "POST", {"text": "T"}),
    private("conversations:edit_option", **OWN),
    private("conversations:edit_option", "POST", {"text": "T", "version": "1"}, **OWN),
    private("conversations:remove_option", "POST", **OWN),
    private(
        "conversations:add_undertaking",
        "POST",
        {"who": "me", "what": "W", "due_on": DAY},
    ),
    private("conversations:edit_undertaking"),
    private(
        "conversations:edit_undertaking",
        "POST",
        {"what": "W", "due_on": DAY, "version": "1"},
    ),
    private("conversations:remove_undertaking", "POST"),
    private("conversations:finish_undertaking", "POST"),
    private("conversations:reopen_undertaking", "POST", **DONE),
    private("conversations:set_follow_up", "POST", {"on": DAY}),
    private("conversations:agree_to_all", "POST"),
    private("conversations:look_back", "POST", {"holds": "yes"}, **SETTLED),
    private("conversations:ask_helper", "POST", named),
    private("conversations:agree_to_helper", "POST", **WANTED),
    private("conversations:join_as_helper", "POST", **HELPING),
    private("conversations:end_help", "POST", **HELPING),
]


def whom(world: Any) -> dict[str, int]:
    return {"person_id": world.cast.person(world.roles.newcomer).pk}


def asking(world: Any) -> dict[str, Any]:
    person = world.cast.person(world.roles.newcomer)
    return {"other_id": person.pk, "about": "A"}


def undertaking(world: Any) -> dict[str, Any]:
    person = world.cast.person(world.roles.writer)
    return {"person_id": person.pk, "what": "W", "due_on": DAY}


OPERATIONS = [
    operation("list_conversations", guest=OK, **CLOSED),
    operation("open_conversation", "POST", asking, guest=HIDDEN, **CLOSED),
    private("api:get_conversation"),
    private("api:agree_to_conversation", "POST", **ASKED),
    private("api:decline_conversation", "POST", **ASKED),
    private("api:close_conversation", "POST"),
    private("api:restore_conversation", "POST", **SHUT),
    private("api:list_conversation_views"),
    private("api:list_conversation_views", **UNSEEN),
    private("api:write_view", "PUT", {"seen": "S"}, **UNSEEN),
    private("api:hand_in_view", "POST", **UNSEEN),
    private("api:take_back_view", "POST", **{**HALF, "other": "409"}),
    private("api:release_view", "POST", **UNSEEN),
    private("api:list_options"),
    private("api:add_option", "POST", {"text": "T"}),
    private("api:edit_option", "PATCH", {"version": 1, "text": "T"}, **OWN),
    private("api:remove_option", "DELETE", **OWN),
    private("api:list_undertakings"),
    private("api:add_undertaking", "POST", undertaking),
    private(
        "api:edit_undertaking", "PATCH", {"version": 1, "what": "W", "due_on": DAY}
    ),
    private("api:remove_undertaking", "DELETE"),
    private("api:finish_undertaking", "POST"),
    private("api:reopen_undertaking", "POST", **DONE),
    private("api:set_follow_up", "PUT", {"on": DAY}),
    private("api:agree_to_all", "POST"),
    private("api:list_look_backs", **SETTLED),
    private("api:look_back", "POST", {"holds": "yes"}, **SETTLED),
    private("api:ask_helper", "POST", whom),
    private("api:agree_to_helper", "POST", **WANTED),
    private("api:join_as_helper", "POST", **HELPING),
    private("api:end_help", "DELETE", **HELPING),
    operation("get_contact", guest=OK),
    operation("name_contact", "PUT", whom, **{**ADMIN, "guest": HIDDEN}),
    operation("remove_contact", "DELETE", **ADMIN),
]
ROWS = PAGES + OPERATIONS
