"""From records to the planner's problem and back into words."""

from datetime import date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quarterdeck.domains.planning.models import PlanLock
from quarterdeck.domains.planning.queries import scope_of
from quarterdeck.domains.planning.translation import Axis, suppose, translate
from quarterdeck.domains.planning.translation.people import without, working_intervals
from quarterdeck.domains.projects.models import Project
from quarterdeck.engines import planning
from tests.domains.planning.workshop import Workshop

AXIS = Axis(date(2026, 3, 27), 400, ZoneInfo("Europe/Berlin"), 30)


@pytest.fixture
def shop(cast):
    return Workshop(cast)


def translated(shop, **weights):
    return translate(scope_of(shop.team, shop.at), planning.Weights(**weights))


@given(st.integers(0, AXIS.horizon))
def test_a_slot_and_its_moment_are_one_also_when_the_clock_changes(slot):
    moment = AXIS.moment(slot)
    assert AXIS.day(slot) == moment.date()
    # An hour that the clock skips or repeats is the only one that may not come back.
    assert abs(AXIS.slot_of(moment) - slot) <= 2
    if moment.hour not in (2, 3):
        assert AXIS.slot_of(moment) == slot


@given(st.lists(st.floats(0, 12), max_size=40))
def test_working_intervals_hold_the_hours_of_the_days(hours):
    intervals = working_intervals(hours, AXIS)
    slots = sum(end - first for first, end in intervals)
    assert abs(slots * 0.5 - sum(hours)) <= 0.5 + 1e-6
    assert all(a[1] <= b[0] for a, b in pairwise(intervals))


@given(
    st.lists(st.integers(0, 50), min_size=2, max_size=8, unique=True),
    st.lists(st.tuples(st.integers(0, 50), st.integers(1, 10)), max_size=4),
)
def test_what_is_taken_is_not_there_any_more(edges, taken):
    edges = sorted(edges)[: len(edges) // 2 * 2]
    intervals = list(zip(edges[::2], edges[1::2], strict=True))
    gone = [(first, first + length) for first, length in taken]
    left = {s for a, b in without(intervals, gone) for s in range(a, b)}
    there = {s for a, b in intervals for s in range(a, b)}
    assert left == there - {s for a, b in gone for s in range(a, b)}


def test_a_task_without_an_estimate_is_left_out_with_what_waits_for_it(shop):
    first, second = shop.task("Taste", None), shop.task("Cook")
    shop.link(first, second)
    found = translated(shop)
    assert not found.problem.tasks
    reasons = {each.task_id: each.reason for each in found.left_out}
    assert reasons[first.pk] == "no estimate yet"
    assert "“Taste”" in reasons[second.pk]


def test_the_middle_of_a_range_is_planned_and_remaining_hours_win(shop):
    shop.task("Range", estimate_high=16)
    shop.task("Begun", remaining=3)
    by_title = {
        found.title: task.effort
        for found, task in (
            (translated(shop).tasks[int(t.id)], t)
            for t in translated(shop).problem.tasks
        )
    }
    assert by_title == {"Range": 24, "Begun": 6}


def test_only_the_team_and_its_helpers_are_asked(shop, cast):
    shop.task("Cook")
    (task,) = translated(shop).problem.tasks
    expected = {shop.bob.pk, shop.alice.pk, shop.mara.pk, cast.person(cast.dora).pk}
    assert {int(i) for i in task.candidates} == expected


def test_work_that_is_going_on_stays_with_its_people(shop):
    shop.task("Cook", status="doing", people=[shop.mara], needs={"Cooking": 5})
    (task,) = translated(shop).problem.tasks
    assert task.started
    assert task.locked_people == (str(shop.mara.pk),)


def test_a_lock_keeps_people_and_start(shop):
    start = datetime(2026, 6, 3, 9, tzinfo=ZoneInfo("UTC"))
    task = shop.task(
        "Cook",
        people=[shop.bob],
        planned_start=start,
        planned_end=start + timedelta(hours=8),
    )
    PlanLock.objects.create(
        task=task, keeps_people=True, keeps_start=True, locked_at=shop.at
    )
    (found,) = translated(shop).problem.tasks
    assert found.locked_people == (str(shop.bob.pk),)
    assert found.locked_start == 2 * 48 + 18


def test_two_who_do_a_task_together_are_two_also_in_the_plan(shop):
    shop.task("Carry the table", people=[shop.bob, shop.mara])
    (task,) = translated(shop).problem.tasks
    assert [need.count for need in task.needs] == [2]


def test_time_planned_for_other_teams_is_not_there(shop, cast):
    start = datetime(2026, 6, 1, 9, tzinfo=ZoneInfo("UTC"))
    elsewhere = Project.objects.create(name="Other", team=cast.kitchen, **shop.stamps)
    shop.task(
        "Help out",
        project=elsewhere,
        people=[shop.mara],
        planned_start=start,
        planned_end=start + timedelta(hours=4),
    )
    shop.task("Cook")
    found = translated(shop).problem
    (mara,) = (p for p in found.people if p.id == str(shop.mara.pk))
    assert mara.working[0] == (26, 34)


def test_supposing_changes_neither_records_nor_the_scope_it_began_with(shop):
    task = shop.task("Cook", deadline=shop.day(9))
    scope = scope_of(shop.team, shop.at)
    away = {"kind": "person_leaves", "person_id": shop.mara.pk, "on": "2026-06-08"}
    moved = {"kind": "deadline_moves", "task_id": task.pk, "on": "2026-06-03"}
    supposed = suppose(scope, [away, moved])
    assert sum(supposed.hours[shop.mara.pk]) == 40
    assert sum(scope.hours[shop.mara.pk]) > 40
    assert supposed.tasks[task.pk].deadline == date(2026, 6, 3)
    assert scope.tasks[task.pk].deadline == shop.day(9)


def test_the_number_of_queries_does_not_grow(shop, django_assert_max_num_queries):
    for number in range(20):
        shop.task(f"Task {number}", people=[shop.bob], needs={f"Skill {number}": 1})
    with django_assert_max_num_queries(24):
        scope_of(shop.team, shop.at)


def test_a_task_of_no_hours_is_a_milestone_with_a_day_and_nobody(shop):
    shop.task("Opening", 0, people=[shop.mara], needs={"Cooking": 1})
    (task,) = translated(shop).problem.tasks
    assert (task.effort, task.needs, task.locked_people) == (0, (), None)


def test_what_waits_for_a_summary_waits_for_each_task_below_it(shop):
    summary = shop.task("Menu", None, is_summary=True)
    parts = [shop.task(title, parent=summary) for title in ("Cook", "Bake")]
    last = shop.task("Serve")
    shop.link(summary, last, lag_hours=24)
    links = translated(shop).problem.dependencies
    assert {(int(link.before), int(link.after)) for link in links} == {
        (part.pk, last.pk) for part in parts
    }
    assert {link.lag for link in links} == {48}


def test_who_has_begun_several_tasks_does_one_after_the_other(shop):
    later = shop.task("Soup", people=[shop.bob], status="doing")
    first = shop.task(
        "Bread",
        people=[shop.bob],
        status="doing",
        deadline=shop.at.date() + timedelta(days=1),
    )
    tasks = {task.id: task for task in translated(shop).problem.tasks}
    bob = (str(shop.bob.pk),)
    assert tasks[str(first.pk)].started
    assert not tasks[str(later.pk)].started
    assert tasks[str(later.pk)].locked_people == bob
    result = planning.solve(
        translated(shop).problem, stop=planning.MaxSeconds(2), seed=1
    )
    assert result.status in ("FEASIBLE", "OPTIMAL")
