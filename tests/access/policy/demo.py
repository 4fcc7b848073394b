"""Only who runs the instance clears the demo away."""

from . import NO, Row

NOBODY_ELSE = {
    "guest": NO,
    "stranger": NO,
    "peer": NO,
    "owner": NO,
    "leader": NO,
    "captain": NO,
}
ROWS = [
    Row("demo:remove", **NOBODY_ELSE),
    Row("demo:remove", "POST", **NOBODY_ELSE),
]
