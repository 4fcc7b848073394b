from datetime import timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied

from quarterdeck.domains.activity.models import Activity, Change
from quarterdeck.domains.people.queries import activities_visible_to
from quarterdeck.domains.projects import queries, services
from quarterdeck.domains.projects.models import ProjectMember
from quarterdeck.shared.errors import StaleEdit


def test_an_edit_is_one_act_with_what_each_field_was(cast, at, task):
    act = services.edit_task(task=task, title="Call", priority=1, by=cast.bob, at=at)
    changes = {c.field: (c.before, c.after) for c in act.changes.all()}
    assert changes == {"title": ("Call the bank", "Call"), "priority": (3, 1)}
    assert act.verb == "task.edited"


def test_an_edit_that_changes_nothing_is_no_act(cast, at, task):
    before = Activity.objects.count()
    assert services.edit_task(task=task, title=task.title, by=cast.bob, at=at) is None
    assert Activity.objects.count() == before


def test_a_stranger_may_not_edit(cast, at, task):
    with pytest.raises(PermissionDenied):
        services.edit_task(task=task, title="Mine", by=cast.charlie, at=at)


def test_an_admin_has_no_back_door(cast, at, task):
    with pytest.raises(PermissionDenied):
        services.edit_task(task=task, title="Mine", by=cast.olga, at=at)


def test_when_work_began_and_ended_follows_from_the_status(cast, at, task):
    later = at + timedelta(hours=3)
    services.edit_task(task=task, status="doing", by=cast.bob, at=at)
    act = services.finish_task(task=task, by=cast.bob, at=later)
    task.refresh_from_db()
    assert (task.started_at, task.done_at, act.verb) == (at, later, "task.finished")
    act = services.edit_task(task=task, status="todo", by=cast.bob, at=later)
    task.refresh_from_db()
    assert (task.started_at, task.done_at, act.verb) == (at, None, "task.reopened")


def test_cancelling_keeps_the_task(cast, at, task):
    services.cancel_task(task=task, by=cast.bob, at=at)
    found = queries.get_task(user=cast.bob, task_id=task.pk)
    assert found.status == "cancelled"


def test_two_may_change_different_fields_at_once_but_not_the_same(cast, at, task):
    services.edit_task(task=task, title="One", by=cast.alice, at=at)
    services.edit_task(task=task, why="W", by=cast.bob, at=at, seen_version=1)
    with pytest.raises(StaleEdit) as caught:
        services.edit_task(task=task, title="Two", by=cast.bob, at=at, seen_version=1)
    conflict = caught.value.conflicts[0]
    assert (conflict.theirs, conflict.yours) == ("One", "Two")


def test_contributors_have_a_history_and_notice_stale_saves(cast, at, task):
    bob, alice = cast.person(cast.bob).pk, cast.person(cast.alice).pk
    services.edit_task(task=task, contributors=[bob], by=cast.alice, at=at)
    with pytest.raises(StaleEdit):
        services.edit_task(
            task=task, contributors=[alice], by=cast.alice, at=at, seen_version=1
        )
    services.edit_task(task=task, contributors=[bob, alice], by=cast.alice, at=at)
    change = Change.objects.filter(field="contributors").latest("id")
    assert (change.before, change.after) == ([bob], sorted([alice, bob]))


def test_an_estimate_does_not_stand_on_its_head(cast, at, task):
    with pytest.raises(services.EstimateUpsideDown):
        services.edit_task(
            task=task,
            estimate_low=Decimal(4),
            estimate_high=Decimal(2),
            by=cast.bob,
            at=at,
        )


def test_moving_needs_leave_in_both_projects(cast, at, task):
    theirs = services.add_project(name="K", team=cast.kitchen, by=cast.dana, at=at)
    with pytest.raises(PermissionDenied):
        services.edit_task(task=task, project=theirs, by=cast.bob, at=at)
    act = services.edit_task(task=task, project=theirs, by=cast.dana, at=at)
    assert act.verb == "task.moved"


def test_a_milestone_of_another_project_is_refused(cast, at, task, secret):
    milestone = services.add_milestone(project=secret, name="M", by=cast.alice, at=at)
    with pytest.raises(services.MilestoneOfAnotherProject):
        services.edit_task(task=task, milestone=milestone, by=cast.bob, at=at)


def test_whoever_is_assigned_in_a_team_only_project_is_let_in(cast, at, secret):
    task = services.add_task(title="T", project=secret, by=cast.bob, at=at)
    charlie = cast.person(cast.charlie)
    assert not queries.tasks_visible_to(cast.charlie).filter(pk=task.pk).exists()
    services.edit_task(task=task, accountable=charlie, by=cast.bob, at=at)
    assert queries.tasks_visible_to(cast.charlie).filter(pk=task.pk).exists()


def test_members_of_the_team_are_not_let_in_twice(cast, at, secret):
    people = [cast.person(cast.bob), cast.person(cast.dana)]
    services.add_task(
        title="T", project=secret, contributors=people, by=cast.alice, at=at
    )
    assert not ProjectMember.objects.exists()


def test_who_was_let_in_lets_in_nobody_else(cast, at, secret):
    charlie, gwen = cast.person(cast.charlie), cast.person(cast.gwen)
    task = services.add_task(
        title="T", project=secret, accountable=charlie, by=cast.bob, at=at
    )
    with pytest.raises(services.CannotLetIn, match="Gwen cannot see"):
        services.edit_task(task=task, contributors=[gwen.pk], by=cast.charlie, at=at)
    assert not queries.projects_visible_to(cast.gwen).exists()


def test_acts_in_a_team_only_project_are_not_told_to_strangers_or_admins(
    cast, at, secret
):
    services.add_task(title="T", project=secret, by=cast.bob, at=at)
    act = Activity.objects.latest("id")
    for user in (cast.charlie, cast.olga, cast.gwen):
        assert not activities_visible_to(user).filter(pk=act.pk).exists()
    for user in (cast.bob, cast.alice, cast.dana):
        assert activities_visible_to(user).filter(pk=act.pk).exists()


def test_a_goal_is_told_the_hours_of_its_work(cast, at, goal, project, task):
    hours = {"estimate_low": Decimal(2), "estimate_high": Decimal(4)}
    other = services.add_task(title="B", project=project, by=cast.bob, at=at, **hours)
    goal.refresh_from_db()
    assert (goal.work_total_hours, goal.work_unestimated) == (3, 1)
    services.edit_task(task=other, remaining=Decimal(1), by=cast.bob, at=at)
    goal.refresh_from_db()
    assert goal.work_done_hours == 2
    services.finish_task(task=other, by=cast.bob, at=at)
    services.cancel_task(task=task, by=cast.bob, at=at)
    goal.refresh_from_db()
    assert (goal.work_done_hours, goal.work_total_hours) == (3, 3)
    assert goal.work_unestimated == 0


def test_a_goal_loses_the_work_of_a_project_that_leaves_it(
    cast, at, goal, project, task
):
    services.edit_project(project=project, goal=None, by=cast.alice, at=at)
    goal.refresh_from_db()
    assert goal.work_unestimated == 0
