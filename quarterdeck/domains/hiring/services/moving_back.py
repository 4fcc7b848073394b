"""Take a move back, as long as nothing else was changed since."""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from quarterdeck.domains.development.models import RoleHolding
from quarterdeck.domains.development.services import leave_role
from quarterdeck.domains.organization.models import Team
from quarterdeck.domains.people.models import Membership, Person
from quarterdeck.domains.people.services import edit_person, join_team, leave_team
from quarterdeck.shared.errors import RuleBroken

from ..models import Hire, OpenRole


class SomethingHappened(RuleBroken):
    pass


@transaction.atomic
def move_back(hire: Hire, role: OpenRole, by: Any, at: datetime) -> None:
    """Put position, manager, teams and role back; one that is to come just goes."""
    if hire.moved_at is None or hire.person is None:
        return
    person = Person.objects.select_for_update().get(pk=hire.person.pk)
    if person.version != hire.move["version"]:
        raise SomethingHappened(
            f"What is known of {person} was changed since. Change it back by hand."
        )
    before = hire.move["before"]
    manager = Person.objects.filter(pk=before["manager_id"] or 0).first()
    edit_person(
        person=person, by=by, at=at, position=before["position"], manager=manager
    )
    for holding in RoleHolding.objects.filter(pk=before["took"] or 0):
        leave_role(holding=holding, by=by, at=at)
    for kept in before["left"]:
        _rejoin(person, kept, by, at)
    joined = Membership.objects.filter(person=person, team=role.team)
    if before["joined"] and role.team is not None and joined.exists():
        leave_team(person=person, team=role.team, by=by, at=at)


def _rejoin(person: Person, kept: dict[str, Any], by: Any, at: datetime) -> None:
    team = Team.objects.filter(pk=kept["team_id"]).first()
    if team is None or Membership.objects.filter(person=person, team=team).exists():
        return
    row = join_team(person=person, team=team, leads=kept["leads"], by=by, at=at)
    row.since = date.fromisoformat(kept["since"])
    row.save(update_fields=["since"])
