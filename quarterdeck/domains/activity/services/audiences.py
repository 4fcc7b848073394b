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
