"""Read proposals, scenarios and locks, through what the asking user leads."""

from datetime import datetime
from typing import Any

from django.db.models import Count, Q, QuerySet

from quarterdeck.domains.people.models import Person
from quarterdeck.domains.people.permissions import standing_of
from quarterdeck.domains.projects.models import Task

from ..models import PlanLock, Proposal, ProposedChange, Scenario
from .parts import told_of_parts


def proposals_visible_to(user: Any) -> QuerySet[Proposal]:
    """Return the proposals for teams the user leads, newest first."""
    rows = Proposal.objects.filter(team_id__in=standing_of(user).led_team_ids)
    return rows.select_related("team", "asked_by", "scenario", "job").order_by("-id")


def get_proposal(*, user: Any, proposal_id: int) -> Proposal:
    return proposals_visible_to(user).get(pk=proposal_id)


def changes_of(proposal: Proposal) -> QuerySet[ProposedChange]:
    """Return the changes of a proposal the caller was let see, in order of start."""
    rows = ProposedChange.objects.filter(proposal=proposal)
    return rows.select_related("task__project", "decided_by").order_by(
        "start_after", "id"
    )


def counts_of(proposal: Proposal) -> dict[str, int]:
    """Return how many changes were accepted, refused and are open."""
    answers = ProposedChange.Decision
    return ProposedChange.objects.filter(proposal=proposal).aggregate(
        open=Count("pk", filter=Q(decision=answers.OPEN)),
        accepted=Count("pk", filter=Q(decision=answers.ACCEPTED)),
        refused=Count("pk", filter=Q(decision=answers.REFUSED)),
    )


def scenarios_visible_to(user: Any) -> QuerySet[Scenario]:
    rows = Scenario.objects.filter(team_id__in=standing_of(user).led_team_ids)
    return rows.select_related("team", "drafted_by").order_by("-id")


def get_scenario(*, user: Any, scenario_id: int) -> Scenario:
    return scenarios_visible_to(user).get(pk=scenario_id)


def lock_of(task: Task) -> PlanLock | None:
    return PlanLock.objects.filter(task=task).first()


def names_of_people(ids: set[int]) -> dict[int, str]:
    """Names for ids a proposal mentions, in one query."""
    return dict(Person.objects.filter(pk__in=ids).values_list("pk", "name"))


def told_of(proposal: Proposal) -> dict[str, Any]:
    """Return a whole proposal as plain values, with names, for whoever runs the instance."""
    changes = list(changes_of(proposal))
    ids = {i for c in changes for i in (*c.people_before, *c.people_after)}
    names = names_of_people(ids)

    def moment(value: datetime | None) -> str | None:
        return value.isoformat() if value else None

    return {
        "id": proposal.pk,
        "team": str(proposal.team),
        "state": proposal.standing,
        "objective": proposal.objective,
        "bound": proposal.bound,
        "gap": proposal.gap,
        "order": proposal.order,
        "aims": proposal.aims,
        "seconds_used": proposal.seconds_used,
        "repeatable": proposal.repeatable,
        "before": proposal.before,
        "after": proposal.after,
        "conflict": proposal.conflict,
        "left_out": proposal.left_out,
        "rounds": told_of_parts(proposal),
        "changes": [
            {
                "task": c.task_id,
                "title": c.task.title,
                "people_before": [names.get(i, "") for i in c.people_before],
                "people": [names.get(i, "") for i in c.people_after],
                "start_before": moment(c.start_before),
                "start": moment(c.start_after),
                "end": moment(c.end_after),
                "reasons": c.reasons,
                "alternative": c.alternative,
                "growth": c.growth,
            }
            for c in changes
        ],
        "choices": [
            {"key": c.key, "is_chosen": c.is_chosen, "measures": c.measures}
            for c in proposal.choices.defer("changes").order_by("place")
        ],
    }
