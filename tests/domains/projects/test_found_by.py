"""The task list finds the same, wherever its reading begins."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from quarterdeck.domains.goals.models import Goal
from quarterdeck.domains.organization.models import Organization
from quarterdeck.domains.projects import queries
from quarterdeck.domains.projects.models import Block, Contributor, Task
from quarterdeck.domains.projects.queries import TaskFilter, found_by

from .work import project, task

TODAY = date(2026, 6, 1)
AT = datetime(2026, 6, 1, 9, tzinfo=UTC)


@pytest.fixture
def oven(cast, at):
    """Work of two projects: one serves a goal, the other is of another team."""
    goal = Goal.objects.create(
        title="Warm bread", why="W", created_at=at, updated_at=at
    )
    bread = project(cast.support)
    bread.goal = goal
    bread.save()
    secret = project(cast.kitchen, visibility="team")
    rows = {
        "knead": task(bread, "Knead the dough"),
        "bake": task(bread, "Bake bread", accountable=cast.person(cast.bob)),
        "named": task(project(cast.support), "Dough for others", goal=goal),
        "late": task(bread, "Dough of yesterday", status="done"),
        "hidden": task(secret, "Secret dough", goal=goal),
    }
    bob = cast.person(cast.bob)
    for name in ("knead", "hidden"):
        Contributor.objects.create(task=rows[name], person=bob, since=AT)
        Block.objects.create(task=rows[name], reason="No flour", blocked_at=AT)
    Block.objects.create(task=rows["bake"], reason="Over", blocked_at=AT, cleared_at=AT)
    return goal


def found(user, **wanted):
    rows = queries.tasks_found(user=user, wanted=TaskFilter(**wanted), today=TODAY)
    return {row.title for row in rows}


@pytest.fixture(params=[1_000, 0], ids=["from the few", "along the order"])
def ways(request, monkeypatch):
    """Both ways to read; with nothing counted as few, the list is passed in order."""
    monkeypatch.setattr(found_by, "MANY", request.param)


def test_a_word_is_found_anywhere_in_a_title(cast, oven, ways):
    expected = {"Knead the dough", "Dough for others"}
    assert found(cast.bob, text="DOUGH") == expected
    assert found(cast.bob, text="ough") == expected
    assert found(cast.bob, text="dough", status="all") == {
        *expected,
        "Dough of yesterday",
    }
    assert found(cast.charlie, text="dough") == {*expected, "Secret dough"}
    assert found(cast.bob, text="100%") == set()


def test_a_goal_is_served_by_name_and_through_the_project(cast, oven, ways):
    expected = {"Knead the dough", "Bake bread", "Dough for others"}
    assert found(cast.bob, goal=oven.pk) == expected
    assert found(cast.charlie, goal=oven.pk) == {*expected, "Secret dough"}
    assert found(cast.bob, goal=oven.pk + 1) == set()


def test_what_is_blocked_now(cast, oven, ways):
    assert found(cast.bob, blocked=True) == {"Knead the dough"}
    assert found(cast.charlie, blocked=True) == {"Knead the dough", "Secret dough"}


def test_a_person_has_what_they_do_and_what_they_answer_for(cast, oven):
    bob = cast.person(cast.bob).pk
    assert found(cast.bob, person=bob) == {"Knead the dough", "Bake bread"}
    assert found(cast.charlie, person=bob, text="dough") == {
        "Knead the dough",
        "Secret dough",
    }
    assert found(cast.olga, mine=True) == set()


def test_all_of_it_together(cast, oven, ways):
    bob = cast.person(cast.bob).pk
    asked = {"text": "dough", "goal": oven.pk, "blocked": True, "person": bob}
    assert found(cast.bob, **asked) == {"Knead the dough"}


def test_titles_are_searched_for_every_word_newest_first(cast, oven):
    def titled(user, *words):
        return [row.title for row in queries.tasks_titled(user, words)]

    assert titled(cast.bob, "DOUGH", "o") == [
        "Dough of yesterday",
        "Dough for others",
        "Knead the dough",
    ]
    assert titled(cast.bob, "dough", "yester") == ["Dough of yesterday"]
    assert titled(cast.bob, "secret") == []
    assert titled(cast.charlie, "secret") == ["Secret dough"]
    assert titled(cast.gwen, "dough") == []
    assert titled(cast.bob, "dou_h") == []


def test_a_title_that_changes_is_found_by_its_new_words(cast, oven):
    Task.objects.filter(title="Bake bread").update(title="Bake ROLLS")
    assert found(cast.bob, text="rolls") == {"Bake ROLLS"}
    assert found(cast.bob, text="bread") == set()


def test_a_week_is_that_of_the_place_where_people_work(cast, oven):
    """Monday at nine in Auckland is a Sunday in UTC."""
    Organization.objects.update(time_zone="Pacific/Auckland")
    start = datetime(2026, 6, 8, 9, tzinfo=ZoneInfo("Pacific/Auckland"))
    times = {"planned_start": start, "planned_end": start + timedelta(hours=8)}
    Task.objects.filter(title="Bake bread").update(**times)
    assert found(cast.bob, week=date(2026, 6, 10)) == {"Bake bread"}
    assert found(cast.bob, week=date(2026, 6, 3)) == set()
