from . import NO, OK, Row, operation

# The vision is no secret; whoever leads everybody words it, or an admin.
TOP_ONLY = {"guest": NO, "stranger": NO, "peer": NO, "owner": NO, "leader": NO}
WORDS = {"name": "N", "meaning": "M"}
VISION = {"text": "New", "reason": "R", "seen_number": "1"}
NUMBER = {"arguments": lambda world: {"number": world.vision.number}}
RETIRED = {"arguments": lambda world: {"value_id": world.retired_value.pk}}

ROWS = [
    Row("strategy:vision", guest=OK),
    Row("strategy:version", guest=OK, **NUMBER),
    Row("strategy:publish_vision", **TOP_ONLY),
    Row("strategy:publish_vision", "POST", VISION, **TOP_ONLY),
    Row("strategy:add_value", **TOP_ONLY),
    Row("strategy:add_value", "POST", WORDS, **TOP_ONLY),
    Row("strategy:edit_value", **TOP_ONLY),
    Row("strategy:edit_value", "POST", {**WORDS, "version": "1"}, **TOP_ONLY),
    Row("strategy:move_value", "POST", {"places": "1"}, **TOP_ONLY),
    Row("strategy:retire_value", "POST", **TOP_ONLY),
    Row("strategy:restore_value", "POST", **RETIRED, **TOP_ONLY),
    operation("list_visions", guest=OK),
    operation("get_vision", guest=OK, **NUMBER),
    operation("publish_vision", "POST", {"text": "New"}, **TOP_ONLY),
    operation("list_values", guest=OK),
    operation("add_value", "POST", WORDS, **TOP_ONLY),
    operation("edit_value", "PUT", {**WORDS, "version": 1}, **TOP_ONLY),
    operation("move_value", "POST", {"places": 1}, **TOP_ONLY),
    operation("retire_value", "POST", **TOP_ONLY),
    operation("restore_value", "POST", **RETIRED, **TOP_ONLY),
]
