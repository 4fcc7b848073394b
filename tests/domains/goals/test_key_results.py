import pytest
from django.core.exceptions import PermissionDenied

from quarterdeck.domains.activity.models import Activity
from quarterdeck.domains.goals import services
from quarterdeck.shared.errors import StaleEdit


def add(goal, cast, at, by=None, **fields):
    return services.add_key_result(
        goal=goal, by=by or cast.alice, at=at, **{"title": "K", "target": 5, **fields}
    )


def edit(row, cast, at, seen=None, **changes):
    return services.edit_key_result(
        key_result=row, changes=changes, seen_version=seen, by=cast.alice, at=at
    )


def test_the_direction_follows_from_start_and_target(make, cast, at):
    goal = make("A")
    assert add(goal, cast, at, start=9, target=1).direction == "decrease"
    row = add(goal, cast, at, start=0, target=1)
    assert row.direction == "increase"
    assert edit(row, cast, at, start=3).direction == "decrease"


def test_a_direction_that_contradicts_is_refused(make, cast, at):
    with pytest.raises(services.KeyResultHasNoWay, match="other way"):
        add(make("A"), cast, at, start=9, target=1, direction="increase")


@pytest.mark.parametrize("number", [float("nan"), float("inf"), -1e16])
def test_numbers_that_nobody_can_compute_with_are_refused(make, cast, at, number):
    with pytest.raises(services.NumberOutOfRange):
        add(make("A"), cast, at, start=number)
    row = add(make("B"), cast, at)
    with pytest.raises(services.NumberOutOfRange):
        services.record_measurement(key_result=row, value=number, by=cast.alice, at=at)


def test_start_and_target_differ(make, cast, at):
    with pytest.raises(services.KeyResultHasNoWay, match="same"):
        add(make("A"), cast, at, start=5)


def test_a_measurement_is_told_with_its_value(make, cast, at):
    row = add(make("A"), cast, at)
    services.record_measurement(
        key_result=row, value=2, note="first week", by=cast.alice, at=at
    )
    act = Activity.objects.latest("id")
    assert act.verb == "key_result.measured"
    assert act.content.details["value"] == 2
    assert act.content.details["note"] == "first week"


def test_who_may_not_edit_the_goal_measures_nothing(make, cast, at):
    row = add(make("A"), cast, at)
    with pytest.raises(PermissionDenied):
        services.record_measurement(key_result=row, value=2, by=cast.bob, at=at)
    with pytest.raises(PermissionDenied):
        services.remove_key_result(key_result=row, by=cast.charlie, at=at)


def test_a_closed_goal_is_measured_no_more(make, cast, at):
    goal = make("A")
    row = add(goal, cast, at)
    services.close_goal(goal=goal, outcome="missed", by=cast.alice, at=at)
    with pytest.raises(services.GoalIsClosed, match="Reopen it"):
        services.record_measurement(key_result=row, value=2, by=cast.alice, at=at)


def test_a_removed_key_result_is_measured_no_more(make, cast, at):
    row = add(make("A"), cast, at)
    services.remove_key_result(key_result=row, by=cast.alice, at=at)
    with pytest.raises(services.KeyResultIsRemoved):
        services.record_measurement(key_result=row, value=2, by=cast.alice, at=at)
    with pytest.raises(services.KeyResultIsRemoved):
        services.remove_key_result(key_result=row, by=cast.alice, at=at)


def test_measuring_makes_no_edit_stale(make, cast, at):
    row = add(make("A"), cast, at)
    services.record_measurement(key_result=row, value=2, by=cast.alice, at=at)
    assert edit(row, cast, at, seen=1, target=9).target == 9


def test_a_stale_edit_shows_both(make, cast, at):
    row = add(make("A"), cast, at)
    edit(row, cast, at, seen=1, title="Theirs")
    with pytest.raises(StaleEdit) as caught:
        edit(row, cast, at, seen=1, title="Mine")
    assert caught.value.conflicts[0].theirs == "Theirs"
