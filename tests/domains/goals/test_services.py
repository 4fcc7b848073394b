import pytest
from django.core.exceptions import PermissionDenied

from quarterdeck.domains.activity.models import Activity
from quarterdeck.domains.goals import services


@pytest.fixture
def goal(cast, at):
    return services.add_goal(
        title="First answer within a day",
        why="People trust who answers",
        team=cast.support,
        by=cast.bob,
        at=at,
    )


def test_a_leader_closes_a_goal_and_it_is_told(goal, cast, at):
    services.close_goal(goal=goal, outcome="reached", by=cast.alice, at=at)
    act = Activity.objects.latest("id")
    assert (act.verb, act.actor_id) == ("goal.closed", cast.alice.pk)


def test_a_goal_closes_once(goal, cast, at):
    services.close_goal(goal=goal, outcome="reached", by=cast.alice, at=at)
    with pytest.raises(services.GoalAlreadyClosed, match="already closed"):
        services.close_goal(goal=goal, outcome="missed", by=cast.alice, at=at)


def test_a_member_who_does_not_own_it_may_not_close_it(goal, cast, at):
    with pytest.raises(PermissionDenied):
        services.close_goal(goal=goal, outcome="reached", by=cast.bob, at=at)


def test_whoever_leads_the_team_above_may_reopen_it(goal, cast, at):
    services.close_goal(goal=goal, outcome="reached", by=cast.alice, at=at)
    services.reopen_goal(goal=goal, by=cast.dana, at=at)
    with pytest.raises(services.GoalNotClosed):
        services.reopen_goal(goal=goal, by=cast.dana, at=at)
