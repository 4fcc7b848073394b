"""Narrow the board and the timeline to a team, a project or a person."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from quarterdeck.domains.organization.queries import teams_visible_to
from quarterdeck.domains.people.permissions import Standing, standing_of, teams_near
from quarterdeck.domains.people.queries import colleagues_of, people_visible_to

from ..models import Project, Task
from .found_by import tasks_of_person
from .visible import projects_visible_to

CHOICES = 100  # in one list to choose from; the chosen one is always among them
FEW = 50  # teams whose projects are listed first
Choice = tuple[int, str]


@dataclass(frozen=True)
class Filter:
    """What is looked at; nothing named means everything the user sees."""

    team_ids: frozenset[int] | None = None
    near: Standing | None = None  # whose own teams: those somebody is in or leads
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

    def open_tasks(self, user: Any) -> QuerySet[Task]:
        """Return what is open of it; where that is much, in the way of the index."""
        # A list of one is searched for in the index, a bare column is not.
        is_open = Q(still_open__in=[True]) if self._is_wide else Q(still_open=True)
        return self.tasks(user).filter(is_open)

    @property
    def _is_wide(self) -> bool:
        if self.project_id is not None or self.person_id is not None:
            return False
        teams = self.near.team_ids if self.near is not None else self.team_ids
        return teams is None or len(teams) > FEW

    def of_projects(self, projects: QuerySet[Project]) -> QuerySet[Project]:
        """Narrow to a project, even an archived one, or to those going on."""
        if self.project_id is not None:
            return projects.filter(pk=self.project_id)
        if self.team_ids is not None:
            projects = projects.filter(team_id__in=self.team_ids)
        if self.near is not None:
            projects = projects.filter(team_id__in=teams_near(self.near).values("pk"))
        return projects.filter(archived_at__isnull=True)

    def of_person(self, tasks: QuerySet[Task]) -> QuerySet[Task]:
        if self.person_id is None:
            return tasks
        return tasks.filter(pk__in=tasks_of_person(self.person_id))


@dataclass(frozen=True)
class Choices:
    """What the user may narrow to."""

    teams: list[Choice]
    projects: list[Choice]
    people: list[Choice]


def own_teams(user: Any) -> Standing | None:
    """Return whose teams a board starts with: one's own, if one is in or leads any.

    Whoever leads the top team leads all: there is nothing to narrow to.
    """
    standing = standing_of(user)
    return standing if standing.member_team_ids and not standing.leads_all else None


def filter_choices(user: Any, which: Filter) -> Choices:
    """Return one's own teams, their projects and people; three queries."""
    near = teams_near(standing_of(user)).values("pk")
    teams = Q(pk__in=near) | Q(pk__in=which.team_ids or ())
    projects = Q(team_id__in=near, archived_at__isnull=True) | Q(pk=which.project_id)
    return Choices(
        _first(teams_visible_to(user).filter(teams)),
        _first(projects_visible_to(user).filter(projects)),
        _people(user, which.person_id),
    )


def _people(user: Any, chosen: int | None) -> list[Choice]:
    found = _first(colleagues_of(user))
    if chosen is not None and chosen not in dict(found):
        found += _first(people_visible_to(user).filter(pk=chosen))
    return found


def _first(rows: QuerySet[Any]) -> list[Choice]:
    found: Iterable[Choice] = rows.values_list("pk", "name")[:CHOICES]
    return list(found)
