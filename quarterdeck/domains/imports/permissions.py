"""Bringing a file in makes people, projects and tasks: for leaders and admins."""

from typing import Any

from quarterdeck.domains.organization.models import Team
from quarterdeck.domains.people.permissions import is_admin, leads_somebody, leads_team


def can_import(user: Any) -> bool:
    return is_admin(user) or leads_somebody(user)


def can_import_into(user: Any, team: Team) -> bool:
    return is_admin(user) or leads_team(user, team.pk)
