import pytest

from quarterdeck.domains.feedback import services
from quarterdeck.domains.feedback.models import FeedbackNote
from tests.web.counting import queries_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def one(give, cast):
    return give(cast.charlie, cast.bob, visibility="leaders")


@pytest.fixture
def url(one):
    return f"/feedback/{one.pk}/"


def test_reader_and_writer_see_who_reads_it(as_user, cast, url):
    for user in (cast.bob, cast.alice, cast.charlie):
        text = as_user(user).get(url).text
        assert "Monday" in text
        assert "Alice (leads them)" in text


def test_a_stranger_and_whoever_leads_or_administers_gets_404(as_user, cast, url):
    for user in (cast.dana, cast.olga, cast.gwen):
        assert as_user(user).get(url).status_code == 404


def test_opening_writes_nothing_and_the_page_then_says_so(as_user, cast, one, url):
    browser = as_user(cast.bob)
    assert f'hx-post="{url}see/"' in browser.get(url).text
    one.refresh_from_db()
    assert one.read_at is None
    part = browser.post(f"{url}see/", headers={"HX-Request": "true"})
    assert "Read by you" in part.text
    assert "<html" not in part.text
    assert "read it" in as_user(cast.charlie).get(url).text


def test_without_javascript_a_button_marks_it_read(as_user, cast, one, url):
    assert as_user(cast.bob).post(f"{url}see/").status_code == 302
    one.refresh_from_db()
    assert one.read_at


def test_thanks_and_reply_come_back_to_the_writer(as_user, cast, url):
    browser = as_user(cast.bob)
    browser.post(f"{url}thank/")
    browser.post(f"{url}reply/", {"reply": "I had not noticed."})
    text = as_user(cast.charlie).get(url).text
    assert "Bob thanked for it" in text
    assert "I had not noticed." in text
    assert as_user(cast.bob).post(f"{url}thank/").status_code == 409


def test_an_empty_reply_is_asked_for_again(as_user, cast, url):
    answer = as_user(cast.bob).post(f"{url}reply/", {"reply": ""})
    assert "This field is required" in answer.text


def test_a_note_is_seen_by_its_owner_alone(as_user, cast, url):
    as_user(cast.bob).post(f"{url}note/", {"text": "Ask Ann about it"})
    assert "Ask Ann" in as_user(cast.bob).get(url).text
    for user in (cast.charlie, cast.alice):
        assert "Ask Ann" not in as_user(user).get(url).text
    assert FeedbackNote.objects.get().user == cast.bob


def test_a_leader_who_was_named_reads_and_does_no_more(as_user, cast, url):
    page = as_user(cast.alice).get(url).text
    assert "Your side" not in page
    for act, body in (("thank", {}), ("reply", {"reply": "R"}), ("note", {})):
        assert as_user(cast.alice).post(f"{url}{act}/", body).status_code == 403


def test_narrowing_shuts_the_leader_out_for_good(as_user, cast, url):
    assert as_user(cast.alice).get(url).status_code == 200
    as_user(cast.charlie).post(f"{url}narrow/")
    assert as_user(cast.alice).get(url).status_code == 404
    assert as_user(cast.bob).get(url).status_code == 200
    assert as_user(cast.charlie).post(f"{url}narrow/").status_code == 409


def test_unread_it_is_withdrawn_and_read_it_is_not(as_user, cast, url, give):
    as_user(cast.charlie).post(f"{url}withdraw/")
    assert as_user(cast.bob).get(url).status_code == 404
    other = give(cast.charlie, cast.bob)
    as_user(cast.bob).post(f"/feedback/{other.pk}/see/")
    refused = as_user(cast.charlie).post(f"/feedback/{other.pk}/withdraw/")
    assert refused.status_code == 409
    assert "It was read" in refused.text


def test_a_later_wording_shows_how_it_read_before(as_user, cast, one, url, at):
    services.see_feedback(feedback=one, by=cast.bob, at=at)
    services.edit_feedback(
        feedback=one, words={"impact": "Kinder"}, by=cast.charlie, at=at
    )
    text = as_user(cast.bob).get(url).text
    assert "How it read before" in text
    assert "Kinder" in text
    assert "Calm" in text


def test_a_task_one_may_not_see_is_not_named(as_user, cast, give, task):
    task.project.visibility = "team"
    task.project.save()
    one = give(cast.bob, cast.charlie, task=task)
    text = as_user(cast.charlie).get(f"/feedback/{one.pk}/").text
    assert "Call the bank" not in text
    assert "you may not see it" in text
    assert "Call the bank" in as_user(cast.bob).get(f"/feedback/{one.pk}/").text


@pytest.mark.parametrize("act", ["see", "thank", "reply", "note", "narrow", "withdraw"])
def test_get_is_405(as_user, cast, url, act):
    assert as_user(cast.bob).get(f"{url}{act}/").status_code == 405


def test_it_costs_the_same_however_often_it_was_edited(as_user, cast, one, url, at):
    browser = as_user(cast.bob)
    services.see_feedback(feedback=one, by=cast.bob, at=at)

    def edit(times, start):
        for number in range(start, start + times):
            words = {"impact": f"Wording {number}"}
            services.edit_feedback(feedback=one, words=words, by=cast.charlie, at=at)

    edit(3, 0)
    few = queries_of(browser, url)
    edit(27, 3)
    assert queries_of(browser, url) == few
