"""Narrow the board and the timeline to a team, a project or a person."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from quarterdeck.domains.organization.queries import teams_visible_to
from quarterdeck.domains.people.models import Membership
from quarterdeck.domains.people.permissions import standing_of
from quarterdeck.domains.people.queries import people_visible_to

from ..models import Contributor, Project, Task
from .visible import projects_visible_to

CHOICES = 100  # in one list to choose from; the chosen one is always among them
FEW = 50  # teams whose projects are listed first
Choice = tuple[int, str]


@dataclass(frozen=True)
class Filter:
    """What is looked at; nothing named means everything the user sees."""

    team_ids: frozenset[int] | None = None
    project_id: int | None = None
    person_id: int | None = None

    def tasks(self, user: Any) -> QuerySet[Task]:
        """Return what the user sees of it.

        Of a few teams the reading starts from their projects; of many it goes along
        the order of the list, and each row asks for its project.
        """
        projects = self.of_projects(projects_visible_to(user)).order_by()
        if self._is_wide:
            asked = projects.filter(pk=OuterRef("project_id"))
            return Task.objects.filter(Exists(asked))
        return self.of_person(Task.objects.filter(project_id__in=projects.values("pk")))

    @property
    def _is_wide(self) -> bool:
        is_narrow = self.project_id is not None or self.person_id is not None
        return not is_narrow and (self.team_ids is None or len(self.team_ids) > FEW)

    def of_projects(self, projects: QuerySet[Project]) -> QuerySet[Project]:
        """Narrow to a project, even an archived one, or to those going on."""
        if self.project_id is not None:
            return projects.filter(pk=self.project_id)
        if self.team_ids is not None:
            projects = projects.filter(team_id__in=self.team_ids)
        return projects.filter(archived_at__isnull=True)

    def of_person(self, tasks: QuerySet[Task]) -> QuerySet[Task]:
        if self.person_id is None:
            return tasks
        helped = Contributor.objects.filter(person_id=self.person_id)
        return tasks.filter(
            Q(accountable_id=self.person_id) | Q(pk__in=helped.values("task_id"))
        )


@dataclass(frozen=True)
class Choices:
    """What the user may narrow to."""

    teams: list[Choice]
    projects: list[Choice]
    people: list[Choice]


def own_teams(user: Any) -> frozenset[int] | None:
    """Return the teams a board starts with: those one is in or leads, if any."""
    return standing_of(user).team_ids or None


def filter_choices(user: Any, which: Filter) -> Choices:
    """Return one's own teams, their projects and people; three queries."""
    mine = standing_of(user).team_ids
    chosen = which.team_ids or frozenset()
    teams = teams_visible_to(user).filter(pk__in=mine | chosen)
    projects = projects_visible_to(user).filter(
        Q(team_id__in=mine, archived_at__isnull=True) | Q(pk=which.project_id)
    )
    members = Membership.objects.filter(team_id__in=mine).values("person_id")
    people = people_visible_to(user).filter(Q(pk__in=members) | Q(pk=which.person_id))
    return Choices(_first(teams), _first(projects), _first(people))


def _first(rows: QuerySet[Any]) -> list[Choice]:
    found: Iterable[Choice] = rows.values_list("pk", "name")[:CHOICES]
    return list(found)
