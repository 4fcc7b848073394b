"""What the planning screens show, read in a few queries whatever the size."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q, QuerySet

from quarterdeck.domains.organization.models import Team
from quarterdeck.domains.people.models import Membership, Person
from quarterdeck.domains.people.permissions import standing_of
from quarterdeck.domains.projects.models import Project
from quarterdeck.shared.paging import Page, page_of

from ..models import PlanLock, Proposal, ProposedChange, Scenario
from .proposals import changes_of, names_of_people
from .scope import open_work_of

MOST_CHOICES = 500


@dataclass(frozen=True)
class Work:
    """What a plan for a team would be about, and what it cannot be about yet."""

    tasks: int
    unestimated: int
    undated: int


@dataclass(frozen=True)
class ChangeRow:
    """A proposed change with the names of its people."""

    change: ProposedChange
    people_before: list[str]
    people_after: list[str]
    is_locked: bool

    @property
    def people_change(self) -> bool:
        return sorted(self.people_before) != sorted(self.people_after)


@dataclass(frozen=True)
class Comparison:
    """A what-if beside the same work without it."""

    proposal: Proposal
    columns: list[tuple[str, dict[str, Any]]]


def teams_to_plan(user: Any) -> QuerySet[Team]:
    """Return the teams the user leads, in tree order."""
    rows = Team.objects.filter(pk__in=standing_of(user).led_team_ids)
    return rows.order_by("path")


def team_to_plan(user: Any, given: str) -> Team | None:
    """Return the team asked for if the user leads it, else the topmost they lead."""
    rows = teams_to_plan(user)
    found = rows.filter(pk=int(given)).first() if given.isdecimal() else None
    return found or rows.first()


def work_of(team: Team) -> Work:
    unknown = Q(remaining__isnull=True, estimate_low__isnull=True)
    counted = open_work_of(team).aggregate(
        tasks=Count("pk"),
        unestimated=Count("pk", filter=unknown),
        undated=Count("pk", filter=Q(planned_start__isnull=True)),
    )
    return Work(**counted)


def change_rows(proposal: Proposal, number: int) -> Page[ChangeRow]:
    """Return one page of changes, with names and locks in one query each."""
    page = page_of(changes_of(proposal), number)
    ids = {i for c in page.items for i in (*c.people_before, *c.people_after)}
    names = names_of_people(ids)
    locked = set(
        PlanLock.objects.filter(
            task_id__in=[c.task_id for c in page.items]
        ).values_list("task_id", flat=True)
    )
    rows = [
        ChangeRow(
            change,
            [names.get(i, "somebody who left") for i in change.people_before],
            [names.get(i, "somebody who left") for i in change.people_after],
            change.task_id in locked,
        )
        for change in page.items
    ]
    return Page(rows, page.number, page.has_next)


def comparison_of(scenario: Scenario) -> Comparison:
    """Return the newest run of a what-if: now, planned without it, planned with it."""
    proposal = scenario.proposals.select_related("team", "scenario", "job").latest("pk")
    columns = [
        ("As planned now", proposal.before),
        ("A new plan", proposal.without),
        (f"A new plan, if {scenario.name}", proposal.after),
    ]
    return Comparison(proposal, [(name, row) for name, row in columns if row])


def who_and_what_to_suppose(
    user: Any,
) -> tuple[QuerySet[Person], QuerySet[Project]]:
    """Return people and projects of the teams the user leads, bounded for a choice."""
    teams = standing_of(user).led_team_ids
    members = Membership.objects.filter(team_id__in=teams).values("person_id")
    people = Person.objects.filter(pk__in=members).order_by("name", "id")
    projects = Project.objects.filter(team_id__in=teams, archived_at__isnull=True)
    return people, projects.order_by("name", "id")
