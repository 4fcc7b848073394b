"""One's own account is open to everybody with a role, a guest too; another's to nobody."""

from . import HIDDEN, NO, OK, Row

NOBODY_ELSE = {
    "guest": HIDDEN,
    "stranger": HIDDEN,
    "peer": HIDDEN,
    "leader": HIDDEN,
    "captain": HIDDEN,
    "admin": HIDDEN,
}
# The owner, and one more of the private rooms, have had theirs prepared. That of an
# account in doubt holds private words, so it is not handed out.
PREPARED = {
    **NOBODY_ELSE,
    "writer": OK,
    "other": HIDDEN,
    "unproven": HIDDEN,
}
ROWS = [
    Row("account:profile", guest=OK),
    Row("account:profile", "POST", {"name": "N", "time_zone": "UTC"}, guest=OK),
    Row("account:appearance", guest=OK),
    Row("account:appearance", "POST", {"theme": "dark"}, guest=OK),
    Row("account:theme", "POST", {"theme": "light"}, guest=OK),
    Row("account:security", guest=OK),
    Row("account:private_rooms", guest=OK),
    Row(  # only after a one-time link
        "account:new_password",
        guest=NO,
        stranger=NO,
        peer=NO,
        owner=NO,
        leader=NO,
        captain=NO,
        admin=NO,
    ),
    Row("account:tokens", guest=OK),
    Row(
        "account:tokens",
        "POST",
        {"name": "T", "scopes": ["goals:read"], "days": "30"},
        guest=OK,
    ),
    Row("account:revoke_token", "POST", **NOBODY_ELSE),
    Row("account:data", guest=OK),
    Row("account:prepare", "POST", guest=OK),
    Row("account:download", **PREPARED),
    Row("account:remove", "POST", **PREPARED),
]
