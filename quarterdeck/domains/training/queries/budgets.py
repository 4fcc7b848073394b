"""What a team may spend on training, and what it comes to; for whoever leads it."""

from decimal import Decimal
from typing import Any

from django.db.models import Count, Q, QuerySet, Sum

from quarterdeck.domains.organization.models import Team
from quarterdeck.domains.people.permissions import standing_of
from quarterdeck.domains.people.permissions.standing import led_teams

from ..choices import SPENT, State
from ..models import Enrolment, TrainingBudget
from ..permissions import can_see_budget_of, can_see_reports
from ..rules import Sums
from .enrolments import enrolments_visible_to

TAKEN = (State.APPROVED, State.BOOKED, *SPENT)
NONE = Sums(None, *(Decimal(0),) * 4, without_cost=0)


def teams_with_budgets(user: Any) -> QuerySet[Team]:
    """Return the teams whose training budget the user may see: those they lead."""
    rows = led_teams(standing_of(user)).order_by("path")
    return rows if can_see_reports(user) else rows.none()


def budget_of(*, user: Any, team: Team, year: int) -> TrainingBudget | None:
    rows = TrainingBudget.objects.filter(team=team, year=year)
    return rows.first() if can_see_budget_of(user, team) else None


def sums_of(*, user: Any, team: Team, year: int) -> Sums:
    """Add up the places that this team pays for in a year; two queries."""
    if not can_see_budget_of(user, team):
        return NONE
    budget = TrainingBudget.objects.filter(team=team, year=year).first()
    rows = Enrolment.objects.filter(team=team, year=year)

    def costs(*states: str) -> Sum:
        return Sum("cost", filter=Q(state__in=states))

    found: dict[str, Any] = rows.aggregate(
        asked=costs(State.ASKED, State.INVITED),
        planned=costs(State.APPROVED),
        booked=costs(State.BOOKED),
        spent=costs(*SPENT),
        without_cost=Count("pk", filter=Q(state__in=TAKEN, cost=None)),
    )
    erased = budget.spent_for_erased if budget else Decimal(0)
    return Sums(
        amount=budget.amount if budget else None,
        asked=found["asked"] or Decimal(0),
        planned=found["planned"] or Decimal(0),
        booked=found["booked"] or Decimal(0),
        spent=(found["spent"] or Decimal(0)) + erased,
        without_cost=found["without_cost"],
    )


def places_paid_by(*, user: Any, team: Team, year: int) -> QuerySet[Enrolment]:
    """Return the places behind the sums, as far as the user leads whom they are for."""
    rows = enrolments_visible_to(user).filter(team=team, year=year)
    return rows.exclude(state__in=[State.DECLINED, State.CANCELLED])


def over_budget(*, user: Any, enrolment: Enrolment) -> Decimal | None:
    """By how much the team that pays is over its budget; None where it is not."""
    if enrolment.team is None:
        return None
    return sums_of(user=user, team=enrolment.team, year=enrolment.year).over
