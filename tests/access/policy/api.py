"""Operations of the API whose room has no rows of its own for them."""

from . import HIDDEN, OK, operation

NOBODY_ELSE = {
    "guest": HIDDEN,
    "stranger": HIDDEN,
    "peer": HIDDEN,
    "leader": HIDDEN,
    "captain": HIDDEN,
    "admin": HIDDEN,
}
ROWS = [
    operation("get_account", guest=OK),
    operation("change_profile", "PUT", {"name": "N"}, guest=OK),
    operation(
        "change_appearance", "PUT", {"theme": "dark", "single_keys": True}, guest=OK
    ),
    operation("list_views", guest=OK),
    operation(
        "save_view", "POST", {"place": "tasks", "name": "N", "query": "q"}, guest=OK
    ),
    operation("remove_view", "DELETE", **NOBODY_ELSE),
]
