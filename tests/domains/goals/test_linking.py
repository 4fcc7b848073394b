import pytest
from django.core.exceptions import PermissionDenied

from quarterdeck.domains.activity.models import Activity
from quarterdeck.domains.goals import services


def test_a_circle_is_refused_with_its_path(make, link):
    a, b, c = make("A"), make("B"), make("C")
    link(a, b)
    link(b, c)
    with pytest.raises(services.GoalsInACircle, match="“C” → “A” → “B” → “C”"):
        link(c, a)


def test_a_goal_does_not_add_to_itself(make, link):
    goal = make("A")
    with pytest.raises(services.GoalsInACircle, match="“A” → “A”"):
        link(goal, goal)


def test_two_ways_to_one_top_are_no_circle(make, link):
    a, b, c = make("A"), make("B"), make("C")
    link(a, b)
    link(a, c)
    link(b, c)


def test_the_same_again_is_told(make, link):
    a, b = make("A"), make("B")
    link(a, b)
    with pytest.raises(services.LinkUnchanged):
        link(a, b)
    assert link(a, b, weight=2).weight == 2
    assert Activity.objects.latest("id").verb == "goal.weighed"


def test_unlinking_what_is_not_linked_is_told(make, cast, at):
    with pytest.raises(services.GoalsNotLinked):
        services.unlink_goal(child=make("A"), parent=make("B"), by=cast.alice, at=at)


def test_who_owns_the_lower_goal_links_but_does_not_weigh(make, link, cast):
    mine = make("Mine", owner=cast.person(cast.bob))
    top = make("Top", team=cast.root, owner=None)
    link(mine, top, by=cast.bob)
    with pytest.raises(PermissionDenied):
        link(mine, top, weight=9, by=cast.bob)
    link(mine, top, weight=9, by=cast.dana)


def test_a_stranger_to_both_links_nothing(make, link, cast):
    with pytest.raises(PermissionDenied):
        link(make("A"), make("B"), by=cast.charlie)
