"""Many tasks change, and go back, by the rules of one and in few statements."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from quarterdeck.domains.activity.queries import activity_with_changes
from quarterdeck.domains.projects import services
from quarterdeck.domains.projects.models import Block, Project, ProjectMember, Task

STATE = ("status", "priority", "accountable_id", "done_at", "started_at", "version")


@pytest.fixture
def add(cast, at, project):
    def add(many, **fields):
        fields = {"project": project, "by": cast.bob, "at": at, **fields}
        return [services.add_task(title=f"T{i}", **fields) for i in range(many)]

    return add


def state(tasks):
    rows = Task.objects.filter(pk__in=[task.pk for task in tasks]).order_by("pk")
    return [
        {
            **{name: getattr(task, name) for name in STATE if name != "version"},
            "people": sorted(c.person_id for c in task.contributors.all()),
        }
        for task in rows
    ]


def edit(tasks, by, at, **changes):
    ids = [task.pk for task in tasks]
    return services.edit_tasks(task_ids=ids, changes=changes, by=by, at=at)


def test_many_are_as_they_would_be_one_by_one(cast, at, add):
    """The same edit of one task and of many leaves the same fields and changes."""
    mara = cast.person(cast.alice)
    changes = {"status": Task.Status.DONE, "accountable": mara, "priority": 1}
    alone, (first, _) = add(1)[0], add(2)
    one = services.edit_task(task=alone, by=cast.bob, at=at, **changes)
    many = edit([first, _], cast.bob, at, **changes)
    told = [
        {(c.field, c.before, c.after, c.version) for c in act.changes.all()}
        for act in (
            activity_with_changes(activity_id=one.pk, actor_id=cast.bob.pk),
            activity_with_changes(activity_id=many.act.pk, actor_id=cast.bob.pk),
        )
    ]
    assert told[0] == told[1]
    assert state([alone]) == state([first])


def test_everything_of_many_goes_back(cast, at, add):
    tasks = add(3)
    Block.objects.create(task=tasks[1], reason="no oven", blocked_at=at)
    before = state(tasks)
    alice = cast.person(cast.alice)
    act = edit(tasks, cast.bob, at, status=Task.Status.DONE, add_contributor=alice).act
    assert not Block.objects.filter(cleared_at=None).exists()
    assert state(tasks) != before
    services.undo_act(activity_id=act.pk, by=cast.bob, at=at)
    assert state(tasks) == before
    assert Block.objects.get().cleared_at is None


def test_whoever_was_named_for_many_is_let_in_once_and_out_again(cast, at, secret):
    tasks = [
        services.add_task(title=f"T{i}", project=secret, by=cast.alice, at=at)
        for i in range(3)
    ]
    charlie = cast.person(cast.charlie)
    act = edit(tasks, cast.alice, at, add_contributor=charlie).act
    assert ProjectMember.objects.filter(project=secret, person=charlie).count() == 1
    services.undo_act(activity_id=act.pk, by=cast.alice, at=at)
    assert not ProjectMember.objects.filter(project=secret, person=charlie).exists()


def test_one_that_is_hidden_now_stops_the_undo_of_all(cast, at, add, project):
    tasks = add(3)
    act = edit(tasks, cast.bob, at, priority=1).act
    elsewhere = services.add_project(
        name="Closed", team=cast.kitchen, by=cast.dana, at=at, visibility="team"
    )
    Task.objects.filter(pk=tasks[2].pk).update(project=elsewhere)
    with pytest.raises(Task.DoesNotExist):
        services.undo_act(activity_id=act.pk, by=cast.bob, at=at)
    assert set(
        Task.objects.filter(pk__in=[t.pk for t in tasks]).values_list(
            "priority", flat=True
        )
    ) == {1}


@pytest.mark.parametrize("how", ["edit", "undo"])
def test_the_statements_do_not_grow_with_the_tasks(cast, at, add, how):
    alice, counts = cast.person(cast.alice), []
    for many in (3, 40):
        tasks = add(many, goal=None)
        with CaptureQueriesContext(connection) as edited:
            act = edit(
                tasks,
                cast.bob,
                at,
                priority=2,
                status=Task.Status.DOING,
                add_contributor=alice,
            ).act
        with CaptureQueriesContext(connection) as undone:
            services.undo_act(activity_id=act.pk, by=cast.bob, at=at)
        counts.append(len(edited if how == "edit" else undone))
    assert counts[1] <= counts[0] + 2  # rows are inserted some hundred at a time


def test_many_goals_hear_of_it_once_each(cast, at, add, goal):
    Project.objects.update(goal=goal)
    tasks = add(4, estimate_low=2, estimate_high=2)
    edit(tasks, cast.bob, at, status=Task.Status.DONE)
    goal.refresh_from_db()
    assert (goal.work_done_hours, goal.work_total_hours) == (8, 8)
