"""Doors are open to whoever stands before them; their locks are tested apart."""

from . import OK, Row

OPEN = {"anonymous": OK, "outsider": OK, "guest": OK}
ROWS = [
    Row("first_run:found", **OPEN),
    Row("sign_in:by_link", arguments=lambda world: {"token": "unknown"}, **OPEN),
]
