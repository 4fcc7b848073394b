"""What the planning screens show, read in a few queries whatever the size."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q, QuerySet

from quarterdeck.domains.organization.models import Team
from quarterdeck.domains.people.permissions import standing_of
from quarterdeck.shared.paging import Page, page_of

from ..models import PlanLock, Proposal, ProposedChange, Scenario
from .costs import ChangeCost, Costs
from .narrowing import EVERYTHING, Narrowing, narrowed_changes
from .proposals import names_of_people
from .scope import open_work_of

Measures = dict[str, Any]


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
    cost: ChangeCost | None = None

    @property
    def people_change(self) -> bool:
        return sorted(self.people_before) != sorted(self.people_after)


@dataclass(frozen=True)
class Comparison:
    """A what-if beside the same work without it; no proposal before the first run."""

    proposal: Proposal | None
    columns: list[tuple[str, Measures]]
    is_current: bool  # made with what is supposed now


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


def change_rows(
    proposal: Proposal,
    number: int,
    costs: Costs | None = None,
    narrowing: Narrowing = EVERYTHING,
) -> Page[ChangeRow]:
    """Return one page of changes, with names and locks in one query each."""
    page = page_of(narrowed_changes(proposal, narrowing), number)
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
            costs.of_change(change) if costs else None,
        )
        for change in page.items
    ]
    return Page(rows, page.number, page.has_next)


def comparison_of(scenario: Scenario) -> Comparison:
    """Return the newest run of a what-if: now, planned without it, planned with it."""
    runs = scenario.proposals.select_related("team", "scenario", "job", "asked_by")
    proposal = runs.order_by("-pk").first()
    is_current = proposal is not None and proposal.supposed == scenario.adjustments
    return Comparison(proposal, columns_of(proposal, scenario.name), is_current)


def columns_of(proposal: Proposal | None, name: str) -> list[tuple[str, Measures]]:
    """Return the plans that were made, each with a heading and its measures."""
    if proposal is None:
        return []
    columns = [
        ("As planned now", proposal.before),
        ("A new plan", proposal.without),
        (f"A new plan, if {name}", proposal.after),
    ]
    return [(heading, row) for heading, row in columns if row]
