"""An empty instance is filled; one with people is left as it is."""

from datetime import timedelta

import pytest

from quarterdeck.domains.activity.services import verify_chain
from quarterdeck.domains.demo import services
from quarterdeck.domains.demo.queries import get_demo, is_empty
from quarterdeck.domains.goals.services.rolling_up import recompute_all
from quarterdeck.domains.organization.models import Organization, Team
from quarterdeck.domains.people.models import Membership, Person
from quarterdeck.domains.projects.models import Task
from tests.databases.statistics import know_the_tables

pytestmark = pytest.mark.django_db


def test_one_seed_makes_one_story(at):
    def told():
        return [
            *Person.objects.order_by("pk").values_list("name", "position"),
            *Task.objects.order_by("pk").values_list(
                "title", "status", "planned_start"
            ),
        ]

    services.make_demo(at=at, seed=7)
    first = told()
    know_the_tables()
    services.remove_demo(by=None, at=at)
    assert len(first) > 300
    names = [row[0] for row in first[:72]]
    assert len(set(names)) == 72


def test_an_instance_with_people_is_left_alone(cast, at):
    with pytest.raises(services.InstanceNotEmpty):
        services.make_demo(at=at)
    with pytest.raises(services.InstanceNotEmpty):
        services.fill_instance(people=9, tasks=9, at=at)
    assert get_demo() is None


@pytest.mark.parametrize(("people", "tasks"), [(1, 0), (1, 1), (25, 130), (200, 900)])
def test_any_size_can_be_filled(at, people, tasks):
    assert is_empty()
    filled = services.fill_instance(people=people, tasks=tasks, at=at)
    assert (filled.people, filled.tasks) == (people, tasks)
    assert (Person.objects.count(), Task.objects.count()) == (people, tasks)
    assert verify_chain().whole
    assert recompute_all(at=at) == 0
    leaders = Membership.objects.filter(leads=True).values("team").distinct()
    assert leaders.count() == Team.objects.count()


def test_what_is_filled_has_a_tree_of_teams(at):
    services.fill_instance(people=200, tasks=0, at=at + timedelta(days=1))
    for team in Team.objects.exclude(parent=None):
        assert team.path == f"{team.parent.path}{team.pk}/"


def test_where_there_is_no_demo_nothing_is_removed(cast, at):
    name = Organization.objects.get().name
    with pytest.raises(services.NoDemoHere):
        services.remove_demo(by=None, at=at)
    assert Organization.objects.get().name == name
