"""Two people prepare, hold and close a 1:1; each in their own browser."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from quarterdeck.domains.accounts.services import make_one_time_link
from quarterdeck.domains.one_on_ones import services


@pytest.fixture
def pair(cast, transactional_db):
    now = timezone.now()
    return services.start_pair(
        person=cast.person(cast.bob),
        by=cast.alice,
        at=now,
        next_on=timezone.localdate(now) + timedelta(days=1),
    )


def saved(page, text):
    return page.locator(f"{text} [data-state]", has_text="Saved")


def test_a_leader_and_a_member_meet(visit, cast, pair):
    member, leader = visit(cast.bob), visit(cast.alice)
    mine, hers = member.page, leader.page

    member.go("/")
    mine.get_by_role("link", name="Prepare: 1:1 with Alice tomorrow").click()
    member.settle()
    mine.fill("#new-topic", "The Saturday shifts")
    mine.keyboard.press("Enter")
    expect(mine.locator(".topics")).to_contain_text("The Saturday shifts")
    expect(mine.locator("#new-topic")).to_be_focused()
    mine.fill("#text-writer-notes", "for me alone")
    expect(saved(mine, ".text.writer")).to_be_visible()
    mine.fill("#text-pair-notes", "what we agreed")
    expect(saved(mine, ".text.pair.notes")).to_be_visible()

    leader.go(f"/one-on-ones/{pair.pk}/")
    expect(hers.locator("#text-pair-notes")).to_have_value("what we agreed")
    assert "for me alone" not in hers.content()
    mine.fill("#text-pair-notes", "what we agreed, and more")
    expect(saved(mine, ".text.pair.notes")).to_be_visible()
    mine.wait_for_timeout(2_000)
    hers.fill("#text-pair-notes", "her own words")
    expect(hers.locator("#notices")).to_contain_text("what we agreed, and more")
    expect(hers.locator("#text-pair-notes")).to_have_value("her own words")
    hers.on("dialog", lambda dialog: dialog.accept())
    hers.reload()

    hers.get_by_role("button", name="Open the 1:1").click()
    hers.get_by_role("button", name="Use the coaching frame").click()
    hers.get_by_role("button", name="Close: The Saturday shifts").click()
    expect(hers.locator("#agenda")).to_contain_text("Talked about (1)")
    hers.locator("#notices").get_by_role("button", name="Undo").click()
    expect(hers.locator(".topics")).to_contain_text("The Saturday shifts")
    assert leader.barriers_in_both_themes() == []
    assert not leader.is_wider_than_a_phone()
    leader.picture("open")
    hers.get_by_role("link", name="Close the 1:1").click()
    expect(hers.locator("main")).to_contain_text("The Saturday shifts")
    hers.get_by_role("button", name="Close", exact=True).click()
    expect(hers.locator(".topics")).to_contain_text("carried over once")


def test_without_a_connection_no_word_is_lost(visit, cast, pair):
    here = visit(cast.bob)
    here.go(f"/one-on-ones/{pair.pk}/")
    here.context.set_offline(True)
    here.page.fill("#text-pair-notes", "written on the train")
    state = here.page.locator(".text.pair.notes [data-state]")
    expect(state).to_contain_text("no connection")
    here.context.set_offline(False)
    expect(state).to_contain_text("Saved", timeout=12_000)
    here.page.reload()
    expect(here.page.locator("#text-pair-notes")).to_have_value("written on the train")
    here.troubles = [each for each in here.troubles if "DISCONNECTED" not in each]


def test_who_came_in_by_a_link_is_confirmed_by_somebody_else(visit, cast, pair):
    token = make_one_time_link(user=cast.bob, by=cast.olga, at=timezone.now())
    stranger = visit()
    stranger.go(f"/sign-in/link/{token}/")
    stranger.page.get_by_role("button", name="Sign in").click()
    stranger.go(f"/one-on-ones/{pair.pk}/")
    closed = stranger.page.get_by_role("heading", name="Closed until somebody")
    expect(closed).to_be_visible()
    assert stranger.barriers_in_both_themes() == []
    stranger.picture("closed")

    leader = visit(cast.alice)
    leader.go("/")
    leader.page.get_by_role("link", name="Look and confirm").click()
    assert leader.barriers_in_both_themes() == []
    leader.page.get_by_role("button", name="Confirm that this is Bob").click()
    stranger.go(f"/one-on-ones/{pair.pk}/")
    expect(stranger.page.get_by_role("heading", name="Alice and you")).to_be_visible()
