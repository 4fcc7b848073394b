"""Who may do what on every route, written by hand from the product's promises.

A route that is missing here fails the build. `…` roles: anonymous (nobody signed in),
outsider (an account without a role), guest, stranger (a member of another team), peer
(a member of the team), owner (of the record), leader (of the team), captain (leads the
team above), admin (runs the instance, leads nobody).
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

ROLES = (
    "anonymous",
    "outsider",
    "guest",
    "stranger",
    "peer",
    "owner",
    "leader",
    "captain",
    "admin",
)
OK, DOOR, NO, HIDDEN = "ok", "door", "no", "hidden"  # 2xx/3xx, to sign-in, 403, 404


@dataclass(frozen=True)
class Row:
    """One route and method; `may` names the answer for each role that is not OK."""

    route: str
    method: str = "GET"
    body: dict[str, Any] = field(default_factory=dict)
    anonymous: str = DOOR
    outsider: str = NO
    guest: str = HIDDEN
    stranger: str = OK
    peer: str = OK
    owner: str = OK
    leader: str = OK
    captain: str = OK
    admin: str = OK
    # The route's arguments, where its parameter names do not say which record is meant.
    arguments: Callable[[Any], dict[str, Any]] | None = None


def open_to_members(route: str, **more: Any) -> Row:
    """A page every member may look at; a guest is told no."""
    return Row(route, **{"guest": NO, **more})


def operation(name: str, method: str = "GET", body: Any = None, **more: Any) -> Row:
    """An operation of the API: without a role it is the door, as for nobody."""
    fields = {"outsider": DOOR, **more}
    return Row(f"api:{name}", method, body or {}, **fields)
