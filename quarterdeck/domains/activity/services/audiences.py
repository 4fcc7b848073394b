"""Who may read of an act."""

from dataclasses import dataclass, field

from ..models import Activity


@dataclass(frozen=True)
class Audience:
    kind: str
    team_id: int | None = None
    user_ids: frozenset[int] = field(default_factory=frozenset)


def everyone() -> Audience:
    """Every member of the organization; guests are not members."""
    return Audience(Activity.Audience.ORGANIZATION)


def team(team_id: int) -> Audience:
    """The team's members and whoever leads it or a team above it."""
    return Audience(Activity.Audience.TEAM, team_id=team_id)


def only(*user_ids: int | None) -> Audience:
    """The named people and nobody else, whatever their role."""
    named = frozenset(i for i in user_ids if i is not None)
    return Audience(Activity.Audience.PEOPLE, user_ids=named)


def private(*user_ids: int | None) -> Audience:
    """Whom a private record is for: they read that something was done, never its words.

    Unlike `only`, it is silent while it is in doubt who opened the reader's account.
    """
    return Audience(Activity.Audience.PRIVATE, user_ids=only(*user_ids).user_ids)
