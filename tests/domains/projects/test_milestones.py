from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from quarterdeck.domains.projects import queries, services
from quarterdeck.shared.errors import StaleEdit

from .work import project, task


@pytest.fixture
def opening(cast):
    return project(cast.support)


@pytest.fixture
def doors(cast, opening, at):
    return services.add_milestone(
        project=opening,
        name="Doors open",
        deadline=date(2026, 7, 1),
        by=cast.alice,
        at=at,
    )


def test_progress_counts_hours(cast, opening, doors):
    one = {"milestone": doors, "estimate_low": 8, "estimate_high": 12}
    task(opening, "Done", status="done", **one)
    task(opening, "Half", remaining=4, status="doing", **one)
    task(opening, "Grown", remaining=40, status="doing", **one)
    task(opening, "Open", **one)
    task(opening, "Gone", status="cancelled", **one)
    task(opening, "Nobody knows", milestone=doors)
    (row,) = queries.milestones_with_progress(cast.bob, opening.pk)
    assert (row.done_hours, row.total_hours) == (16, 40)
    assert (row.tasks, row.unestimated, row.share) == (5, 1, 0.4)


def test_without_hours_there_is_no_share(cast, opening, doors):
    (row,) = queries.milestones_with_progress(cast.bob, opening.pk)
    assert row.share is None


def test_it_is_reached_once_and_can_be_reopened(cast, doors, at):
    services.reach_milestone(milestone=doors, by=cast.alice, at=at)
    with pytest.raises(services.MilestoneAlreadyReached):
        services.reach_milestone(milestone=doors, by=cast.alice, at=at)
    services.reopen_milestone(milestone=doors, by=cast.alice, at=at)
    with pytest.raises(services.MilestoneNotReached):
        services.reopen_milestone(milestone=doors, by=cast.alice, at=at)


def test_only_who_leads_the_project_sets_them(cast, opening, doors, at):
    with pytest.raises(PermissionDenied):
        services.add_milestone(project=opening, name="M", by=cast.bob, at=at)
    with pytest.raises(PermissionDenied):
        services.reach_milestone(milestone=doors, by=cast.bob, at=at)


def test_a_stale_edit_is_noticed(cast, doors, at):
    change = services.edit_milestone
    change(milestone=doors, changes={"name": "A"}, by=cast.alice, at=at, seen_version=1)
    with pytest.raises(StaleEdit):
        change(
            milestone=doors, changes={"name": "B"}, by=cast.dana, at=at, seen_version=1
        )
