"""Handing over a meeting, a case among peers, and a matter talked through by two."""

from datetime import timedelta

from django.utils import timezone
from playwright.sync_api import expect

from quarterdeck.domains.occasions.services import say_willing, set_up_occasion


def clean(here):
    assert here.barriers_in_both_themes() == []
    assert not here.is_wider_than_a_phone()
    assert here.troubles == []


def test_what_people_do_with_one_another(visit, cast):
    alice, bob = visit(cast.alice), visit(cast.bob)
    take_the_turns(alice, cast)
    bring_a_case(alice, bob, cast)
    talk_it_through(alice, bob, cast)


def take_the_turns(alice, cast):
    """Who leads the meeting is proposed by the rotation and taken by the leader."""
    hers, now, today = alice.page, timezone.now(), timezone.localdate()
    monday = today + timedelta(days=7 - today.weekday())
    occasion = set_up_occasion(
        team=cast.support, title="Monday round", first_on=monday, by=cast.alice, at=now
    )
    say_willing(occasion=occasion, willing=True, by=cast.bob, at=now)
    alice.go(f"/occasions/{occasion.pk}/")
    expect(hers.get_by_text("The rotation proposes Bob").first).to_be_visible()
    hers.get_by_role("button", name="Take the proposals").click()
    expect(hers.locator(".turn b", has_text="Bob").first).to_be_visible()
    clean(alice)


def bring_a_case(alice, bob, cast):
    """Nobody reads what is said in a circle before they have accepted its rule."""
    hers, his = alice.page, bob.page
    alice.go("/circles/start/")
    hers.get_by_label("Name").fill("Leads")
    hers.get_by_role("button", name="Start").click()
    hers.get_by_text("Invite somebody").click()
    hers.get_by_label("Whom").fill(f"Bob · #{cast.person(cast.bob).pk}")
    hers.get_by_role("button", name="Invite").click()
    expect(hers.locator(".tag", has_text="invited")).to_be_visible()
    bob.go("/circles/")
    his.get_by_role("link", name="Leads", exact=True).click()
    his.get_by_role("button", name="Accept the rule and join").click()
    his.get_by_role("link", name="Bring a case").click()
    his.get_by_label("The situation").fill("Two of us want the same shift.")
    his.get_by_label("My question").fill("Who should choose?")
    his.get_by_role("button", name="Share").click()
    alice.page.reload()
    hers.get_by_role("link", name="Who should choose?").click()
    hers.locator("form.say textarea").fill("What have you asked them?")
    hers.get_by_role("button", name="Contribute").click()
    expect(hers.locator(".said")).to_contain_text("What have you asked them?")
    clean(alice)


def talk_it_through(alice, bob, cast):
    """A view is seen when both have handed in, and what is agreed stands."""
    hers, his, today = alice.page, bob.page, timezone.localdate()
    bob.go("/conversations/open/")
    his.get_by_label("With whom").fill(f"Alice · #{cast.person(cast.alice).pk}")
    his.get_by_label("What it is about").fill("The Saturday shift")
    his.get_by_role("button", name="Open", exact=True).click()
    expect(his.get_by_text("Alice has not answered yet")).to_be_visible()
    talk = his.url
    hers.goto(talk)
    hers.get_by_role("button", name="Agree").click()
    for page, words in ((his, "I was not asked."), (hers, "I thought you knew.")):
        page.goto(talk)
        page.get_by_role("link", name="Write your view").click()
        page.get_by_label("How I see it").fill(words)
        page.get_by_role("button", name="Keep").click()
        page.get_by_role("button", name="Hand in").click()
    expect(hers.get_by_text("I was not asked.")).to_be_visible()
    hers.get_by_label("Does what").fill("Ask a week before")
    hers.get_by_label("By", exact=True).fill((today + timedelta(days=7)).isoformat())
    hers.locator("section[aria-labelledby=agreement]").get_by_role(
        "button", name="Add"
    ).click()
    hers.get_by_text("Choose a day to look back").click()
    hers.get_by_label("We look back on").fill((today + timedelta(days=14)).isoformat())
    hers.get_by_role("button", name="Choose").click()
    hers.get_by_role("button", name="Agree to all of it").click()
    expect(hers.get_by_text("Bob has not said yes yet")).to_be_visible()
    his.reload()
    his.get_by_role("button", name="Agree to all of it").click()
    expect(his.get_by_text("both agreed")).to_be_visible()
    clean(bob)
