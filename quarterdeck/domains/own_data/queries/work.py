"""What is somebody's own in the rooms that everybody works in.

These rooms have no idea of one's own: what is theirs follows from the links.
"""

from typing import Any

from django.db.models import Q, QuerySet

from quarterdeck.domains.accounts.models import AccountOpening, ApiToken, User
from quarterdeck.domains.accounts.queries import all_saved_views_of
from quarterdeck.domains.background_jobs.queries import jobs_visible_to
from quarterdeck.domains.erasure.queries import erasures_visible_to
from quarterdeck.domains.goals.models import Measurement
from quarterdeck.domains.goals.queries import goals_visible_to
from quarterdeck.domains.organization.models import Role
from quarterdeck.domains.people.models import (
    Membership,
    Person,
    PersonSkill,
    TimeOff,
    WorkingPattern,
)
from quarterdeck.domains.people.permissions import standing_of
from quarterdeck.domains.people.queries import activities_visible_to
from quarterdeck.domains.planning.models import ProposedChange
from quarterdeck.domains.planning.queries import scenarios_visible_to
from quarterdeck.domains.projects.models import (
    Block,
    Contributor,
    DelegationReply,
    HoursByPerson,
    ProjectMember,
)
from quarterdeck.domains.projects.queries import (
    delegations_visible_to,
    projects_visible_to,
    tasks_visible_to,
)

Records = dict[str, QuerySet[Any]]


def own_account_records(user: Any) -> Records:
    mine = standing_of(user).person_id or 0
    about_me = Q(person_id=mine) | Q(asked_by_id=user.pk)
    return {
        "account": User.objects.filter(pk=user.pk),
        "account_openings": AccountOpening.objects.filter(user_id=user.pk),
        "api_tokens": ApiToken.objects.filter(user_id=user.pk),
        "role_in_the_organisation": Role.objects.filter(user_id=user.pk),
        "saved_views": all_saved_views_of(user),
        "background_jobs": jobs_visible_to(user),
        "wishes_to_be_forgotten": erasures_visible_to(user).filter(about_me),
    }


def own_work_records(user: Any) -> Records:
    mine = standing_of(user).person_id or 0
    tasks, projects = tasks_visible_to(user), projects_visible_to(user)
    places = Contributor.objects.filter(person_id=mine)
    delegations = delegations_visible_to(user).filter(
        Q(giver_id=mine) | Q(receiver_id=mine)
    )
    seen = {"task__in": tasks.order_by().values("pk")}
    return {
        "person": Person.objects.filter(pk=mine),
        "memberships": Membership.objects.filter(person_id=mine),
        "working_patterns": WorkingPattern.objects.filter(person_id=mine),
        "time_off": TimeOff.objects.filter(person_id=mine),
        "skills": PersonSkill.objects.filter(person_id=mine),
        "goals": goals_visible_to(user).filter(owner_id=mine),
        "measurements": Measurement.objects.filter(measured_by_id=user.pk),
        "projects": projects.filter(leader_id=mine),
        "places_in_projects": ProjectMember.objects.filter(person_id=mine),
        "tasks": tasks.filter(
            Q(accountable_id=mine) | Q(pk__in=places.values("task_id"))
        ),
        "places_on_tasks": places.filter(**seen),
        "hours_by_person": HoursByPerson.objects.filter(person_id=mine, **seen),
        "obstacles": Block.objects.filter(blocked_by_id=user.pk, **seen),
        "delegations": delegations,
        "delegation_replies": DelegationReply.objects.filter(
            person_id=mine, delegation__in=delegations.order_by().values("pk")
        ),
    }


def own_plan_records(user: Any) -> Records:
    """What one supposed, and the tasks one level up a plan gave one, or put one beside.

    Of a stretch only what it asks of the two: its reasons weigh others too.
    """
    mine = standing_of(user).person_id or 0
    beside = Q(growth__person_learner=mine) | Q(mentor_id=mine)
    stretches = ProposedChange.objects.filter(
        beside,
        decision=ProposedChange.Decision.ACCEPTED,
        task__in=tasks_visible_to(user).order_by().values("pk"),
    )
    columns = ("task", "start_after", "end_after", "hours", "growth", "decided_at")
    return {
        "what_ifs": scenarios_visible_to(user).filter(drafted_by_id=user.pk),
        "stretches": stretches.only(*columns),
    }


def own_acts(user: Any) -> Records:
    acts = activities_visible_to(user).filter(actor_id=user.pk)
    return {"activities": acts.select_related("content")}
