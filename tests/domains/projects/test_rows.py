"""Rows of a list tell what the records they stand for would tell."""

from itertools import product

import pytest

from quarterdeck.domains.accounts.models import User
from quarterdeck.domains.goals.models import Goal, GoalLink
from quarterdeck.domains.projects import permissions, queries
from quarterdeck.domains.projects.models import Block, Contributor, Task

from .work import MONDAY, project, task


@pytest.fixture
def purpose(cast, at):
    """A goal without a why, below one that has it."""
    top = Goal.objects.create(
        title="Top", why="People eat", created_at=at, updated_at=at
    )
    goal = Goal.objects.create(title="Low", created_at=at, updated_at=at)
    GoalLink.objects.create(child=goal, parent=top, weight=1)
    return goal


@pytest.fixture
def work(cast, at, purpose):
    """Tasks of every kind of project, with every kind of why, and people around them."""
    told = Goal.objects.create(
        title="Told", why="So it is", created_at=at, updated_at=at
    )
    teams = (cast.support, cast.kitchen, cast.root)
    for team, why, goal in product(teams, ("", "Ours"), (None, purpose, told)):
        one = project(team, why=why, goal=goal, leader=cast.person(cast.charlie))
        for number, (own, own_goal) in enumerate(
            product(("", "Mine"), (None, purpose, told))
        ):
            made = task(one, f"T{number}", why=own, goal=own_goal)
            if number % 2:
                made.accountable = cast.person(cast.alice)
                made.save()
            if number % 3:
                doer = cast.person(cast.bob)
                Contributor.objects.create(task=made, person=doer, since=MONDAY)
            if number == 4:
                Block.objects.create(task=made, reason="Wait", blocked_at=at)
                cleared = {"blocked_at": at, "cleared_at": at}
                Block.objects.create(task=made, reason="Past", **cleared)
    return Task.objects.order_by("id")


def test_a_row_tells_what_its_record_tells(work):
    records = list(queries.with_what_a_row_shows(work))
    queries.tell_whys(records)
    rows = queries.page_of_rows(work, 1, 1_000).items
    assert len(rows) == len(records) == 108
    for row, record in zip(rows, records, strict=True):
        assert (row.id, row.title, row.status) == (
            record.pk,
            record.title,
            record.status,
        )
        assert row.why == record.shown_why
        assert row.accountable == (record.accountable and record.accountable.name)
        doing = [
            (each.person_id, each.person.name) for each in record.contributors.all()
        ]
        assert list(row.people) == doing
        reasons = [block.reason for block in record.open_blocks]
        assert ([row.block.reason] if row.block else []) == reasons
        assert row.project.name == record.project.name
        assert row.is_open == record.is_open
    assert {row.why for row in rows} == {"", "Mine", "Ours", "So it is", "People eat"}


def test_who_may_edit_a_record_may_edit_its_row(cast, work):
    rows = queries.page_of_rows(work, 1, 1_000).items
    sizes = set()
    for user in User.objects.all():
        allowed = permissions.rows_to_edit(user, rows)
        assert allowed == {t.pk for t in work if permissions.can_edit_task(user, t)}
        sizes.add(len(allowed))
    assert {0, len(rows)} < sizes


def test_a_page_costs_the_same_for_ten_rows_and_for_a_hundred(
    work, django_assert_num_queries
):
    for size in (10, 100):
        with django_assert_num_queries(6):
            assert len(queries.page_of_rows(work, 1, size).items) == size
