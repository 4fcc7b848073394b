"""Say what an hour of somebody, or of everybody in a team, costs from a day on."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from quarterdeck.domains.activity import services as activity
from quarterdeck.domains.organization.models import Team
from quarterdeck.shared.errors import RuleBroken

from ..models import CostRate, Membership, Person
from ..permissions import can_set_cost_rate_in, can_set_cost_rate_of, home_paths

MOST = Decimal("100000")


class CostRateNotPossible(RuleBroken):
    pass


class CostRateAlreadyTakenBack(RuleBroken):
    pass


class CostRateInForce(RuleBroken):
    pass


@transaction.atomic
def set_cost_rate(
    *,
    owner: Person | Team,
    per_hour: Decimal,
    starts_on: date,
    by: Any,
    at: datetime,
    note: str = "",
) -> CostRate:
    """Set a rate from a day on; a later one, or a later word on that day, replaces it."""
    _check(owner, by)
    if not 0 <= per_hour <= MOST:
        raise CostRateNotPossible(f"An hour costs between 0 and {MOST:,}.")
    rate = CostRate.objects.create(
        **{_kind(owner): owner},
        per_hour=per_hour,
        starts_on=starts_on,
        note=note,
        set_by=by,
        set_at=at,
    )
    _tell("cost_rate.set", owner, by, at)
    return rate


@transaction.atomic
def take_back_cost_rate(*, rate: CostRate, by: Any, at: datetime) -> CostRate:
    """Let what held before hold again."""
    rate = _locked(rate, by)
    if rate.taken_back_at is not None:
        raise CostRateAlreadyTakenBack("This rate was taken back already.")
    rate.taken_back_by, rate.taken_back_at = by, at
    rate.save(update_fields=["taken_back_by", "taken_back_at"])
    _tell("cost_rate.taken_back", _owner(rate), by, at)
    return rate


@transaction.atomic
def restore_cost_rate(*, rate: CostRate, by: Any, at: datetime) -> CostRate:
    """Let a rate that was taken back hold again."""
    rate = _locked(rate, by)
    if rate.taken_back_at is None:
        raise CostRateInForce("This rate was not taken back.")
    rate.taken_back_by, rate.taken_back_at = None, None
    rate.save(update_fields=["taken_back_by", "taken_back_at"])
    _tell("cost_rate.restored", _owner(rate), by, at)
    return rate


def _check(owner: Person | Team, by: Any) -> None:
    if isinstance(owner, Team):
        allowed = can_set_cost_rate_in(by, owner)
    else:
        allowed = can_set_cost_rate_of(by, owner)
    if not allowed:
        raise PermissionDenied


def _locked(rate: CostRate, by: Any) -> CostRate:
    rows = CostRate.objects.select_for_update(of=("self",))
    rate = rows.select_related("person", "team").get(pk=rate.pk)
    _check(_owner(rate), by)
    return rate


def _owner(rate: CostRate) -> Person | Team:
    owner = rate.person or rate.team
    assert owner is not None
    return owner


def _tell(verb: str, owner: Person | Team, by: Any, at: datetime) -> None:
    """Told without words, and only to those who may read the rate itself."""
    activity.record(
        by=by,
        verb=verb,
        subject=owner,
        at=at,
        audience=activity.private(getattr(by, "pk", None), *_leaders_of(owner)),
    )


def _leaders_of(owner: Person | Team) -> set[int]:
    """The accounts of whoever leads this team, or the team somebody is in longest."""
    leading = Membership.objects.filter(leads=True, person__user__isnull=False)
    told: set[int | None] = set()
    if isinstance(owner, Team):
        path = owner.path
    else:
        path = home_paths([owner.pk]).get(owner.pk, "")
        leading = leading.exclude(person=owner)
        told.add(owner.manager.user_id if owner.manager else None)
    above = leading.filter(team_id__in=[int(part) for part in path.split("/") if part])
    told |= set(above.values_list("person__user_id", flat=True))
    return {user_id for user_id in told if user_id is not None}


def _kind(owner: Person | Team) -> str:
    return "team" if isinstance(owner, Team) else "person"
