import pytest

from quarterdeck.domains.feedback.models import AskedPerson, Feedback, FeedbackRequest
from tests.web.counting import queries_of

from .conftest import WORDS

pytestmark = pytest.mark.django_db


def test_one_question_goes_to_several_each_on_their_own(as_user, cast):
    body = {
        "question": "Was I clear?",
        "people": [cast.person(cast.alice).pk],
        "other": f"Charlie · #{cast.person(cast.charlie).pk}",
        "answer_by": "2026-06-05",
    }
    page = as_user(cast.bob).post("/feedback/ask/", body, follow=True).text
    assert "Alice" in page
    assert "Charlie" in page
    request = FeedbackRequest.objects.get()
    assert AskedPerson.objects.filter(request=request).count() == 2
    seen = as_user(cast.alice).get(f"/feedback/questions/{request.pk}/").text
    assert "Was I clear?" in seen
    assert "Charlie" not in seen


def test_the_form_promises_no_anonymity(as_user, cast):
    text = as_user(cast.bob).get("/feedback/ask/").text
    assert "You see every answer with its name; nothing here is anonymous." in text


def test_without_people_it_says_so(as_user, cast):
    answer = as_user(cast.bob).post("/feedback/ask/", {"question": "Q"})
    assert "Choose at least one person" in answer.text
    assert not FeedbackRequest.objects.exists()


def test_from_a_task_those_on_it_stand_first(as_user, cast, task):
    text = as_user(cast.alice).get(f"/feedback/ask/?task={task.pk}").text
    assert "Call the bank" in text
    assert 'type="checkbox"' in text


def test_it_is_answered_with_a_choice_of_readers(as_user, cast, ask):
    request = ask(cast.bob, cast.charlie)
    browser = as_user(cast.charlie)
    assert (
        f"?question={request.pk}"
        in browser.get(f"/feedback/questions/{request.pk}/").text
    )
    form = browser.get(f"/feedback/give/?question={request.pk}").text
    assert "Bob, and Alice who leads Bob" in form
    body = {"question": request.pk, "visibility": "person", **WORDS}
    browser.post("/feedback/give/", body)
    assert Feedback.objects.get().request == request
    asker = as_user(cast.bob).get(f"/feedback/questions/{request.pk}/").text
    assert "Read the answer of Charlie" in asker


def test_it_is_declined_with_a_reason_that_only_the_asker_reads(as_user, cast, ask):
    request = ask(cast.bob, cast.alice, cast.charlie)
    url = f"/feedback/questions/{request.pk}/"
    answer = as_user(cast.charlie).post(
        f"{url}decline/", {"reason": "I was away"}, follow=True
    )
    assert f"{url}take-up/" in answer.text
    assert "I was away" in as_user(cast.bob).get(url).text
    assert "I was away" not in as_user(cast.alice).get(url).text
    as_user(cast.charlie).post(f"{url}take-up/")
    assert "I was away" not in as_user(cast.bob).get(url).text


def test_a_reason_is_needed(as_user, cast, ask):
    request = ask(cast.bob, cast.alice)
    url = f"/feedback/questions/{request.pk}/decline/"
    assert "This field is required" in as_user(cast.alice).post(url, {}).text


def test_taking_it_back_can_be_undone(as_user, cast, ask):
    request = ask(cast.bob, cast.alice)
    url = f"/feedback/questions/{request.pk}/"
    browser = as_user(cast.bob)
    assert f"{url}reopen/" in browser.post(f"{url}withdraw/", follow=True).text
    assert as_user(cast.alice).get(url).status_code == 404
    as_user(cast.bob).post(f"{url}reopen/")
    assert as_user(cast.alice).get(url).status_code == 200


def test_only_who_asked_takes_it_back(as_user, cast, ask):
    request = ask(cast.bob, cast.alice)
    url = f"/feedback/questions/{request.pk}/withdraw/"
    assert as_user(cast.alice).post(url).status_code == 403


def test_nobody_else_finds_it(as_user, cast, ask):
    request = ask(cast.bob, cast.charlie)
    for user in (cast.alice, cast.dana, cast.olga, cast.gwen):
        url = f"/feedback/questions/{request.pk}/"
        assert as_user(user).get(url).status_code == 404


@pytest.mark.parametrize("act", ["decline", "take-up", "withdraw", "reopen"])
def test_get_is_405(as_user, cast, ask, act):
    request = ask(cast.bob, cast.alice)
    url = f"/feedback/questions/{request.pk}/{act}/"
    assert as_user(cast.bob).get(url).status_code == 405


def test_home_reminds_whoever_was_asked(as_user, cast, ask, give):
    request = ask(cast.bob, cast.alice)
    needs = as_user(cast.alice).get("/").context["needs"].lines
    assert "Bob asks you for feedback" in [need.text for need in needs]
    give(cast.alice, cast.bob, request=request)
    needs = as_user(cast.alice).get("/").context["needs"].lines
    assert needs == []
    needs = as_user(cast.bob).get("/").context["needs"].lines
    assert [need.text for need in needs] == ["Alice gave you feedback"]


def test_it_costs_the_same_for_three_and_for_ten_who_were_asked(as_user, cast, ask):
    users = [cast._join(f"P{number}", cast.support) for number in range(10)]
    browser = as_user(cast.bob)
    few = queries_of(browser, f"/feedback/questions/{ask(cast.bob, *users[:3]).pk}/")
    many = f"/feedback/questions/{ask(cast.bob, *users).pk}/"
    assert queries_of(browser, many) == few
