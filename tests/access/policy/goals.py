from . import HIDDEN, NO, OK, Row, operation

# Whoever owns a goal or leads its team changes it; the other members look at it.
EDITORS_ONLY = {"guest": HIDDEN, "stranger": NO, "peer": NO, "admin": NO}
CLOSED = {"arguments": lambda world: {"goal_id": world.closed_goal.pk}}
LINKED = {
    "arguments": lambda world: {
        "child_id": world.goal.pk,
        "parent_id": world.parent_goal.pk,
    }
}
REMOVED = {"arguments": lambda world: {"key_result_id": world.removed_key_result.pk}}
NUMBERS = {"title": "K", "start": "0", "target": "5", "weight": "1"}
GAP = {"arguments": lambda world: {"gap": "goals-without-work"}}

PAGES = [
    Row("goals:tree", guest=OK),  # an empty list: guests see what is shared with them
    Row("goals:branch"),
    Row("goals:below"),
    Row("goals:coverage", guest=OK),
    Row("goals:coverage_list", guest=OK, **GAP),
    Row("goals:add", guest=NO),
    Row("goals:add", "POST", {"title": "T", "why": "W"}, guest=NO),
    Row("goals:show"),
    Row("goals:find_to_link"),
    Row("goals:edit", **EDITORS_ONLY),
    Row(
        "goals:edit",
        "POST",
        {"title": "T", "why": "W", "version": "1"},
        **EDITORS_ONLY,
    ),
    Row("goals:change_formula", "POST", {"formula": "work"}, **EDITORS_ONLY),
    Row("goals:close", "POST", {"outcome": "reached"}, **EDITORS_ONLY),
    Row("goals:reopen", "POST", **CLOSED, **EDITORS_ONLY),
    # Weighing is for those who answer for the goal above.
    Row("goals:link", "POST", {"weight": "2"}, **LINKED, **EDITORS_ONLY),
    Row("goals:unlink", "POST", **LINKED, **EDITORS_ONLY),
    Row("goals:add_key_result", "POST", NUMBERS, **EDITORS_ONLY),
    Row("goals:edit_key_result", **EDITORS_ONLY),
    Row("goals:edit_key_result", "POST", {**NUMBERS, "version": "1"}, **EDITORS_ONLY),
    Row("goals:record_measurement", "POST", {"value": "3"}, **EDITORS_ONLY),
    Row("goals:remove_key_result", "POST", **EDITORS_ONLY),
    Row("goals:restore_key_result", "POST", **REMOVED, **EDITORS_ONLY),
]
API_LINKED = {
    "arguments": lambda world: {
        "goal_id": world.goal.pk,
        "parent_id": world.parent_goal.pk,
    }
}
OPERATIONS = [
    operation("list_goals", guest=OK),
    operation("list_goal_tree", guest=OK),
    operation("add_goal", "POST", {"title": "T", "why": "W"}, guest=NO),
    operation("get_goal"),
    operation("edit_goal", "PATCH", {"version": 1, "why": "Y"}, **EDITORS_ONLY),
    operation("close_goal", "POST", {"outcome": "reached"}, **EDITORS_ONLY),
    operation("reopen_goal", "POST", **CLOSED, **EDITORS_ONLY),
    operation("link_goal", "PUT", {"weight": 2}, **API_LINKED, **EDITORS_ONLY),
    operation("unlink_goal", "DELETE", **API_LINKED, **EDITORS_ONLY),
    operation("add_key_result", "POST", {"title": "K", "target": 5}, **EDITORS_ONLY),
    operation("edit_key_result", "PATCH", {"version": 1, "target": 9}, **EDITORS_ONLY),
    operation("remove_key_result", "DELETE", **EDITORS_ONLY),
    operation("restore_key_result", "POST", **REMOVED, **EDITORS_ONLY),
    operation("list_measurements"),
    operation("record_measurement", "POST", {"value": 3}, **EDITORS_ONLY),
]
ROWS = [*PAGES, *OPERATIONS]
