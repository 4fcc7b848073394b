"""What accepted plans book on mentors stands in their load, as long as it holds."""

from datetime import UTC, timedelta

import pytest

from quarterdeck.domains.planning.models import Proposal, ProposedChange
from quarterdeck.domains.planning.queries import mentoring_of
from quarterdeck.domains.projects.models import Contributor, Task
from tests.domains.planning.workshop import Workshop


@pytest.fixture
def shop(cast):
    """Mara learns at the report; Bob is there for it on Monday, and a week later."""
    shop = Workshop(cast)
    shop.report = shop.task("Build the report", people=(shop.mara,))
    accepted(shop, shop.bob)
    return shop


def accepted(shop, mentor, booked=True):
    proposal = Proposal.objects.create(team=shop.team, asked_at=shop.at, state="ready")
    later = shop.at + timedelta(days=7)
    half = timedelta(minutes=30)
    sessions = [[shop.at, shop.at + 2 * half], [later, later + half]]
    return ProposedChange.objects.create(
        proposal=proposal,
        task=shop.report,
        start_after=shop.at,
        end_after=later,
        decision="accepted",
        decided_at=shop.at,
        mentor=mentor,
        growth={
            "person_learner": shop.mara.pk,
            "person_mentor": mentor.pk,
            "skill_id": 1,
            "level": 3,
            "percent": 125,
            "hours": 10.0,
            "booked": booked,
            "sessions": [[a.isoformat(), b.isoformat()] for a, b in sessions],
        },
    )


def booked(shop, user=None, **more):
    rows = mentoring_of(
        user=user or shop.cast.alice,
        person_ids=[shop.bob.pk, shop.alice.pk, shop.mara.pk],
        first_monday=shop.at.date(),
        weeks=13,
        today=more.get("today", shop.at.date()),
        zone=UTC,
    )
    return [(each.mentor, each.week, each.hours, each.task) for each in rows]


def test_hours_stand_in_their_weeks_with_their_task(shop):
    assert booked(shop) == [
        (shop.bob, 0, 1.0, shop.report),
        (shop.bob, 1, 0.5, shop.report),
    ]


def test_a_load_is_seen_by_the_person_and_their_leaders(shop):
    assert booked(shop, shop.cast.bob) == booked(shop)
    assert booked(shop, shop.cast.charlie) == []


def test_what_is_over_counts_no_more(shop):
    tuesday = shop.day(1)
    assert [row[1] for row in booked(shop, today=tuesday)] == [1]
    Task.objects.update(status="done")
    assert booked(shop) == []


def test_another_learner_ends_it(shop):
    Contributor.objects.create(task=shop.report, person=shop.alice, since=shop.at)
    assert booked(shop) == []


def test_the_plan_accepted_last_says_who_is_the_mentor(shop):
    accepted(shop, shop.alice)
    assert {row[0] for row in booked(shop)} == {shop.alice}
    accepted(shop, shop.bob, booked=False)
    assert booked(shop) == []
