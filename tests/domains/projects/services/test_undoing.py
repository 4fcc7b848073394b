from datetime import date

import pytest
from django.core.exceptions import ObjectDoesNotExist

from quarterdeck.domains.activity.models import Activity
from quarterdeck.domains.activity.services import verify_chain
from quarterdeck.domains.projects import queries, services
from quarterdeck.domains.projects.models import Task


def test_every_field_of_an_edit_goes_back(cast, at, task):
    bob = cast.person(cast.bob)
    before = Task.objects.filter(pk=task.pk).values().get()
    act = services.edit_task(
        task=task,
        title="New",
        status="done",
        accountable=bob,
        deadline=date(2026, 7, 1),
        planned_start=at,
        estimate_low=2,
        estimate_high=3,
        contributors=[bob.pk],
        by=cast.alice,
        at=at,
    )
    services.undo_act(activity_id=act.pk, by=cast.alice, at=at)
    after = Task.objects.filter(pk=task.pk).values().get()
    ignored = {"version", "updated_at"}
    assert {k: v for k, v in after.items() if k not in ignored} == {
        k: v for k, v in before.items() if k not in ignored
    }
    assert not task.contributors.exists()
    assert verify_chain().whole


def test_an_undo_can_be_undone(cast, at, task):
    act = services.edit_task(task=task, title="New", by=cast.bob, at=at)
    undo = services.undo_act(activity_id=act.pk, by=cast.bob, at=at)
    services.undo_act(activity_id=undo.pk, by=cast.bob, at=at)
    task.refresh_from_db()
    assert task.title == "New"


def test_what_has_moved_on_is_named_and_nothing_is_undone(cast, at, task):
    act = services.edit_task(task=task, title="New", priority=1, by=cast.bob, at=at)
    services.edit_task(task=task, priority=4, by=cast.alice, at=at)
    with pytest.raises(services.MovedOn, match="The priority of “New”"):
        services.undo_act(activity_id=act.pk, by=cast.bob, at=at)
    task.refresh_from_db()
    assert (task.title, task.priority) == ("New", 4)


def test_twice_is_refused(cast, at, task):
    act = services.edit_task(task=task, title="New", by=cast.bob, at=at)
    services.undo_act(activity_id=act.pk, by=cast.bob, at=at)
    with pytest.raises(services.MovedOn):
        services.undo_act(activity_id=act.pk, by=cast.bob, at=at)


def test_only_ones_own_acts_are_undone(cast, at, task):
    act = services.edit_task(task=task, title="New", by=cast.bob, at=at)
    with pytest.raises(ObjectDoesNotExist):
        services.undo_act(activity_id=act.pk, by=cast.alice, at=at)


def test_adding_is_undone_by_cancelling(cast, at, task):
    act = Activity.objects.get(verb="task.added", subject_id=task.pk)
    services.undo_act(activity_id=act.pk, by=cast.bob, at=at)
    task.refresh_from_db()
    assert task.status == Task.Status.CANCELLED


def test_adding_a_project_is_undone_by_archiving(cast, at, project):
    act = Activity.objects.get(verb="project.added", subject_id=project.pk)
    services.undo_act(activity_id=act.pk, by=cast.alice, at=at)
    project.refresh_from_db()
    assert project.archived_at == at


def test_who_was_let_in_by_an_assignment_is_out_again(cast, at, secret):
    task = services.add_task(title="T", project=secret, by=cast.bob, at=at)
    act = services.edit_task(
        task=task, accountable=cast.person(cast.charlie), by=cast.bob, at=at
    )
    services.undo_act(activity_id=act.pk, by=cast.bob, at=at)
    assert not queries.projects_visible_to(cast.charlie).filter(pk=secret.pk).exists()


def test_who_sees_the_task_no_more_cannot_undo(cast, at, secret):
    task = services.add_task(
        title="T",
        project=secret,
        accountable=cast.person(cast.charlie),
        by=cast.bob,
        at=at,
    )
    act = services.edit_task(task=task, title="New", by=cast.charlie, at=at)
    services.remove_member(
        project=secret, person=cast.person(cast.charlie), by=cast.alice, at=at
    )
    with pytest.raises(ObjectDoesNotExist):
        services.undo_act(activity_id=act.pk, by=cast.charlie, at=at)


def test_the_archive_and_members_of_a_project_go_back(cast, at, project):
    gwen = cast.person(cast.gwen)
    let_in = services.add_member(project=project, person=gwen, by=cast.alice, at=at)
    assert queries.projects_visible_to(cast.gwen).filter(pk=project.pk).exists()
    services.undo_act(activity_id=let_in.pk, by=cast.alice, at=at)
    assert not queries.projects_visible_to(cast.gwen).exists()
    put_away = services.archive_project(project=project, by=cast.alice, at=at)
    services.undo_act(activity_id=put_away.pk, by=cast.alice, at=at)
    project.refresh_from_db()
    assert project.archived_at is None


def test_the_goal_hears_of_an_undo(cast, at, goal, project):
    task = services.add_task(
        title="T", project=project, estimate_low=2, estimate_high=2, by=cast.bob, at=at
    )
    act = services.finish_task(task=task, by=cast.bob, at=at)
    services.undo_act(activity_id=act.pk, by=cast.bob, at=at)
    goal.refresh_from_db()
    assert (goal.work_done_hours, goal.work_total_hours) == (0, 2)


def test_an_act_of_another_room_is_not_undone_here(cast, at, goal):
    act = Activity.objects.get(verb="goal.added")
    with pytest.raises(services.CannotBeUndone):
        services.undo_act(activity_id=act.pk, by=cast.alice, at=at)
