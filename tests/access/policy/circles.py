"""A circle is for those in it: for everybody else it is not there.

Wilma (writer) and Omar (other) are in; Wilma brought the case. Uma's rooms are closed.
"""

from typing import Any

from . import HIDDEN, NO, OK, Row, open_to_members, operation, private

CLOSED = {"writer": OK, "other": OK, "unproven": NO}
# What only the author of a case, a contribution or a lesson may do.
OWN = {"other": NO}
ASKING = {"other": HIDDEN}


def on(param: str, name: str) -> dict[str, Any]:
    return {"arguments": lambda world: {param: getattr(world, name).pk}}


ASKED = {**on("circle_id", "asking_circle"), **ASKING}
CHANGED = {**on("circle_id", "changed_circle"), **ASKING}
INVITED = on("circle_member_id", "invited")
LETTING = {
    "arguments": lambda world: {
        "case_id": world.case.pk,
        "circle_member_id": world.later_member.pk,
    }
}
# A lesson is everybody's to read, and its author's to change.
LESSON = dict.fromkeys(("stranger", "peer", "owner", "leader", "captain", "admin"), NO)
AUTHOR = {"guest": HIDDEN, **LESSON, "writer": OK, "other": NO, "unproven": NO}
CASE = {"situation": "S", "tried": "", "question": "Q"}


def named(world: Any) -> dict[str, str]:
    person = world.cast.person(world.roles.newcomer)
    return {"person": f"{person.name} · #{person.pk}"}


PAGES = [
    open_to_members("circles:index", guest=OK, **CLOSED),
    open_to_members("circles:start", **CLOSED),
    Row(
        "circles:start",
        "POST",
        {"name": "N", "purpose": "", "rule": "R"},
        guest=NO,
        **CLOSED,
    ),
    Row("circles:lessons", guest=OK),
    private("circles:show"),
    private("circles:show", **ASKED),
    private("circles:edit"),
    private("circles:edit", "POST", {"name": "N", "version": "1"}),
    private("circles:change_rule"),
    private("circles:change_rule", "POST", {"rule": "N", "version": "1"}),
    private("circles:join", "POST", {"rule_number": "1"}, **ASKED),
    private("circles:accept_rule", "POST", {"rule_number": "2"}, **CHANGED),
    private("circles:decline", "POST", **ASKED),
    private("circles:leave", "POST"),
    private("circles:invite", "POST", named),
    private("circles:uninvite", "POST", **INVITED),
    private("circles:plan_meeting", "POST", {"on": "2026-06-20"}),
    private("circles:edit_meeting"),
    private("circles:edit_meeting", "POST", {"on": "2026-06-21", "version": "1"}),
    private("circles:remove_meeting", "POST"),
    private("circles:share_case"),
    private("circles:share_case", "POST", CASE),
    private("circles:case"),
    private("circles:edit_case", **OWN),
    private("circles:edit_case", "POST", {**CASE, "version": "1"}, **OWN),
    private("circles:remove_case", "POST", **OWN),
    private("circles:let_read", "POST", **LETTING, **OWN),
    private("circles:write_takeaway", "POST", {"text": "T"}),
    private("circles:contribute", "POST", {"text": "T"}),
    private("circles:edit_contribution", **OWN),
    private("circles:edit_contribution", "POST", {"text": "T", "version": "1"}, **OWN),
    private("circles:remove_contribution", "POST", **OWN),
    private("circles:share_lesson", **OWN),
    private("circles:share_lesson", "POST", {"title": "T", "text": "T"}, **OWN),
    Row("circles:edit_lesson", **AUTHOR),
    Row("circles:edit_lesson", "POST", {"title": "T", "text": "T"}, **AUTHOR),
    Row("circles:take_back_lesson", "POST", **AUTHOR),
]


def whom(world: Any) -> dict[str, int]:
    return {"person_id": world.cast.person(world.roles.newcomer).pk}


DAY = "2026-06-20"
OPERATIONS = [
    operation("list_circles", guest=OK, **CLOSED),
    operation("start_circle", "POST", {"name": "N", "rule": "R"}, guest=NO, **CLOSED),
    private("api:get_circle"),
    private("api:edit_circle", "PATCH", {"version": 1, "name": "N"}),
    private("api:change_circle_rule", "PUT", {"version": 1, "rule": "N"}),
    private("api:join_circle", "POST", {"rule_number": 1}, **ASKED),
    private("api:accept_rule", "POST", {"rule_number": 2}, **CHANGED),
    private("api:decline_circle", "POST", **ASKED),
    private("api:leave_circle", "POST"),
    private("api:list_circle_members"),
    private("api:invite_to_circle", "POST", whom),
    private("api:uninvite", "DELETE", **INVITED),
    private("api:list_circle_meetings"),
    private("api:plan_circle_meeting", "POST", {"on": DAY}),
    private("api:edit_circle_meeting", "PATCH", {"version": 1, "on": DAY}),
    private("api:remove_circle_meeting", "DELETE"),
    private("api:list_cases"),
    private("api:share_case", "POST", {"situation": "S", "question": "Q"}),
    private("api:get_case"),
    private("api:edit_case", "PATCH", {**CASE, "version": 1}, **OWN),
    private("api:remove_case", "DELETE", **OWN),
    private("api:let_read", "PUT", **LETTING, **OWN),
    private("api:list_contributions"),
    private("api:contribute", "POST", {"text": "T"}),
    private("api:edit_contribution", "PATCH", {"version": 1, "text": "T"}, **OWN),
    private("api:remove_contribution", "DELETE", **OWN),
    private("api:write_takeaway", "PUT", {"text": "T"}),
    operation("list_lessons", guest=OK),
    private("api:share_lesson", "POST", {"title": "T", "text": "T"}, **OWN),
    operation(
        "edit_lesson", "PATCH", {"version": 1, "title": "T", "text": "T"}, **AUTHOR
    ),
    operation("take_back_lesson", "DELETE", **AUTHOR),
]
ROWS = PAGES + OPERATIONS
