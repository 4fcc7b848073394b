"""Operations of the API whose room has no rows of its own for them."""

from . import HIDDEN, NO, OK, operation

ROWS = [
    operation("list_goals", guest=OK),
    operation("add_goal", "POST", {"title": "T", "why": "W"}, guest=NO),
    operation("get_goal"),
    operation(
        "close_goal",
        "POST",
        {"outcome": "reached"},
        guest=HIDDEN,
        stranger=NO,
        peer=NO,
        admin=NO,
    ),
]
