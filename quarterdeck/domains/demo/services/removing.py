"""Clear the demo away: what is left is an instance as after its first run."""

from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Q, QuerySet
from django.db.models import Value as Text
from django.db.models.functions import Concat, Substr

from quarterdeck.domains.accounts.models import User
from quarterdeck.domains.activity import services as activity
from quarterdeck.domains.development.models import (
    DevelopmentGoal,
    ProfileSkill,
    RoleProfile,
    SkillProof,
)
from quarterdeck.domains.erasure.services import rooms_that_forget
from quarterdeck.domains.goals.models import Goal
from quarterdeck.domains.hiring.models import OnboardingTemplate, OpenRole, RoleSkill
from quarterdeck.domains.occasions.models import Occasion
from quarterdeck.domains.organization.models import Organization, Role, Team
from quarterdeck.domains.people.models import Membership, Person, PublicHoliday, Skill
from quarterdeck.domains.planning.models import Proposal, Scenario
from quarterdeck.domains.projects.models import Project, SkillNeed, Task
from quarterdeck.domains.strategy.models import Value, Vision
from quarterdeck.domains.training.models import (
    Comparison,
    Programme,
    ProgrammeSkill,
    Topic,
)
from quarterdeck.shared.errors import RuleBroken

from ..models import DemoOrganization
from ..permissions import can_remove_demo

NAME_AFTERWARDS = "Our organisation"
# What the demo brought to these rooms goes by its mark; whoever stays keeps theirs.
GOES_OTHERWISE = {"planning", "imports", "projects", "people"}


class NoDemoHere(RuleBroken):
    pass


@transaction.atomic
def remove_demo(*, by: Any, at: datetime) -> None:
    """Remove everything the demo brought; accounts of real people stay.

    `by` is an admin, or None for whoever runs the machine. The demo's leader stays as
    long as nobody else could run the instance, or when they are the one who removes.
    """
    if by is not None and not can_remove_demo(by):
        raise PermissionDenied
    Organization.objects.select_for_update().filter(pk=1).first()
    demo = DemoOrganization.objects.select_for_update().filter(pk=1).first()
    if demo is None:
        raise NoDemoHere("There is no demo here; nothing was removed.")
    stays = _who_stays(by)
    _remove_growth(stays)
    _remove_work()
    _remove_people(stays, by, at)
    _remove_teams(at)
    _remove_loose(demo.brought)
    demo.delete()
    demo.pk = 1
    activity.record(
        by=by, verb="demo.removed", subject=demo, at=at, audience=activity.everyone()
    )


def _who_stays(by: Any) -> User | None:
    admins = User.objects.filter(role__name=Role.Name.ADMIN, is_active=True)
    of_the_demo = admins.filter(person__is_demo=True).order_by("pk")
    if by is not None and of_the_demo.filter(pk=by.pk).exists():
        return of_the_demo.get(pk=by.pk)
    real = admins.exclude(pk__in=of_the_demo.values("pk"))
    return None if real.exists() else of_the_demo.first()


def _remove_growth(stays: User | None) -> None:
    """Roles, and the plans of whoever stays; all other plans go with their people."""
    RoleProfile.objects.filter(is_demo=True).delete()
    for table in (Comparison, Programme, Topic):
        rows: Any = table._base_manager.filter(is_demo=True)
        rows.delete()
    if stays is not None:
        DevelopmentGoal.objects.filter(person__user=stays).delete()
        SkillProof.objects.filter(person__user=stays).delete()


def _remove_work() -> None:
    """Projects and goals of the demo, and what stands in teams that go with it."""
    # Plans are drafts over the demo's work: without it they say nothing.
    Proposal.objects.all().delete()
    Scenario.objects.all().delete()
    going = Q(is_demo=True) | Q(team__is_demo=True)
    OpenRole.objects.filter(going).delete()
    OnboardingTemplate.objects.filter(is_demo=True).delete()
    projects = Project.objects.filter(going)
    # Needs and links go with their tasks, and tasks with their projects.
    SkillNeed.objects.filter(task__project__in=projects).delete()
    Task.objects.filter(project__in=projects).delete()
    projects.delete()
    Goal.objects.filter(going).delete()
    Occasion.objects.filter(team__is_demo=True).delete()


def _remove_people(stays: User | None, by: Any, at: datetime) -> None:
    going = Person.objects.filter(is_demo=True)
    forgotten = list(going)
    for room, forget_people in rooms_that_forget().items():
        if room not in GOES_OTHERWISE:
            forget_people(people=forgotten, by=by, at=at)
    if stays is not None:
        kept = going.get(user=stays)
        going.filter(pk=kept.pk).update(
            is_demo=False, position="", manager=None, capacity_factor=1
        )
        kept.skills.all().delete()
        kept.time_off.all().delete()
        kept.working_patterns.all().delete()
    users = User.objects.filter(person__in=going)
    user_ids = list(users.values_list("pk", flat=True))
    going.delete()
    User.objects.filter(pk__in=user_ids).delete()


def _remove_teams(at: datetime) -> None:
    root = Team.objects.get(parent=None)
    _deepest_first(Team.objects.filter(is_demo=True), root)
    Team.objects.filter(pk=root.pk).update(
        name=NAME_AFTERWARDS, is_demo=False, updated_at=at
    )
    Organization.objects.filter(pk=1).update(
        name=NAME_AFTERWARDS, country="", subdivision="", updated_at=at
    )
    homeless = Person.objects.filter(memberships=None)
    Membership.objects.bulk_create(
        Membership(person=person, team=root, since=at.date()) for person in homeless
    )


def _deepest_first(going: QuerySet[Team], root: Team) -> None:
    for team in sorted(going, key=lambda team: -team.depth):
        for child in Team.objects.filter(parent=team):
            _lift(child, root)
        team.delete()


def _lift(team: Team, root: Team) -> None:
    """A real team that was hung below one of the demo moves up to the root."""
    old, new = team.path, f"{root.path}{team.pk}/"
    below = Concat(Text(new), Substr("path", len(old) + 1))
    Team.objects.filter(path__startswith=old).update(path=below)
    same = Team.objects.filter(parent=root, name=team.name).exists()
    name = f"{team.name[:190]} ({team.pk})" if same else team.name
    Team.objects.filter(pk=team.pk).update(parent=root, name=name)


def _remove_loose(brought: dict[str, list[int]]) -> None:
    """What carries no mark: holidays, skills nobody uses any more, vision and values."""
    PublicHoliday.objects.filter(pk__in=brought.get("holiday", [])).delete()
    skills = Skill.objects.filter(pk__in=brought.get("skill", []), levels=None)
    for table in (SkillNeed, ProfileSkill, ProgrammeSkill, RoleSkill, SkillProof):
        used: Any = table._base_manager.values("skill")
        skills = skills.exclude(pk__in=used)
    skills.delete()
    Vision.objects.filter(pk__in=brought.get("vision", [])).delete()
    Value.objects.filter(pk__in=brought.get("value", [])).delete()
