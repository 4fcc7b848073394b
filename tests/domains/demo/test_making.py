"""The story is whole, the same from one seed, and shows something true on every screen."""

import pytest

from quarterdeck.domains.activity.models import Activity
from quarterdeck.domains.activity.services import verify_chain
from quarterdeck.domains.goals.models import Goal
from quarterdeck.domains.goals.services.rolling_up import recompute_all
from quarterdeck.domains.one_on_ones.queries import lines_of
from quarterdeck.domains.organization.models import Team
from quarterdeck.domains.people.models import Membership, Person
from quarterdeck.domains.projects.models import Block, Delegation, Dependency, Task

pytestmark = pytest.mark.django_db


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


def test_people_meet_one_by_one(leader, at):
    lines = lines_of(leader, at.date())
    assert {line.other.name for line in lines} == {"Jonas Weber", "Tom Keller"}
    jonas = Person.objects.get(name="Jonas Weber")
    (asked,) = [one for one in lines_of(jonas.user, at.date()) if one.may_answer]
    assert asked.other.name == "Lina Moreau"
    late = [one.other.name for one in lines_of(jonas.user, at.date()) if one.is_overdue]
    assert late == ["Sam Okafor"]
