from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied

from quarterdeck.domains.activity.services import verify_chain
from quarterdeck.domains.people.models import Skill
from quarterdeck.domains.projects import queries, services
from quarterdeck.domains.projects.models import Dependency, SkillNeed, Task


@pytest.fixture
def before(cast, at, project):
    return services.add_task(title="Ask", project=project, by=cast.bob, at=at)


@pytest.fixture
def link(cast, at, task, before):
    return services.add_dependency(
        before=before, after=task, lag_hours=Decimal(8), by=cast.bob, at=at
    )


@pytest.fixture
def need(cast, at, task):
    skill = Skill.objects.create(name="Ledger")
    return services.add_skill_need(
        task=task, skill=skill, level=3, head_count=2, by=cast.bob, at=at
    )


def undo(act, by, at):
    return services.undo_act(activity_id=act.pk, by=by, at=at)


def test_a_removed_dependency_comes_back_and_goes_again(cast, at, task, link):
    act = services.remove_dependency(dependency=link, by=cast.bob, at=at)
    back = undo(act, cast.bob, at)
    again = Dependency.objects.get()
    assert (again.before_id, again.after_id) == (link.before_id, task.pk)
    assert (again.kind, again.lag_hours) == ("FS", 8)
    undo(back, cast.bob, at)
    assert not Dependency.objects.exists()
    assert verify_chain().whole


def test_a_removed_need_comes_back(cast, at, need):
    act = services.remove_skill_need(need=need, by=cast.bob, at=at)
    undo(act, cast.bob, at)
    again = SkillNeed.objects.get()
    assert (again.skill, again.level, again.head_count) == (need.skill, 3, 2)


def test_what_came_back_otherwise_is_left(cast, at, task, before, link, need):
    act = services.remove_dependency(dependency=link, by=cast.bob, at=at)
    services.add_dependency(before=before, after=task, kind="SS", by=cast.bob, at=at)
    with pytest.raises(services.MovedOn, match="The dependency of"):
        undo(act, cast.bob, at)
    gone = services.remove_skill_need(need=need, by=cast.bob, at=at)
    need.skill.delete()
    with pytest.raises(services.MovedOn, match="The skill need of"):
        undo(gone, cast.bob, at)


def test_an_undo_closes_no_circle(cast, at, task, before, link):
    act = services.remove_dependency(dependency=link, by=cast.bob, at=at)
    services.add_dependency(before=task, after=before, by=cast.bob, at=at)
    with pytest.raises(services.DependencyMakesCircle):
        undo(act, cast.bob, at)


def test_who_may_no_longer_change_the_task_does_not_undo(cast, at, task, link):
    act = services.remove_dependency(dependency=link, by=cast.bob, at=at)
    Task.objects.filter(pk=task.pk).update(accountable=None)
    cast.person(cast.bob).memberships.all().delete()
    bob = type(cast.bob).objects.get(pk=cast.bob.pk)
    with pytest.raises(PermissionDenied):
        undo(act, bob, at)


def test_the_history_tells_it_in_words(cast, at, task, link, need):
    services.remove_dependency(dependency=link, by=cast.bob, at=at)
    told = {
        act.verb: (line.field, line.before, line.after, act.may_undo)
        for act in queries.acts_on(task, user=cast.bob)
        for line in act.lines
    }
    order = "Ask (starts after it ends, 8 hours between)"
    assert told["removed a dependency"] == ("waits for", order, "nothing", True)
    needs = ("needs", "nothing", "2 × Ledger at level 3", True)
    assert told["added a skill it needs"] == needs
