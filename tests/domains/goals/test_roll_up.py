import random
from datetime import timedelta

import pytest

from quarterdeck.domains.goals import services
from quarterdeck.domains.goals.models import Goal, GoalLink, Measurement
from quarterdeck.domains.goals.queries import roll_up_of
from quarterdeck.domains.goals.rules import explain


def progress(goal):
    return Goal.objects.get(pk=goal.pk).progress


@pytest.fixture
def family(make, measured, link):
    """A top over a middle over two leaves that stand at 20 and 60."""
    top, middle = make("Top", formula="goals"), make("Middle", formula="goals")
    left, right = make("Left"), make("Right")
    link(middle, top)
    link(left, middle, weight=3)
    link(right, middle)
    return top, middle, left, right, measured(left, 20), measured(right, 60)


def test_a_measurement_moves_everything_above(family, cast, at):
    top, middle, left, _, key_result, _ = family
    assert progress(top) == progress(middle) == pytest.approx(0.3)
    services.record_measurement(
        key_result=key_result, value=60, by=cast.alice, at=at + timedelta(days=1)
    )
    assert progress(left) == 0.6
    assert progress(top) == progress(middle) == pytest.approx(0.6)


def test_it_says_since_when(family, at):
    assert Goal.objects.get(title="Top").progress_at == at


def test_a_backdated_measurement_does_not_stand_for_today(family, cast, at):
    key_result = family[4]
    services.record_measurement(
        key_result=key_result,
        value=90,
        by=cast.alice,
        at=at,
        measured_at=at - timedelta(days=9),
    )
    assert progress(family[2]) == 0.2
    assert Measurement.objects.count() == 3


def test_a_new_weight_moves_the_top(family, link):
    top, middle, left, *_ = family
    link(left, middle, weight=1)
    assert progress(top) == pytest.approx(0.4)


def test_unlinking_moves_the_top(family, cast, at):
    top, middle, left, *_ = family
    services.unlink_goal(child=left, parent=middle, by=cast.alice, at=at)
    assert progress(top) == 0.6


def test_reached_counts_whole_dropped_not_at_all(family, cast, at):
    top, middle, left, right, *_ = family
    services.close_goal(goal=left, outcome="reached", by=cast.alice, at=at)
    assert progress(top) == pytest.approx((3 + 0.6) / 4)
    services.close_goal(goal=right, outcome="dropped", by=cast.alice, at=at)
    assert progress(top) == 1
    middle = Goal.objects.get(pk=middle.pk)
    assert explain(roll_up_of(middle)) == "1 × 3; 1 dropped goal left out"
    services.reopen_goal(goal=left, by=cast.alice, at=at)
    assert progress(top) == pytest.approx(0.2)


def test_another_formula_moves_the_goal(family, cast, at):
    top, middle, *_ = family
    services.edit_goal(
        goal=middle,
        changes={"formula": "key_results"},
        seen_version=None,
        by=cast.alice,
        at=at,
    )
    assert progress(middle) is None
    assert progress(top) is None


def test_removed_and_restored(family, cast, at):
    left, key_result = family[2], family[4]
    services.remove_key_result(key_result=key_result, by=cast.alice, at=at)
    assert progress(left) is None
    assert progress(family[0]) == 0.6
    services.restore_key_result(key_result=key_result, by=cast.alice, at=at)
    assert progress(family[0]) == pytest.approx(0.3)


def test_work_told_from_above_moves_the_goals_above(family, make, link, at):
    top, middle, *_ = family
    worked = make("Worked", formula="work")
    link(worked, middle, weight=4)
    told = {"done_hours": 10, "total_hours": 20, "unestimated": 1, "at": at}
    services.record_progress(goal_id=worked.pk, **told)
    assert progress(worked) == 0.5
    assert progress(top) == pytest.approx((0.2 * 3 + 0.6 + 0.5 * 4) / 8)


def test_work_told_of_a_goal_that_is_gone_is_nothing(cast, at):
    services.record_progress(
        goal_id=999, done_hours=1, total_hours=2, unestimated=0, at=at
    )


def test_a_goal_with_two_parents_moves_both(make, measured, link):
    left, right = make("A", formula="goals"), make("B", formula="goals")
    child = make("C")
    link(child, left)
    link(child, right, weight=9)
    measured(child, 40)
    assert (progress(left), progress(right)) == (0.4, 0.4)


@pytest.mark.parametrize("seed", range(4))
def test_step_by_step_equals_from_scratch(seed, cast, at, make, measured, link):
    dice = random.Random(seed)
    goals = [
        make(str(i), formula=dice.choice(["goals", "goals", "key_results", "work"]))
        for i in range(12)
    ]
    rows = [measured(goal, None, dice.randint(1, 5)) for goal in goals]

    def step():
        act = dice.randrange(5)
        low, high = sorted(dice.sample(range(12), 2))
        child, parent = goals[high], goals[low]  # never a circle
        linked = GoalLink.objects.filter(child=child, parent=parent).first()
        if act == 0:
            services.record_measurement(
                key_result=rows[high], value=dice.randint(0, 99), by=cast.alice, at=at
            )
        elif act == 1:
            services.record_progress(
                goal_id=child.pk,
                done_hours=dice.randint(0, 9),
                total_hours=9,
                unestimated=0,
                at=at,
            )
        elif act == 2 and linked:
            services.unlink_goal(child=child, parent=parent, by=cast.alice, at=at)
        elif not linked:
            link(child, parent, dice.randint(1, 9))

    for _ in range(60):
        step()
    assert services.recompute_all(at=at) == 0
    assert Goal.objects.exclude(progress=None).count() > 3


def test_recompute_all_mends_what_stands_wrong(family, at):
    Goal.objects.update(progress=0.99)
    assert services.recompute_all(at=at) == 4
    assert progress(family[0]) == pytest.approx(0.3)
