"""What the board and the timeline are narrowed to, read from the address."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from quarterdeck.domains.projects import queries
from quarterdeck.domains.projects.queries import Choices, Filter
from quarterdeck.web.shell.http import Request

EVERYTHING = "all"


@dataclass(frozen=True)
class Narrowed:
    """The filter, what can be chosen, and the same as an address."""

    which: Filter
    choices: Choices
    team: str
    address: str


def number_in(request: Request, name: str) -> int | None:
    """A number of the address; anything else is as good as nothing."""
    given = str(request.GET.get(name, ""))
    return (
        int(given)
        if given.isascii() and given.isdecimal() and len(given) < 19
        else None
    )


def which_of(request: Request) -> Filter:
    """Without a word about teams, a board starts with one's own."""
    team = number_in(request, "team")
    everything = team or request.GET.get("team") == EVERYTHING
    return Filter(
        team_ids=frozenset([team]) if team else None,
        near=None if everything else queries.own_teams(request.user),
        project_id=number_in(request, "project"),
        person_id=number_in(request, "person"),
    )


def narrowed(request: Request) -> Narrowed:
    which = which_of(request)
    return Narrowed(
        which=which,
        choices=queries.filter_choices(request.user, which),
        team=str(request.GET.get("team", "")),
        address=address_of(request),
    )


def address_of(request: Request, **more: Any) -> str:
    """Return the filter as it stands in an address, with more beside it."""
    kept = {
        name: request.GET[name]
        for name in ("team", "project", "person")
        if request.GET.get(name)
    }
    return urlencode({**kept, **more})
