import re

import pytest

from quarterdeck.domains.feedback.models import Feedback
from quarterdeck.domains.people.models import Membership
from tests.web.counting import queries_of

from .conftest import WORDS

pytestmark = pytest.mark.django_db


def sent(cast, to, **more):
    person = cast.person(to).pk
    return {"person": person, "visibility": "person", "leaders": "", **WORDS, **more}


def test_first_one_chooses_whom_it_is_for(as_user, cast):
    text = as_user(cast.bob).get("/feedback/give/").text
    assert f"?person={cast.person(cast.alice).pk}" in text
    assert f"?person={cast.person(cast.charlie).pk}" not in text  # another team
    found = as_user(cast.bob).get("/feedback/give/?q=charl").text
    assert f"?person={cast.person(cast.charlie).pk}" in found


def test_who_cannot_sign_in_is_not_offered(as_user, cast):
    assert "Gwen" not in as_user(cast.bob).get("/feedback/give/?q=gwen").text


def test_whoever_could_not_read_it_is_not_written_to(as_user, cast):
    gwen = cast.person(cast.gwen).pk
    answer = as_user(cast.bob).get(f"/feedback/give/?person={gwen}")
    assert "Gwen cannot sign in here" in answer.text
    assert "Situation" not in answer.text


def test_the_readers_are_named_before_one_writes(as_user, cast):
    bob = cast.person(cast.bob).pk
    text = as_user(cast.charlie).get(f"/feedback/give/?person={bob}").text
    assert "Only Bob" in text
    assert "Bob, and Alice who leads Bob" in text
    assert text.index("Who may read it") < text.index("Situation")


def test_it_is_given_at_once(as_user, cast):
    body = sent(cast, cast.alice)
    answer = as_user(cast.bob).post("/feedback/give/", body, follow=True)
    assert "Alice can read it now" in answer.text
    assert Feedback.objects.get().given_at


def test_with_its_leaders_as_they_stood_on_the_form(as_user, cast, at):
    alice = cast.person(cast.alice)
    body = sent(cast, cast.bob, visibility="leaders", leaders=str(alice.pk))
    Membership.objects.filter(person=cast.person(cast.charlie)).delete()
    Membership.objects.create(
        person=cast.person(cast.olga), team=cast.support, leads=True, since=at.date()
    )
    as_user(cast.charlie).post("/feedback/give/", body)
    readers = {r.user.name for r in Feedback.objects.get().readers.all()}
    assert readers == {"Bob", "Alice"}  # Olga leads too, but was not on the form


def test_what_is_missing_is_said_beside_it_and_the_words_stay(as_user, cast):
    body = sent(cast, cast.alice, impact="")
    answer = as_user(cast.bob).post("/feedback/give/", body)
    assert "Say this too" in answer.text
    assert "You asked" in answer.text
    assert not Feedback.objects.exists()


def test_from_finished_work_in_one_step(as_user, cast, task):
    page = as_user(cast.bob).get(f"/projects/tasks/{task.pk}/").text
    assert f"/feedback/give/?task={task.pk}" in page
    choose = as_user(cast.bob).get(f"/feedback/give/?task={task.pk}").text
    alice = cast.person(cast.alice).pk
    assert f"?person={alice}&amp;task={task.pk}" in choose
    body = sent(cast, cast.alice, task=task.pk)
    as_user(cast.bob).post("/feedback/give/", body)
    assert Feedback.objects.get().task == task


def test_open_work_offers_none_of_it(as_user, cast, task):
    task.status = "doing"
    task.save()
    assert "/feedback/" not in re.sub(
        r"(?s)<nav.*?</nav>",
        "",
        as_user(cast.bob).get(f"/projects/tasks/{task.pk}/").text,
    )


def test_a_task_that_is_hidden_is_404(as_user, cast, task):
    task.project.visibility = "team"
    task.project.save()
    url = f"/feedback/give/?person={cast.person(cast.bob).pk}&task={task.pk}"
    assert as_user(cast.charlie).get(url).status_code == 404


def test_a_guest_gets_403(as_user, cast):
    for url in ("/feedback/give/", "/feedback/ask/", "/feedback/recognition/give/"):
        assert as_user(cast.gwen).get(url).status_code == 403


