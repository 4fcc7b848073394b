from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from quarterdeck.domains.activity.models import Activity
from quarterdeck.domains.goals import permissions, services
from quarterdeck.domains.goals.models import GoalLink
from quarterdeck.shared.errors import StaleEdit


def edit(goal, by, at, seen=None, **changes):
    return services.edit_goal(
        goal=goal, changes=changes, seen_version=seen, by=by, at=at
    )


def test_changes_are_kept_with_what_was_before(make, cast, at):
    edit(make("A"), cast.alice, at, title="B", ends_on=at.date())
    changes = Activity.objects.latest("id").changes.order_by("field")
    assert [(c.field, c.before, c.after) for c in changes] == [
        ("ends_on", None, "2026-06-01"),
        ("title", "A", "B"),
    ]


def test_saving_nothing_new_tells_nothing(make, cast, at):
    goal = make("A")
    before = Activity.objects.count()
    edit(goal, cast.alice, at, title="A", seen=1)
    assert Activity.objects.count() == before


def test_a_stale_edit_is_not_lost(make, cast, at):
    goal = make("A")
    edit(goal, cast.dana, at, seen=1, why="Theirs")
    with pytest.raises(StaleEdit):
        edit(goal, cast.alice, at, seen=1, why="Mine")


def test_an_end_before_the_start_is_refused(make, cast, at):
    goal = make("A", starts_on=at.date())
    with pytest.raises(services.GoalEndsBeforeItStarts):
        edit(goal, cast.alice, at, ends_on=at.date() - timedelta(1))
    with pytest.raises(services.GoalEndsBeforeItStarts):
        make("B", starts_on=at.date(), ends_on=at.date() - timedelta(1))


def test_a_peer_changes_nothing(make, cast, at):
    with pytest.raises(PermissionDenied):
        edit(make("A"), cast.bob, at, title="B")


def test_goals_of_nobody_are_looked_after_by_the_top_and_the_admins(make, cast):
    goal = make("A", team=None, owner=None)
    may = [
        user.name
        for user in (cast.dana, cast.olga, cast.alice, cast.bob)
        if permissions.can_edit_goal(user, goal)
    ]
    assert may == ["Dana", "Olga"]


def test_a_goal_may_be_born_below_another(make):
    top = make("Top")
    child = make("Child", adds_to=top)
    assert GoalLink.objects.get(child=child).parent == top
    assert Activity.objects.latest("id").content.details["adds_to"] == top.pk
