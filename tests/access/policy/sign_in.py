"""Doors are open to whoever stands before them; their locks are tested apart."""

from . import OK, ROLES, Row

OPEN = {"anonymous": OK, "outsider": OK, "guest": OK}
ROWS = [
    Row("first_run:found", **OPEN),
    Row(  # a link that nobody made signs nobody in
        "sign_in:by_link",
        "POST",
        arguments=lambda world: {"token": "unknown"},
        **dict.fromkeys(ROLES, "409"),
    ),
    Row("sign_in:by_link", arguments=lambda world: {"token": "unknown"}, **OPEN),
]
