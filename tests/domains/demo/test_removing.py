"""One act clears the demo away and leaves what is real."""

import pytest
from django.core.exceptions import PermissionDenied

from quarterdeck.domains.accounts.models import User
from quarterdeck.domains.accounts.services import open_account
from quarterdeck.domains.activity.models import Activity
from quarterdeck.domains.activity.services import verify_chain
from quarterdeck.domains.demo import services
from quarterdeck.domains.demo.queries import get_demo
from quarterdeck.domains.goals.models import Goal
from quarterdeck.domains.organization.models import Role, Team
from quarterdeck.domains.organization.services import add_team, give_role
from quarterdeck.domains.people.models import (
    Membership,
    Person,
    PublicHoliday,
    Skill,
)
from quarterdeck.domains.people.services import add_person
from quarterdeck.domains.projects.models import Project, Task
from quarterdeck.domains.strategy.models import Value, Vision

pytestmark = pytest.mark.django_db


def real(name, leader, at, *, team, role=Role.Name.MEMBER):
    user = open_account(email=f"{name}@real.test", name=name, at=at)
    give_role(user=user, name=role, at=at)
    add_person(name=name, team=team, user=user, by=leader, at=at, email=user.email)
    return user


def test_what_is_left_is_an_instance_after_its_first_run(leader, at):
    services.remove_demo(by=leader, at=at)
    assert [t.parent for t in Team.objects.all()] == [None]
    person = Person.objects.get()
    assert (person.user, person.is_demo) == (leader, False)
    assert Membership.objects.get().leads
    for table in (Task, Project, Goal, Vision, Value, Skill, PublicHoliday):
        assert not table.objects.exists(), table
    assert User.objects.get() == leader
    assert get_demo() is None


def test_it_is_one_act_and_the_chain_stays_whole(leader, at):
    before = Activity.objects.count()
    services.remove_demo(by=leader, at=at)
    assert Activity.objects.count() == before + 1
    assert Activity.objects.latest("pk").verb == "demo.removed"
    assert verify_chain().whole


def test_people_who_were_invited_keep_their_accounts(leader, at):
    cafe = Team.objects.get(name="Café Lumen")
    ruth = real("ruth", leader, at, team=cafe)
    services.remove_demo(by=leader, at=at)
    root = Team.objects.get()
    assert Membership.objects.get(person__user=ruth).team == root
    assert Role.objects.get(user=ruth).name == Role.Name.MEMBER


def test_a_real_admin_takes_over_from_the_demo_leader(leader, at):
    root = Team.objects.get(parent=None)
    ruth = real("ruth", leader, at, team=root, role=Role.Name.ADMIN)
    services.remove_demo(by=ruth, at=at)
    assert list(User.objects.all()) == [ruth]


def test_real_teams_and_work_stay(leader, at):
    root = Team.objects.get(parent=None)
    agency = Team.objects.get(name="North Agency")
    outer = add_team(name="Real", parent=agency, by=leader, at=at)
    inner = add_team(name="Inner", parent=outer, by=leader, at=at)
    work = Project.objects.create(name="Ours", team=inner, created_at=at, updated_at=at)
    services.remove_demo(by=leader, at=at)
    outer.refresh_from_db()
    inner.refresh_from_db()
    assert outer.path == f"{root.path}{outer.pk}/"
    assert inner.path == f"{outer.path}{inner.pk}/"
    assert Project.objects.get() == work


def test_only_admins_may(leader, at):
    jonas = User.objects.get(name="Jonas Weber")
    with pytest.raises(PermissionDenied):
        services.remove_demo(by=jonas, at=at)
    assert get_demo() is not None
