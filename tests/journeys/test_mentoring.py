"""From a wish to a first meeting: mentee and mentor, each in their own browser."""

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from quarterdeck.domains.mentoring import services
from quarterdeck.domains.people import services as people


@pytest.fixture
def baking(cast, transactional_db):
    """Bob bakes a little; Charlie bakes well and will mentor."""
    now = timezone.now()
    skill = people.add_skill(name="Baking", by=cast.alice, at=now)
    for user, level in ((cast.bob, 2), (cast.charlie, 4)):
        people.assess_skill(
            person=cast.person(user),
            skill=skill,
            level=level,
            on=now.date(),
            by=user,
            at=now,
        )
    services.offer_mentoring(
        capacity=1,
        skills=[skill],
        themes="",
        since=now.date(),
        by=cast.charlie,
        at=now,
    )
    return skill


def test_a_wish_becomes_a_pair(visit, cast, baking):
    mentee, mentor = visit(cast.bob), visit(cast.charlie)
    his, hers = mentee.page, mentor.page

    mentee.go("/mentoring/")
    his.get_by_role("link", name="Wish for a mentor").click()
    his.get_by_label("In the skill").select_option("Baking")
    his.get_by_role("button", name="Wish").click()
    expect(his.get_by_text("2 above")).to_be_visible()
    his.get_by_role("link", name="Ask Charlie").click()
    his.get_by_label("What is it for, in one sentence?").fill("Bake for forty")
    his.get_by_role("button", name="Ask").click()
    expect(his.get_by_text("Charlie has not answered yet")).to_be_visible()

    mentor.go("/")
    hers.get_by_role("link", name="Answer: You are asked to mentor Bob").click()
    expect(hers.get_by_text("Bake for forty")).to_be_visible()
    hers.get_by_role("button", name="Agree").click()
    hers.get_by_label("What you talked about").fill("Sourdough first")
    hers.get_by_role("button", name="Write it down").click()
    expect(hers.get_by_text("Sourdough first")).to_be_visible()

    mentee.go("/mentoring/")
    his.get_by_role("link", name="Charlie").first.click()
    expect(his.get_by_text("Sourdough first")).to_be_visible()
    leader = visit(cast.alice)
    leader.go("/mentoring/led/")
    expect(leader.page.get_by_text("the goal is theirs")).to_be_visible()
    assert "Sourdough" not in leader.page.content()
    assert mentee.troubles == mentor.troubles == leader.troubles == []
