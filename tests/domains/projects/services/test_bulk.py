import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from quarterdeck.domains.activity.models import Activity
from quarterdeck.domains.projects import services
from quarterdeck.domains.projects.models import Task


@pytest.fixture
def theirs(cast, at):
    project = services.add_project(name="K", team=cast.kitchen, by=cast.dana, at=at)
    return services.add_task(title="Cook", project=project, by=cast.charlie, at=at)


@pytest.fixture
def tasks(cast, at, project):
    return [
        services.add_task(title=f"T{n}", project=project, by=cast.bob, at=at)
        for n in range(3)
    ]


def ids(tasks):
    return [task.pk for task in tasks]


def test_the_preview_says_what_changes_and_what_is_refused(cast, at, tasks, theirs):
    Task.objects.filter(pk=tasks[0].pk).update(priority=1)
    seen = services.preview_edit(
        task_ids=ids([*tasks, theirs]), changes={"priority": 1}, by=cast.bob, at=at
    )
    assert [r.changes for r in seen.changed] == [(("priority", 3, 1),)] * 2
    assert [r.task.pk for r in seen.refused] == [theirs.pk]
    assert "not change it" in seen.refused[0].refusal
    assert seen.unchanged == 1
    assert Task.objects.filter(priority=1).count() == 1


def test_it_is_one_act_and_one_undo(cast, at, tasks, theirs):
    count = Activity.objects.count()
    done = services.edit_tasks(
        task_ids=ids([*tasks, theirs]), changes={"status": "done"}, by=cast.bob, at=at
    )
    assert Activity.objects.count() == count + 1
    assert Task.objects.filter(status="done", done_at=at).count() == 3
    theirs.refresh_from_db()
    assert theirs.status == "todo"
    services.undo_act(activity_id=done.act.pk, by=cast.bob, at=at)
    assert not Task.objects.filter(status="done").exists()


def test_an_undo_of_many_is_all_or_nothing(cast, at, tasks):
    done = services.edit_tasks(
        task_ids=ids(tasks), changes={"priority": 1}, by=cast.bob, at=at
    )
    services.edit_task(task=tasks[1], priority=2, by=cast.alice, at=at)
    with pytest.raises(services.MovedOn, match="“T1”"):
        services.undo_act(activity_id=done.act.pk, by=cast.bob, at=at)
    assert Task.objects.filter(priority=1).count() == 2


def test_somebody_is_added_to_those_who_do_it(cast, at, tasks):
    bob, alice = cast.person(cast.bob), cast.person(cast.alice)
    services.edit_task(task=tasks[0], contributors=[bob.pk], by=cast.bob, at=at)
    services.edit_tasks(
        task_ids=ids(tasks), changes={"add_contributor": alice}, by=cast.bob, at=at
    )
    does = [
        sorted(c.person_id for c in t.contributors.all())
        for t in Task.objects.filter(pk__in=ids(tasks)).order_by("id")
    ]
    assert does == [sorted([alice.pk, bob.pk]), [alice.pk], [alice.pk]]


def test_nothing_to_change_is_said(cast, at, theirs):
    with pytest.raises(services.NothingToChange):
        services.edit_tasks(
            task_ids=[theirs.pk], changes={"priority": 1}, by=cast.bob, at=at
        )


def test_it_has_a_limit(cast, at):
    with pytest.raises(services.TooManyTasks):
        services.preview_edit(
            task_ids=range(1, 1_002), changes={"priority": 1}, by=cast.bob, at=at
        )


def test_what_is_not_visible_is_not_even_named(cast, at, secret):
    hidden = services.add_task(title="H", project=secret, by=cast.bob, at=at)
    seen = services.preview_edit(
        task_ids=[hidden.pk], changes={"priority": 1}, by=cast.charlie, at=at
    )
    assert seen.rows == []


def test_who_reads_of_it_may_see_all_of_it(cast, at, tasks, secret):
    hidden = services.add_task(title="H", project=secret, by=cast.bob, at=at)
    done = services.edit_tasks(
        task_ids=ids([*tasks, hidden]), changes={"priority": 1}, by=cast.bob, at=at
    )
    assert done.act.audience == "people"


def test_a_preview_of_many_costs_the_same_queries(cast, at, project, tasks):
    def cost(chosen):
        cast._forget(cast.bob)
        with CaptureQueriesContext(
            connection,
        ) as seen:
            services.preview_edit(
                task_ids=chosen, changes={"priority": 1}, by=cast.bob, at=at
            )
        return len(seen)

    few = cost(ids(tasks))
    more = [
        services.add_task(title=f"M{n}", project=project, by=cast.bob, at=at)
        for n in range(20)
    ]
    assert cost(ids(tasks + more)) == few
