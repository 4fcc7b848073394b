"""Planning shows people's load, so it is for those who lead them."""

from typing import Any

from quarterdeck.domains.organization.models import Team
from quarterdeck.domains.people.permissions import leads_team
from quarterdeck.domains.projects.models import Task
from quarterdeck.domains.projects.permissions import can_edit_project

from .models import Proposal


def can_propose_plan(user: Any, team: Team) -> bool:
    return leads_team(user, team.pk)


def can_decide_on(user: Any, proposal: Proposal) -> bool:
    """A what-if is looked at, never accepted."""
    return proposal.scenario_id is None and leads_team(user, proposal.team_id)


def can_lock_task(user: Any, task: Task) -> bool:
    """Whoever may edit its project: a lock binds the plan of the whole team."""
    return can_edit_project(user, task.project)
