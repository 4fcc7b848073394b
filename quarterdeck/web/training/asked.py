"""What an address asks for: a team one leads, a number of months, a year."""

from typing import TYPE_CHECKING, Any

from quarterdeck.domains.training import queries

if TYPE_CHECKING:
    from quarterdeck.domains.organization.models import Team

MOST_TEAMS = 300
MONTHS = (12, 24, 36)


def team_asked_for(request: Any) -> "Team | None":
    """The team in the address, where the user leads it; None stands for all of them."""
    given = request.GET.get("team", "")
    if not given.isdecimal() or len(given) > 18:
        return None
    return queries.teams_with_budgets(request.user).filter(pk=int(given)).first()


def teams_offered(request: Any) -> "list[Team]":
    return list(queries.teams_with_budgets(request.user)[:MOST_TEAMS])


def months_asked_for(request: Any) -> int:
    given = request.GET.get("months", "")
    months = int(given) if given.isdecimal() and len(given) < 4 else 24
    return months if months in MONTHS else 24
