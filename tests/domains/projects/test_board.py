from datetime import date, timedelta

import pytest

from quarterdeck.domains.goals.models import Goal
from quarterdeck.domains.projects import queries
from quarterdeck.domains.projects.models import Block, Contributor
from quarterdeck.domains.projects.queries import Filter

from .work import MONDAY, project, task

EVERYTHING = Filter()


@pytest.fixture
def opening(cast):
    return project(cast.support)


def board(user, at, which=EVERYTHING, **more):
    columns = queries.board(user=user, at=at, which=which, **more)
    return {c.status: [card.title for card in c.cards] for c in columns}


def test_each_status_has_its_column_and_urgent_comes_first(cast, opening, at):
    task(opening, "Later")
    task(opening, "By Friday", deadline=date(2026, 6, 5))
    task(opening, "Now", priority=1)
    task(opening, "Going", status="doing")
    task(opening, "Someday", status="backlog")
    task(opening, "Gone", status="cancelled")
    task(opening, "Party", is_summary=True)
    assert board(cast.bob, at) == {
        "todo": ["Now", "By Friday", "Later"],
        "doing": ["Going"],
        "waiting": [],
        "done": [],
    }
    assert queries.someday_count(user=cast.bob, which=Filter()) == (1, False)


def test_done_stays_for_fourteen_days(cast, opening, at):
    for days in (1, 13, 15):
        done_at = at - timedelta(days=days)
        task(opening, str(days), status="done", done_at=done_at)
    assert board(cast.bob, at)["done"] == ["1", "13"]


def test_a_column_shows_fifty_and_says_that_there_are_more(cast, opening, at):
    for n in range(51):
        task(opening, f"{n:02}")
    (column, *_) = queries.board(user=cast.bob, at=at, which=Filter())
    assert (len(column.cards), column.has_more) == (50, True)
    more = queries.board_column(
        user=cast.bob, status="todo", at=at, which=Filter(), page=2
    )
    assert ([c.title for c in more.cards], more.has_more) == (["50"], False)


def test_filters_narrow(cast, opening, at):
    bob = cast.person(cast.bob)
    mine = task(opening, "Mine", accountable=bob)
    Contributor.objects.create(task=mine, person=bob, since=MONDAY)
    helped = task(project(cast.kitchen, "Kitchen"), "Helped")
    Contributor.objects.create(task=helped, person=bob, since=MONDAY)
    task(opening, "Other")
    assert board(cast.bob, at, Filter(person_id=bob.pk))["todo"] == ["Mine", "Helped"]
    kitchen = Filter(team_ids=frozenset([cast.kitchen.pk]))
    assert board(cast.bob, at, kitchen)["todo"] == ["Helped"]
    own = Filter(project_id=opening.pk)
    assert board(cast.bob, at, own)["todo"] == ["Mine", "Other"]


def test_a_hidden_project_is_on_nobody_elses_board(cast, at):
    task(project(cast.support, "Own", visibility="team"), "Hidden")
    assert board(cast.charlie, at)["todo"] == []
    assert board(cast.dana, at)["todo"] == ["Hidden"]


def test_the_number_of_queries_is_fixed(cast, opening, at, django_assert_num_queries):
    board(cast.bob, at)
    for n in range(30):
        Block.objects.create(task=task(opening, str(n)), reason="R", blocked_at=at)
    with django_assert_num_queries(7):
        (column, *_) = queries.board(user=cast.bob, at=at, which=Filter())
        assert all(card.block for card in column.cards)


def test_late_is_open_and_past_its_deadline(cast, opening):
    today = date(2026, 6, 10)
    task(opening, "Late", deadline=date(2026, 6, 9))
    task(opening, "Today", deadline=today)
    task(opening, "Done", deadline=date(2026, 6, 9), status="done")
    assert [t.title for t in queries.late_tasks(cast.bob, today)] == ["Late"]


def test_without_why_means_nothing_up_the_chain_tells_it(cast, opening, at):
    goal = Goal.objects.create(title="G", why="W", created_at=at, updated_at=at)
    task(opening, "None")
    task(opening, "Own", why="Because")
    task(opening, "By its goal", goal=goal)
    task(project(cast.support, "Told", why="Because"), "By its project")
    task(project(cast.support, "Aimed", goal=goal), "By the project's goal")
    task(opening, "Done", status="done")
    assert [t.title for t in queries.tasks_without_why(cast.bob)] == ["None"]