class TestDraft:
    def test_it_is_kept_half_written(self, as_user, cast):
        body = sent(cast, cast.alice, impact="", behavior="")
        answer = as_user(cast.bob).post("/feedback/draft/", body, follow=True)
        assert "Only you see it" in answer.text
        assert not Feedback.objects.get().given_at

    def test_going_on_and_giving(self, as_user, cast, draft):
        one = draft(cast.bob, cast.alice)
        browser = as_user(cast.bob)
        body = {**WORDS, "impact": "Better", "version": one.version}
        browser.post(f"/feedback/{one.pk}/save/", body)
        one.refresh_from_db()
        assert (one.impact, one.given_at) == ("Better", None)
        browser.post(f"/feedback/{one.pk}/give/", {**body, "version": one.version})
        one.refresh_from_db()
        assert one.given_at

    def test_opening_it_leads_to_its_form(self, as_user, cast, draft):
        one = draft(cast.bob, cast.alice)
        answer = as_user(cast.bob).get(f"/feedback/{one.pk}/")
        assert answer.url == f"/feedback/{one.pk}/edit/"

    def test_a_stale_save_is_answered_with_both_texts(self, as_user, cast, draft):
        one = draft(cast.bob, cast.alice)
        browser, url = as_user(cast.bob), f"/feedback/{one.pk}/save/"
        browser.post(url, {**WORDS, "impact": "Mine", "version": 1})
        answer = browser.post(url, {**WORDS, "impact": "Other", "version": 1})
        assert answer.status_code == 409
        assert "Mine" in answer.text
        assert "Other" in answer.text

    def test_discarding_can_be_undone(self, as_user, cast, draft):
        one = draft(cast.bob, cast.alice)
        browser = as_user(cast.bob)
        answer = browser.post(f"/feedback/{one.pk}/discard/", follow=True)
        assert f"/feedback/{one.pk}/restore/" in answer.text
        browser.post(f"/feedback/{one.pk}/restore/")
        assert browser.get(f"/feedback/{one.pk}/edit/").status_code == 200

    def test_nobody_else_finds_it(self, as_user, cast, draft):
        one = draft(cast.bob, cast.alice)
        for user in (cast.alice, cast.dana, cast.olga):
            assert as_user(user).get(f"/feedback/{one.pk}/edit/").status_code == 404

    def test_get_is_405(self, as_user, cast, draft):
        one = draft(cast.bob, cast.alice)
        for act in ("save", "give", "discard", "restore"):
            answer = as_user(cast.bob).get(f"/feedback/{one.pk}/{act}/")
            assert answer.status_code == 405


class TestEditing:
    def test_it_is_put_in_better_words(self, as_user, cast, give):
        one = give(cast.bob, cast.alice)
        body = {**WORDS, "impact": "Kinder", "version": one.version}
        answer = as_user(cast.bob).post(f"/feedback/{one.pk}/edit/", body, follow=True)
        assert "Kinder" in answer.text

    def test_the_reader_may_not(self, as_user, cast, give):
        one = give(cast.bob, cast.alice)
        assert as_user(cast.alice).get(f"/feedback/{one.pk}/edit/").status_code == 403

    def test_withdrawn_words_can_be_written_anew(self, as_user, cast, give):
        one = give(cast.bob, cast.alice, words={"text": "Old words"})
        browser = as_user(cast.bob)
        page = browser.post(f"/feedback/{one.pk}/withdraw/", follow=True).text
        assert f"again={one.pk}" in page
        alice = cast.person(cast.alice).pk
        url = f"/feedback/give/?person={alice}&again={one.pk}"
        assert "Old words" in browser.get(url).text
        # Words of another's are not to be had that way.
        other = give(cast.alice, cast.charlie, words={"text": "Not yours"})
        assert (
            browser.get(f"/feedback/give/?person={alice}&again={other.pk}").status_code
            == 404
        )


def test_the_form_costs_the_same_with_three_and_thirty_colleagues(as_user, cast):
    browser = as_user(cast.bob)
    url = "/feedback/give/"
    few = queries_of(browser, url)
    for number in range(30):
        cast._join(f"P{number}", cast.support)
    assert queries_of(browser, url) == few
