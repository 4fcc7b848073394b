"""Bob asks to be forgotten, the admin begins it, and both can stop it."""


def clean(here):
    assert here.barriers_in_both_themes() == []
    assert not here.is_wider_than_a_phone()
    assert here.troubles == []


def test_asked_begun_and_taken_back(visit, cast):
    bob = visit(cast.bob)
    bob.go("/account/data/")
    bob.page.click("a:has-text('Be forgotten')")
    bob.page.wait_for_selector("h1:has-text('Be forgotten')")
    clean(bob)
    bob.page.fill("#id_name", "Bob")
    bob.page.keyboard.press("Enter")
    bob.page.wait_for_selector("h2:has-text('Asked for')")

    olga = visit(cast.olga)
    olga.go("/forget/")
    clean(olga)
    olga.page.click("a:has-text('Bob')")
    olga.page.fill("#id_name", "Bob")
    olga.page.click("button:has-text('Begin')")
    olga.page.wait_for_selector("text=Until that day everything is as it was")
    clean(olga)

    bob.page.reload()
    bob.page.click("main button:has-text('Take it back')")
    bob.page.wait_for_selector("text=nothing will be forgotten")
    assert bob.page.is_visible("button:has-text('Ask to be forgotten')")
