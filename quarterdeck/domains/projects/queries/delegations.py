"""Read delegations: who waits for whose answer, and what is to be looked at again."""

from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from quarterdeck.domains.people.models import Person
from quarterdeck.domains.people.permissions import is_member, standing_of, teams_near
from quarterdeck.domains.people.queries import people_visible_to

from ..models import Delegation, Project, Task
from .visible import in_visible_project

Answer = Delegation.Answer


def delegations_visible_to(user: Any) -> QuerySet[Delegation]:
    """The two people see theirs; so does the team where the project is no secret."""
    standing = standing_of(user)
    allowed = _mine(user)
    if is_member(user):
        allowed |= Q(
            task__project__visibility=Project.Visibility.ORGANIZATION,
            task__project__team_id__in=teams_near(standing).values("pk"),
        )
    rows = Delegation.objects.filter(
        in_visible_project(user, "task__project_id"), allowed
    )
    return rows.select_related("task__project", "giver", "receiver").order_by("-id")


def get_delegation(*, user: Any, delegation_id: int) -> Delegation:
    rows = delegations_visible_to(user).prefetch_related("replies__person")
    return rows.get(pk=delegation_id)


def delegations_of_task(user: Any, task: Task) -> QuerySet[Delegation]:
    """Return those of a task the caller has been let see, the newest first."""
    rows = Delegation.objects.filter(task_id=task.pk)
    if not _team_sees(user, task.project):
        rows = rows.filter(_mine(user))
    return rows.select_related("task__project", "giver", "receiver").order_by("-id")


def _team_sees(user: Any, project: Project) -> bool:
    is_open = project.visibility == Project.Visibility.ORGANIZATION
    in_team = project.team_id in standing_of(user).team_ids
    return is_member(user) and is_open and in_team


def delegations_waiting_for(user: Any) -> QuerySet[Delegation]:
    """Return those on which this user has to answer, the oldest first."""
    me = standing_of(user).person_id
    mine = Q(receiver_id=me, answer=Answer.OPEN) | Q(giver_id=me, answer=Answer.ASKED)
    return _own(user).filter(mine).order_by("id")


def delegations_waiting_for_others(user: Any) -> QuerySet[Delegation]:
    me = standing_of(user).person_id
    theirs = Q(giver_id=me, answer=Answer.OPEN) | Q(receiver_id=me, answer=Answer.ASKED)
    return _own(user).filter(theirs).order_by("id")


def delegations_in_hand(user: Any) -> QuerySet[Delegation]:
    """Return what was taken on and is not done, the next follow-up first."""
    rows = _own(user).filter(answer=Answer.ACCEPTED, task__status__in=Task.OPEN)
    return rows.order_by("follow_up_on", "id")


def follow_ups_due(user: Any, today: date) -> QuerySet[Delegation]:
    """Return what the two agreed to look at by today; both sides see it."""
    rows = delegations_in_hand(user).filter(followed_up_at__isnull=True)
    return rows.filter(follow_up_on__lte=today)


def people_to_delegate_to(user: Any, task: Task) -> QuerySet[Person]:
    """People with an account, the team's own first to find: not oneself."""
    rows = people_visible_to(user).filter(user__is_active=True)
    if (me := standing_of(user).person_id) is not None:
        rows = rows.exclude(pk=me)
    if task.project.visibility == Project.Visibility.TEAM:
        shared = task.project.members.values("person_id")
        rows = rows.filter(
            Q(memberships__team_id=task.project.team_id)
            | Q(pk__in=shared)
            | Q(pk=task.project.leader_id)
        ).distinct()
    return rows


def _mine(user: Any) -> Q:
    me = standing_of(user).person_id
    if me is None:
        return Q(pk__in=[])
    return Q(giver_id=me) | Q(receiver_id=me)


def _own(user: Any) -> QuerySet[Delegation]:
    rows = Delegation.objects.filter(
        in_visible_project(user, "task__project_id"), _mine(user)
    )
    return rows.select_related("task__project", "giver", "receiver")
