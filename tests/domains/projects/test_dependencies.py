import itertools
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext

from quarterdeck.domains.activity.models import Activity
from quarterdeck.domains.projects import queries, services
from quarterdeck.domains.projects.models import Dependency, Task
from quarterdeck.domains.projects.queries.dependencies import path_from

from .work import MONDAY, planned, project, task, wait


@pytest.fixture
def opening(cast):
    return project(cast.support)


@pytest.fixture
def cake(opening):
    return task(opening, "Bake cake"), task(opening, "Ice cake")


def test_a_member_of_the_team_adds_one_and_it_is_told(cast, cake, at):
    bake, ice = cake
    link = services.add_dependency(
        before=bake, after=ice, kind="SS", lag_hours=Decimal(4), by=cast.bob, at=at
    )
    assert (link.kind, link.lag_hours) == ("SS", 4)
    act = Activity.objects.latest("id")
    assert (act.verb, act.subject_id) == ("dependency.added", ice.pk)


def test_a_circle_is_refused_with_its_path_named(cast, cake, at):
    bake, ice = cake
    services.add_dependency(before=bake, after=ice, by=cast.bob, at=at)
    with pytest.raises(services.DependencyMakesCircle) as caught:
        services.add_dependency(before=ice, after=bake, by=cast.bob, at=at)
    assert "Ice cake → Bake cake → Ice cake" in str(caught.value)
    assert Dependency.objects.count() == 1


def test_a_summary_counts_with_its_rows(cast, opening, cake, at):
    bake, ice = cake
    party = task(opening, "Party", is_summary=True)
    Task.objects.filter(pk=ice.pk).update(parent=party)
    services.add_dependency(before=bake, after=party, by=cast.bob, at=at)
    with pytest.raises(services.DependencyMakesCircle, match="Party → Ice cake"):
        services.add_dependency(before=ice, after=bake, by=cast.bob, at=at)


def test_a_hidden_task_on_the_circle_is_not_named(cast, cake, at):
    bake, ice = cake
    secret = project(cast.kitchen, "Secret", visibility="team")
    hidden = task(secret, "Surprise")
    wait(ice, hidden), wait(hidden, bake)
    with pytest.raises(services.DependencyMakesCircle) as caught:
        services.add_dependency(before=bake, after=ice, by=cast.bob, at=at)
    assert "Surprise" not in str(caught.value)
    assert "a task you may not see" in str(caught.value)


def test_across_projects_the_earlier_must_be_seen_and_the_later_editable(
    cast, cake, at
):
    bake, _ = cake
    kitchen = project(cast.kitchen, "Kitchen")
    oven = task(kitchen, "Heat the oven")
    services.add_dependency(before=oven, after=bake, by=cast.bob, at=at)
    with pytest.raises(PermissionDenied):
        services.add_dependency(before=bake, after=oven, by=cast.bob, at=at)
    hidden = task(project(cast.kitchen, "Secret", visibility="team"), "Hidden")
    with pytest.raises(PermissionDenied):
        services.add_dependency(before=hidden, after=bake, by=cast.bob, at=at)


def test_the_same_twice_is_told_plainly(cast, cake, at):
    bake, ice = cake
    services.add_dependency(before=bake, after=ice, by=cast.bob, at=at)
    with pytest.raises(services.DependencyAlreadyThere, match="already waits"):
        services.add_dependency(before=bake, after=ice, by=cast.bob, at=at)


def test_it_is_changed_and_removed_by_who_may(cast, cake, at):
    link = wait(*cake)
    services.change_dependency(
        dependency=link, kind="FF", lag_hours=Decimal(-2), by=cast.alice, at=at
    )
    link.refresh_from_db()
    assert (link.kind, link.lag_hours) == ("FF", -2)
    with pytest.raises(PermissionDenied):
        services.remove_dependency(dependency=link, by=cast.charlie, at=at)
    services.remove_dependency(dependency=link, by=cast.alice, at=at)
    assert not Dependency.objects.exists()


@pytest.mark.parametrize("lag", ["1e9", "NaN", "-Infinity"])
def test_an_absurd_lag_is_refused(cast, cake, at, lag):
    with pytest.raises(services.LagTooLong):
        services.add_dependency(
            before=cake[0], after=cake[1], lag_hours=Decimal(lag), by=cast.bob, at=at
        )


def chain(opening, length):
    stamps = {"created_at": MONDAY, "updated_at": MONDAY, "project": opening}
    tasks = Task.objects.bulk_create(
        Task(title=str(n), **stamps) for n in range(length)
    )
    Dependency.objects.bulk_create(
        Dependency(before=a, after=b) for a, b in itertools.pairwise(tasks)
    )
    return tasks


def test_a_long_chain_is_searched_with_few_queries(opening):
    tasks = chain(opening, 3_000)
    with CaptureQueriesContext(
        connection,
    ) as seen:
        path = path_from(tasks[0].pk, tasks[-1].pk)
    assert path == [t.pk for t in tasks]
    assert len(seen) <= 100


def test_what_cannot_be_reached_is_not_read(opening):
    tasks = chain(opening, 200)
    with CaptureQueriesContext(connection) as seen:
        assert path_from(tasks[-3].pk, tasks[0].pk) is None
    assert len(seen) <= 20


def test_followers_would_move_and_nothing_moves_by_itself(cast, opening, at):
    bake, ice, sell = (
        planned(opening, "Bake", 0, 3),
        planned(opening, "Ice", 1),
        planned(opening, "Sell", 1),
    )
    wait(bake, ice), wait(ice, sell)
    moves = queries.moves_after(cast.bob, bake)
    assert [move.task.title for move in moves] == ["Ice", "Sell"]
    assert moves[0].span.start == MONDAY.replace(day=4)
    ice.refresh_from_db()
    assert ice.planned_start == MONDAY.replace(day=2)


def test_moving_them_is_one_act_that_can_be_undone(cast, opening, at):
    bake, ice = planned(opening, "Bake", 0, 3), planned(opening, "Ice", 1)
    wait(bake, ice)
    was = ice.planned_start
    act = services.move_followers(task=bake, by=cast.bob, at=at)
    ice.refresh_from_db()
    assert ice.planned_start == MONDAY.replace(day=4)
    services.undo_act(activity_id=act.pk, by=cast.bob, at=at)
    ice.refresh_from_db()
    assert ice.planned_start == was
    with pytest.raises(services.NothingHasToMove):
        services.move_followers(task=planned(opening, "Alone", 0), by=cast.bob, at=at)
