"""What a team meets for is the team's; each turn is its person's to hand over.

Oscar (owner) has turns, Bob (peer) is offered one and reads one debrief.
"""

from typing import Any

from . import HIDDEN, NO, OK, Row, open_to_members, operation

# Of the team and those above it; a member of another team and an admin see nothing.
TEAM = {"guest": HIDDEN, "stranger": HIDDEN, "admin": HIDDEN}
# Arranging is for the team's leaders, and whoever set it up.
ARRANGE = {**TEAM, "peer": NO, "owner": NO}
# One's own turn is handed over by oneself.
OWN = {**TEAM, "peer": NO, "leader": NO, "captain": NO}
ASKED = {**TEAM, "owner": NO, "leader": NO, "captain": NO}
DEBRIEF = {**TEAM, "leader": HIDDEN, "captain": HIDDEN}
WRITTEN = {**DEBRIEF, "peer": NO}


def on(param: str, name: str) -> dict[str, Any]:
    return {"arguments": lambda world: {param: getattr(world, name).pk}}


def named(world: Any) -> str:
    bob = world.cast.person(world.cast.bob)
    return f"{bob.name} · #{bob.pk}"


def new(world: Any) -> dict[str, str]:
    team = {"team": str(world.cast.support.pk), "kind": "meeting"}
    return {"title": "T", "first_on": "2026-06-01", "weeks": "1", **team}


def turn(world: Any) -> dict[str, str]:
    return {"on": "2026-06-29", "part": "leads", "person": named(world), "times": "1"}


ENDED = on("occasion_id", "ended_occasion")
OFFERED = on("turn_id", "offered_turn")
LED = on("turn_id", "led_turn")
BRIEF = {"title": "T", "kind": "meeting", "first_on": "2026-06-01", "weeks": "2"}
WORDS = {"went_well": "W", "otherwise": "O"}
PAGES = [
    open_to_members("occasions:index", guest=OK),
    open_to_members("occasions:mine"),
    open_to_members("occasions:set_up"),
    Row("occasions:set_up", "POST", new, guest=NO),
    Row("occasions:show", **TEAM),
    Row("occasions:edit", **ARRANGE),
    Row("occasions:edit", "POST", {**BRIEF, "version": "1"}, **ARRANGE),
    Row("occasions:end", "POST", **ARRANGE),
    Row("occasions:restore", "POST", **ENDED, **ARRANGE),
    Row("occasions:name_turn", "POST", turn, **ARRANGE),
    Row("occasions:fill_turns", "POST", **ARRANGE),
    Row("occasions:say_willing", "POST", {"willing": "no"}, **TEAM),
    Row("occasions:remove_turn", "POST", **ARRANGE),
    Row("occasions:offer_turn", **OWN),
    Row("occasions:offer_turn", "POST", lambda world: {"to": named(world)}, **OWN),
    Row("occasions:accept_turn", "POST", **OFFERED, **ASKED),
    Row("occasions:decline_turn", "POST", **OFFERED, **ASKED),
    Row("occasions:withdraw_offer", "POST", **OFFERED, **OWN),
    Row("occasions:write_debrief", **LED, **OWN),
    Row("occasions:write_debrief", "POST", WORDS, **LED, **OWN),
    Row("occasions:edit_debrief", **WRITTEN),
    Row("occasions:edit_debrief", "POST", {**WORDS, "version": "1"}, **WRITTEN),
    Row("occasions:remove_debrief", "POST", **WRITTEN),
]


def new_one(world: Any) -> dict[str, Any]:
    return {"team_id": world.cast.support.pk, "title": "T", "first_on": "2026-06-01"}


def new_turn(world: Any) -> dict[str, Any]:
    bob = world.cast.person(world.cast.bob)
    return {"on": "2026-06-29", "part": "leads", "person_id": bob.pk}


def to_bob(world: Any) -> dict[str, Any]:
    return {"to_id": world.cast.person(world.cast.bob).pk}


OPERATIONS = [
    operation("list_occasions", guest=OK),
    # A team is there for every member; who is not in it may not set up there.
    operation("set_up_occasion", "POST", new_one, guest=HIDDEN, stranger=NO, admin=NO),
    operation("list_held", guest=OK),
    operation("get_occasion", **TEAM),
    operation("edit_occasion", "PATCH", {"version": 1, "aim": "A"}, **ARRANGE),
    operation("end_occasion", "POST", **ARRANGE),
    operation("restore_occasion", "POST", **ENDED, **ARRANGE),
    operation("list_turns", **TEAM),
    operation("name_turn", "POST", new_turn, **ARRANGE),
    operation("fill_turns", "POST", {"count": 6}, **ARRANGE),
    operation("say_willing", "PUT", {"willing": False}, **TEAM),
    operation("list_others", **TEAM),
    operation("remove_turn", "DELETE", **ARRANGE),
    operation("offer_turn", "POST", to_bob, **OWN),
    operation("accept_turn", "POST", **OFFERED, **ASKED),
    operation("decline_turn", "POST", **OFFERED, **ASKED),
    operation("withdraw_offer", "POST", **OFFERED, **OWN),
    operation("list_debriefs", guest=OK, unproven=NO),
    # Only a date that one has led: for the others of the team that is a broken rule.
    operation(
        "write_debrief",
        "POST",
        WORDS,
        **LED,
        **{**TEAM, "peer": "409", "leader": "409", "captain": "409"},
    ),
    operation("edit_debrief", "PATCH", {**WORDS, "version": 1}, **WRITTEN),
    operation("remove_debrief", "DELETE", **WRITTEN),
]
ROWS = PAGES + OPERATIONS
