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
# Roles for private records. The writer of it and the other of the pair are members of
# Support; unproven is a third whose account was opened by an admin's link. A row says
# what they get only where it is about such a record; beyond that they walk every page
# to be shown nothing private that is not for them.
PAIR = ("writer", "other", "unproven")
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
    writer: str | None = None
    other: str | None = None
    unproven: str | None = None
    # The route's arguments, where its parameter names do not say which record is meant.
    arguments: Callable[[Any], dict[str, Any]] | None = None


def open_to_members(route: str, **more: Any) -> Row:
    """A page every member may look at; a guest is told no."""
    return Row(route, **{"guest": NO, **more})


def private(route: str, method: str = "GET", body: Any = None, **more: Any) -> Row:
    """A route of a record that two people share: for everybody else it is not there.

    Not for their leader, nor for the leader above, nor for an admin; and to an account
    that an admin's link opened the whole room is closed.
    """
    nobody = dict.fromkeys(ROLES[2:], HIDDEN)
    given = {**nobody, "writer": OK, "other": OK, "unproven": NO, **more}
    if route.startswith("api:"):
        given["outsider"] = DOOR
    return Row(route, method, body or {}, **given)


def operation(name: str, method: str = "GET", body: Any = None, **more: Any) -> Row:
    """An operation of the API: without a role it is the door, as for nobody."""
    fields = {"outsider": DOOR, **more}
    return Row(f"api:{name}", method, body or {}, **fields)
