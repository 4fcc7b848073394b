"""The story is whole, the same from one seed, and shows something true on every screen."""

from datetime import timedelta

import pytest

from quarterdeck.domains.activity.models import Activity
from quarterdeck.domains.activity.services import verify_chain
from quarterdeck.domains.demo import services
from quarterdeck.domains.demo.queries import get_demo, is_empty
from quarterdeck.domains.goals.models import Goal
from quarterdeck.domains.goals.services.rolling_up import recompute_all
from quarterdeck.domains.one_on_ones.queries import lines_of
from quarterdeck.domains.organization.models import Team
from quarterdeck.domains.people.models import Membership, Person
from quarterdeck.domains.projects.models import Block, Delegation, Dependency, Task

pytestmark = pytest.mark.django_db


@pytest.fixture
def leader(at):
    return services.make_demo(at=at)


def test_a_cafe_of_twelve_and_an_agency_of_sixty(leader):
    def below(name):
        path = Team.objects.get(name=name).path
        rows = Membership.objects.filter(team__path__startswith=path)
        return rows.values("person").distinct().count()

    assert below("Café Lumen") == 12
    assert below("North Agency") == 60
    assert Person.objects.count() == 72
    assert not Person.objects.filter(is_demo=False).exists()


def test_the_leader_runs_the_instance_and_leads_its_root(leader):
    assert leader.role.name == "admin"
    assert Membership.objects.get(person__user=leader, team__parent=None).leads


def test_every_screen_has_something_true_to_show(leader, at):
    open_tasks = Task.objects.filter(still_open=True)
    assert open_tasks.filter(estimate_low=None).exists()
    assert open_tasks.filter(why="", project__why="", project__goal=None).exists()
    assert open_tasks.filter(deadline__lt=at.date()).exists()
    assert open_tasks.filter(contributors=None).count() > 40
    assert Block.objects.filter(cleared_at=None).count() >= 2
    assert set(Delegation.objects.values_list("answer", flat=True)) >= {
        "open",
        "asked",
        "accepted",
    }
    assert Goal.objects.filter(progress__isnull=False).count() >= 10
    assert Goal.objects.filter(closure__isnull=False).exists()


def test_progress_stands_as_it_would_be_computed(leader, at):
    assert recompute_all(at=at) == 0


def test_the_chain_of_acts_is_whole(leader):
    report = verify_chain()
    assert report.whole
    assert report.length > 300


def test_nothing_happened_later_than_now(leader, at):
    assert not Activity.objects.filter(at__gt=at).exists()
    assert not Task.objects.filter(done_at__gt=at).exists()


def test_what_happened_is_told_in_its_order(leader):
    """But for the founding, which is written down before the story begins."""
    began = Activity.objects.order_by("id").values_list("at", flat=True)[10]
    told = list(Activity.objects.filter(at__gt=began).order_by("id"))
    assert [act.at for act in told] == sorted(act.at for act in told)


def test_no_task_waits_for_itself(leader):
    pairs = Dependency.objects.values_list("before_id", "after_id")
    after: dict[int, list[int]] = {}
    for before, waiting in pairs:
        after.setdefault(before, []).append(waiting)
    seen: dict[int, int] = {}

    def depth(task, way=()):
        assert task not in way
        if task not in seen:
            seen[task] = max(
                (depth(n, (*way, task)) + 1 for n in after.get(task, [])), default=0
            )
        return seen[task]

    assert max(depth(task) for task in list(after)) >= 3


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


def test_people_meet_one_by_one(leader, at):
    lines = lines_of(leader, at.date())
    assert {line.other.name for line in lines} == {"Jonas Weber", "Tom Keller"}
    jonas = Person.objects.get(name="Jonas Weber")
    (asked,) = [one for one in lines_of(jonas.user, at.date()) if one.may_answer]
    assert asked.other.name == "Lina Moreau"
    late = [one.other.name for one in lines_of(jonas.user, at.date()) if one.is_overdue]
    assert late == ["Sam Okafor"]
