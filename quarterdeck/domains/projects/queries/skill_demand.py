"""The skills that open tasks ask for, against who could give them."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, QuerySet, Sum

from quarterdeck.domains.organization.models import Team
from quarterdeck.domains.people.models import Membership, PersonSkill
from quarterdeck.domains.people.permissions import standing_of, teams_near

from ..models import SkillNeed, Task
from .visible import projects_visible_to


@dataclass
class SkillDemand:
    """How much one skill is asked for by open tasks, and who could give it."""

    skill_id: int
    skill: str
    tasks: int = 0
    heads: int = 0
    # For each level from 1 to 5: open tasks that need it, heads they need, people at
    # that level or above.
    tasks_at: dict[int, int] = field(default_factory=dict)
    heads_at: dict[int, int] = field(default_factory=dict)
    people_at: dict[int, int] = field(default_factory=dict)

    @property
    def people(self) -> int:
        """People who meet the highest level that is asked for."""
        return self.people_at.get(max(self.tasks_at, default=1), 0)


def skill_demand(
    *, user: Any, team_ids: Collection[int] | None = None
) -> list[SkillDemand]:
    """Return what the open tasks of these teams need, and the people who can do it.

    Only teams one is in or leads; all of those if none is named.
    """
    teams = teams_near(standing_of(user))
    if team_ids is not None:
        teams = teams.filter(pk__in=team_ids)
    found = _asked(user, teams)
    _count_people(found, teams)
    return sorted(found.values(), key=lambda row: (-row.heads, row.skill))


def skills_asked_below(*, user: Any, team: Team) -> dict[int, SkillDemand]:
    """Return by skill what the open tasks of a team and the teams below it need.

    One query: who could do it is not counted here.
    """
    below = teams_near(standing_of(user)).filter(path__startswith=team.path)
    return _asked(user, below)


def _asked(user: Any, teams: QuerySet[Team]) -> dict[int, SkillDemand]:
    projects = projects_visible_to(user).filter(team_id__in=teams.values("pk"))
    open_tasks = Task.objects.filter(
        project_id__in=projects.order_by().values("pk"), status__in=Task.OPEN
    )
    needs = SkillNeed.objects.filter(task_id__in=open_tasks.values("pk"))
    asked = needs.order_by().values_list("skill_id", "skill__name", "level")
    found: dict[int, SkillDemand] = {}
    for skill_id, name, level, tasks, heads in asked.annotate(
        Count("pk"), Sum("head_count")
    ):
        row = found.setdefault(skill_id, SkillDemand(skill_id, name))
        row.tasks, row.heads = row.tasks + tasks, row.heads + heads
        row.tasks_at[level], row.heads_at[level] = tasks, heads
    return found


def _count_people(found: dict[int, SkillDemand], teams: QuerySet[Team]) -> None:
    inside = Membership.objects.filter(team_id__in=teams.values("pk"))
    rows = PersonSkill.objects.filter(
        skill_id__in=found, person_id__in=inside.values("person_id")
    )
    at: dict[tuple[int, int], int] = defaultdict(int)
    for skill_id, level, people in (
        rows.order_by().values_list("skill_id", "level").annotate(Count("pk"))
    ):
        at[skill_id, level] = people
    for row in found.values():
        total = 0
        for level in range(5, 0, -1):
            total += at[row.skill_id, level]
            row.people_at[level] = total
