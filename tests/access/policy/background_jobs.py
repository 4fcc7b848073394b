"""A job is its owner's alone: neither their leader nor an admin sees it."""

from . import HIDDEN, Row, operation

NOBODY_ELSE = {
    "guest": HIDDEN,
    "stranger": HIDDEN,
    "peer": HIDDEN,
    "leader": HIDDEN,
    "captain": HIDDEN,
    "admin": HIDDEN,
}
ROWS = [
    Row("background_jobs:show", **NOBODY_ELSE),
    Row("background_jobs:cancel", "POST", **NOBODY_ELSE),
    operation("get_job", **NOBODY_ELSE),
    operation("cancel_job", "POST", **NOBODY_ELSE),
]
