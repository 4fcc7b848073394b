"""Forgetting: one asks, an admin begins. Only the person asks while they work here."""

from . import HIDDEN, NO, OK, Row, operation

# The page is about Oscar, the owner: he and whoever looks after him may look.
LOOKED_AT = {"guest": HIDDEN, "stranger": NO, "peer": NO}
SELF = {**LOOKED_AT, "leader": NO, "captain": NO, "admin": NO}
ADMINS = {
    "guest": NO,
    "stranger": NO,
    "peer": NO,
    "owner": NO,
    "leader": NO,
    "captain": NO,
}
# The wish is Freya's, who is in no team: for anybody but an admin it is not there.
UNSEEN = dict.fromkeys(ADMINS, HIDDEN)
OSCAR, FREYA = {"name": "Oscar"}, {"name": "Freya"}

ROWS = [
    Row("erasure:wishes", **ADMINS),
    Row("erasure:me", guest=OK),
    Row("erasure:person", **LOOKED_AT),
    Row("erasure:ask", "POST", OSCAR, **SELF),
    Row("erasure:wish", **UNSEEN),
    Row("erasure:begin", "POST", FREYA, **UNSEEN),
    Row("erasure:take_back", "POST", **UNSEEN),
    operation("list_erasures", guest=OK),  # empty but for admins
    operation("list_fates", **LOOKED_AT),
    operation("ask_for_erasure", "POST", OSCAR, **SELF),
    operation("begin_erasure", "POST", FREYA, **UNSEEN),
    operation("take_back_erasure", "POST", **UNSEEN),
]
