"""From a need to a place, and from having been there to an answer."""

from tests.domains.training.conftest import room

__all__ = ["room"]


def clean(here):
    assert here.barriers_in_both_themes() == []
    assert not here.is_wider_than_a_phone()
    assert here.troubles == []


def test_from_a_need_to_an_answer(visit, cast, room):
    alice, bob = visit(cast.alice), visit(cast.bob)
    bob.go(f"/training/programmes/{room.programme.pk}/")
    bob.page.fill("#ask_why", "I dread them")
    bob.page.click("button:has-text('Ask for a place')")
    bob.page.wait_for_selector("text=Your place")
    alice.go("/training/")
    alice.page.click("a:has-text('Look')")
    clean(alice)
    alice.page.click("button:has-text('Approve')")
    alice.page.wait_for_selector("button:has-text('Book')")
    alice.page.fill("#id_cost", "300")
    alice.page.click("button:has-text('Book')")
    alice.page.wait_for_selector("text=Change the booking")
    bob.page.reload()
    bob.page.fill("#on_on", "2026-06-01")
    bob.page.click("button:has-text('Attended')")
    bob.page.wait_for_selector("text=What came of it")
    bob.page.click("a:has-text('Answer')")
    bob.page.wait_for_selector("text=Who reads it")
    clean(bob)
    bob.page.select_option("#id_mark", "4")
    bob.page.click("button:has-text('Answer')")
    bob.page.wait_for_selector("text=only you")
