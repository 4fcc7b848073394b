"""From two scorecards to a decision, a first day and the steps that take somebody in."""

from datetime import timedelta

from django.utils import timezone
from playwright.sync_api import expect

from quarterdeck.domains.hiring import services
from tests.domains.hiring.conftest import hand_in, room

__all__ = ["hand_in", "room"]


def clean(here):
    assert here.barriers_in_both_themes() == []
    assert not here.is_wider_than_a_phone()
    assert here.troubles == []


def test_somebody_is_heard_hired_and_taken_in(visit, cast, room, hand_in):
    services.add_template(name="First day", starter="first_day", **room.act)
    hand_in(room.charlies, cast.charlie, 4, 3)
    bob, alice = visit(cast.bob), visit(cast.alice)
    his, hers = bob.page, alice.page

    bob.go(f"/hiring/candidates/{room.pia.pk}/")
    expect(his.get_by_role("button", name="Open the scores")).to_have_count(0)
    his.get_by_role("link", name="Score").click()
    bob.settle()
    for number, (score, heard) in enumerate([(3, "Threw it away"), (4, "A boy")]):
        question = his.locator("section.question").nth(number)
        question.locator(".score label").nth(score - 1).click()
        expect(question.get_by_role("radio").nth(score - 1)).to_be_checked()
        question.get_by_label("What you heard").fill(heard)
    clean(bob)
    his.get_by_role("button", name="Hand in for good").click()
    expect(his.get_by_text("Threw it away")).to_be_visible()

    alice.go(f"/hiring/candidates/{room.pia.pk}/")
    hers.get_by_role("button", name="Open the scores").click()
    expect(hers.get_by_text("A boy")).to_be_visible()
    hers.get_by_label("Decision").select_option("hire")
    hers.get_by_label("Why").fill("She tells of a loaf she threw away.")
    hers.get_by_label("Baking").check()
    hers.get_by_role("button", name="Decide").click()
    day = (timezone.localdate() + timedelta(days=7)).isoformat()
    hers.get_by_label("First day").fill(day)
    clean(alice)
    hers.get_by_role("button", name="Hire", exact=True).click()
    hers.get_by_role("link", name="Start the onboarding").click()
    hers.get_by_role("button", name="Start").click()
    expect(hers.get_by_role("heading", name="Steps")).to_be_visible()
    expect(hers.locator(".days li")).not_to_have_count(0)
    clean(alice)
