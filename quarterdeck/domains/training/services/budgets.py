"""Say what a team may spend on training in a year."""

from datetime import datetime
from decimal import Decimal
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from quarterdeck.domains.activity.services import revise_privately
from quarterdeck.domains.organization.models import Team
from quarterdeck.domains.people.models import Membership

from ..models import TrainingBudget
from ..permissions import can_set_budget_of
from .audiences import tell_only


@transaction.atomic
def set_training_budget(
    *,
    team: Team,
    year: int,
    amount: Decimal,
    by: Any,
    at: datetime,
    note: str = "",
    seen_version: int | None = None,
) -> TrainingBudget:
    if not can_set_budget_of(by, team):
        raise PermissionDenied
    Team.objects.select_for_update().get(pk=team.pk)
    row = TrainingBudget.objects.filter(team=team, year=year).first()
    said = {"amount": amount, "note": note}
    if row is None:
        row = TrainingBudget.objects.create(
            team=team, year=year, created_at=at, updated_at=at, **said
        )
    elif not revise_privately(row, said, at=at, seen_version=seen_version):
        return row
    leads = Membership.objects.filter(leads=True, team_id__in=team.ancestor_ids)
    leaders = leads.values_list("person__user_id", flat=True)
    tell_only("training_budget.set", row, list(leaders), by, at)
    return row
