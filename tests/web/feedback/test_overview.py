import pytest

from tests.web.counting import queries_of

from .conftest import WORDS

pytestmark = pytest.mark.django_db
URL = "/feedback/"


def test_what_waits_and_what_is_new_stands_there(as_user, cast, give, ask):
    give(cast.alice, cast.bob)
    ask(cast.alice, cast.bob, question="Was I clear?")
    text = as_user(cast.bob).get(URL).text
    assert "From Alice" in text
    assert "New" in text
    assert "Was I clear?" in text
    asker = as_user(cast.alice).get(URL).text
    assert "Bob has not answered" in asker
    assert "not read yet" in asker


def test_nobody_else_finds_a_trace_of_it(as_user, cast, give, ask):
    give(cast.alice, cast.bob, words={**WORDS, "impact": "Only for Bob"})
    ask(cast.alice, cast.bob, question="Was I clear?")
    for user in (cast.dana, cast.olga, cast.charlie):
        for address in (URL, "/", "/people/", "/search/?q=clear"):
            text = as_user(user).get(address).text
            assert "Only for Bob" not in text
            assert "Was I clear" not in text


def test_only_the_leader_sees_whom_they_did_not_thank(as_user, cast, task):
    text = as_user(cast.alice).get(URL).text
    assert "Not thanked for four weeks" in text
    assert "Call the bank" in text
    for user in (cast.bob, cast.dana, cast.olga):
        assert "Not thanked" not in as_user(user).get(URL).text


def test_an_empty_room_says_how_to_begin(as_user, cast):
    text = as_user(cast.charlie).get(URL).text
    assert "ask one person one question" in text
    assert "/feedback/ask/" in text


def test_a_guest_gets_403(as_user, cast):
    assert as_user(cast.gwen).get(URL).status_code == 403
    assert as_user(cast.gwen).get("/feedback/all/received/").status_code == 403


def test_post_is_405(as_user, cast):
    assert as_user(cast.bob).post(URL).status_code == 405


def test_it_costs_the_same_with_three_and_with_thirty(
    as_user, cast, give, draft, ask, thank
):
    def write(count):
        for _ in range(count):
            give(cast.alice, cast.bob)
            give(cast.bob, cast.alice)
            draft(cast.bob, cast.alice)
            ask(cast.bob, cast.alice)
            ask(cast.alice, cast.bob)
            thank(cast.alice, cast.bob, team=cast.support)

    write(3)
    browser = as_user(cast.bob)
    few = queries_of(browser, URL)
    write(27)
    assert queries_of(browser, URL) == few


# How one more comes into a box of Alice's.
ONE_MORE = {
    "received": lambda cast, give, **_: give(cast.bob, cast.alice),
    "given": lambda cast, give, **_: give(cast.alice, cast.bob),
    "drafts": lambda cast, draft, **_: draft(cast.alice, cast.bob),
    "questions": lambda cast, ask, **_: ask(cast.alice, cast.bob),
    "said": lambda cast, thank, **_: thank(cast.bob, cast.alice),
    "thanks": lambda cast, thank, **_: thank(cast.alice, cast.bob, team=cast.support),
    "thanked": lambda cast, thank, **_: thank(cast.alice, cast.bob),
    "shared": lambda cast, give, **_: give(
        cast.charlie, cast.bob, visibility="leaders"
    ),
}


@pytest.mark.parametrize("box", ONE_MORE)
class TestBox:
    def test_it_costs_the_same_with_three_and_with_thirty(
        self, as_user, cast, give, draft, ask, thank, box
    ):
        browser, url = as_user(cast.alice), f"/feedback/all/{box}/"
        acts = {"give": give, "draft": draft, "ask": ask, "thank": thank}
        for _ in range(3):
            ONE_MORE[box](cast, **acts)
        few = queries_of(browser, url)
        assert len(browser.get(url).context["page"].items) == 3
        for _ in range(27):
            ONE_MORE[box](cast, **acts)
        assert queries_of(browser, url) == few
        assert len(browser.get(url).context["page"].items) > 3

    def test_empty_it_says_so(self, as_user, cast, box):
        assert (
            "Back to feedback"
            in as_user(cast.charlie).get(f"/feedback/all/{box}/").text
        )


def test_a_box_that_is_not_there_is_404(as_user, cast):
    assert as_user(cast.bob).get("/feedback/all/other/").status_code == 404


def test_what_a_leader_reads_says_whom_it_is_for(as_user, cast, give):
    give(cast.charlie, cast.bob, visibility="leaders")
    leader = as_user(cast.alice).get("/feedback/all/shared/").text
    assert "Charlie to Bob" in leader
    assert "From Charlie" in as_user(cast.bob).get(URL).text
