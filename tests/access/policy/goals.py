from . import HIDDEN, NO, OK, Row

ROWS = [
    Row("goals:tree", guest=OK),  # an empty list: guests see what is shared with them
    Row("goals:add", guest=OK),
    Row("goals:add", "POST", {"title": "T", "why": "W"}, guest=NO),
    Row("goals:show"),
    Row(
        "goals:close",
        "POST",
        {"outcome": "reached"},
        stranger=NO,
        peer=NO,
        admin=NO,
    ),
    Row(
        "goals:reopen",
        "POST",
        guest=HIDDEN,
        stranger=NO,
        peer=NO,
        admin=NO,
        arguments=lambda world: {"goal_id": world.closed_goal.pk},
    ),
]
