"""What a page shows of people: plain rows, so that a template only places them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from quarterdeck.domains.organization import queries as organization
from quarterdeck.domains.people import queries

if TYPE_CHECKING:
    from quarterdeck.domains.organization.models import Team
    from quarterdeck.domains.people.models import Person

TONES = 6  # soft backgrounds for initials; they mean nothing


@dataclass(frozen=True)
class Card:
    """One person in a list."""

    person: "Person"
    memberships: list[Any]
    away_until: date | None

    @property
    def initials(self) -> str:
        return initials_of(self.person.name)

    @property
    def tone(self) -> int:
        return self.person.pk % TONES


def initials_of(name: str) -> str:
    words = [word for word in name.split() if word[0].isalnum()]
    return "".join(word[0] for word in (words[:1] + words[1:][-1:])).upper()


def cards(people: Iterable["Person"]) -> list[Card]:
    return [
        Card(
            person,
            list(person.memberships.all()),
            person.away_now[0].ends_on if person.away_now else None,  # type: ignore[attr-defined]
        )
        for person in people
    ]


def team_asked_for(request: Any) -> "Team | None":
    """The team in the address; without one, the user's own."""
    given = request.GET.get("team", "")
    if given.isdecimal() and len(given) < 19:
        return organization.get_team(user=request.user, team_id=int(given))
    return queries.home_team(request.user)


def text_asked_for(request: Any) -> str:
    return request.GET.get("q", "").replace("\x00", "").strip()[:100]
