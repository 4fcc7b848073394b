import pytest

from quarterdeck.domains.goals import queries, services
from quarterdeck.domains.strategy.services import publish_vision

pytestmark = pytest.mark.django_db


@pytest.fixture
def vision(cast, at):
    return publish_vision(text="Everybody is answered", reason="r", by=cast.dana, at=at)


def test_the_chain_climbs_by_the_weightiest_parent_to_the_vision(make, link, vision):
    top, other, middle, leaf = make("Top"), make("Other"), make("Middle"), make("Leaf")
    link(middle, other)
    link(middle, top, weight=2)
    link(leaf, middle)
    steps = queries.why_chain(leaf)
    assert [s.title for s in steps] == ["Leaf", "Middle", "Top", vision.text]
    assert [s.kind for s in steps] == ["goal", "goal", "goal", "vision"]
    assert steps[1].why == "why of Middle"


def test_without_a_vision_the_chain_ends_at_the_top(make):
    assert [s.title for s in queries.why_chain(make("A"))] == ["A"]


def test_the_older_link_wins_where_two_weigh_the_same(make, link):
    first, second, leaf = make("First"), make("Second"), make("Leaf")
    link(leaf, second)
    link(leaf, first)
    assert queries.why_chain(leaf)[1].title == "Second"


def test_many_chains_cost_what_one_costs(make, link, vision, django_assert_num_queries):
    goals = [make(str(i)) for i in range(8)]
    for child, parent in zip(goals[1:], goals, strict=False):
        link(child, parent)
    with django_assert_num_queries(3):
        chains = queries.why_of_goals([g.pk for g in goals] + [None, 10**9])
    assert [len(chains[g.pk]) for g in goals] == [2, 3, 4, 5, 6, 7, 8, 9]


def test_a_very_long_chain_ends(make, link, vision):
    goals = [make(str(i)) for i in range(16)]
    for child, parent in zip(goals[1:], goals, strict=False):
        link(child, parent)
    assert len(queries.why_chain(goals[-1])) == 14  # thirteen goals and the vision


def test_the_tree_shows_a_goal_under_each_of_its_parents(make, link, cast):
    a, b, c = make("A"), make("B"), make("C")
    link(c, a)
    link(c, b)
    roots = list(queries.roots_visible_to(cast.bob))
    assert [(g.title, g.branch_count) for g in roots] == [("A", 1), ("B", 1)]
    found = queries.branches(user=cast.bob, parent_ids=[a.pk, b.pk])
    assert {k: [(g.title, g.parent_count) for g in v] for k, v in found.items()} == {
        a.pk: [("C", 2)],
        b.pk: [("C", 2)],
    }


def test_below_a_closed_goal_nothing_gets_lost(make, link, cast, at):
    top, child = make("Top"), make("Child")
    link(child, top)
    services.close_goal(goal=top, outcome="reached", by=cast.alice, at=at)
    assert [g.title for g in queries.roots_visible_to(cast.bob)] == ["Child"]
    assert [g.title for g in queries.closed_goals_visible_to(cast.bob)] == ["Top"]


def test_a_branch_is_bounded(make, cast, monkeypatch):
    monkeypatch.setattr("quarterdeck.domains.goals.queries.tree.BRANCH", 3)
    top = make("Top")
    for i in range(5):
        make(str(i), adds_to=top)
    assert len(queries.branches(user=cast.bob, parent_ids=[top.pk])[top.pk]) == 3
    assert queries.open_children_of(user=cast.bob, goal=top).count() == 5


def test_a_guest_sees_no_goal(make, cast):
    goal = make("A")
    assert list(queries.roots_visible_to(cast.gwen)) == []
    assert queries.branches(user=cast.gwen, parent_ids=[goal.pk]) == {}


def test_coverage(make, measured, cast, at):
    bare, done = make("Bare"), make("Done")
    measured(done, 10)
    services.record_progress(
        goal_id=done.pk, done_hours=0, total_hours=0, unestimated=2, at=at
    )
    make("Below", adds_to=done)
    assert "Bare" in [g.title for g in queries.goals_without_measure(cast.bob)]
    without = [g.title for g in queries.goals_without_told_work(cast.bob)]
    assert without == ["Bare", "Below"]
    assert bare.title in without


def test_what_can_be_linked_is_found_by_its_words(make, link, cast):
    a, b = make("Answer within a day"), make("Answer by phone")
    link(a, b)
    make("Day of rest")
    found = queries.candidates_to_link(
        user=cast.bob, goal=a, words="day", side="parent"
    )
    assert [g.title for g in found] == ["Day of rest"]
    below = queries.candidates_to_link(user=cast.bob, goal=b, words="", side="child")
    assert [g.title for g in below] == ["Day of rest"]


def test_only_goals_of_teams_one_leads_are_held_against_time(make, measured, cast, at):
    goal = make("A", starts_on=at.date(), ends_on=at.date())
    measured(goal, 10)
    (row,) = queries.goals_at_pace(cast.dana, at.date())
    assert row.pace.at_risk
    assert queries.goals_at_pace(cast.bob, at.date()) == []
    assert queries.goals_at_pace(cast.olga, at.date()) == []
