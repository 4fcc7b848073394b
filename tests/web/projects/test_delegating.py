import pytest

from quarterdeck.domains.projects.models import Delegation
from tests.domains.projects.work import project, task

pytestmark = pytest.mark.django_db
LATER = "2099-01-04"
HANDED = {
    "receiver": "Bob",
    "expected_result": "Refunds are answered within a day",
    "limits": "Up to 100",
    "follow_up_on": LATER,
}


@pytest.fixture
def refunds(cast):
    return task(project(cast.support), "Answer the refunds")


@pytest.fixture
def url(refunds):
    return f"/projects/tasks/{refunds.pk}/delegate/"


@pytest.fixture
def page(as_user, cast, url):
    as_user(cast.alice).post(url, HANDED)
    return f"/projects/delegations/{Delegation.objects.get().pk}/"


def test_one_form_hands_it_over(as_user, cast, url):
    answer = as_user(cast.alice).post(url, HANDED, follow=True)
    assert "Bob is asked to take on" in answer.text
    assert "Waiting for an answer" in answer.text and "Up to 100" in answer.text


def test_it_shows_where_both_look(as_user, cast, page):
    lists = "/projects/delegations/"
    for user, others in ((cast.bob, False), (cast.alice, True)):
        text = as_user(user).get(lists).text
        mine, theirs = text.split("Waiting for others")
        assert ("Answer the refunds" in theirs) is others
        assert ("Answer the refunds" in mine) is not others


def test_ask_explain_accept(as_user, cast, refunds, page):
    as_user(cast.bob).post(f"{page}ask/", {"question": "Gift cards too?"})
    asked = as_user(cast.alice).get(page).text
    assert "Bob asks" in asked and "Gift cards too?" in asked
    as_user(cast.alice).post(f"{page}explain/", {"explanation": "No."})
    text = as_user(cast.bob).post(f"{page}accept/", follow=True).text
    assert "You are now accountable" in text
    assert "Gift cards too?" in text and "Accepted" in text
    refunds.refresh_from_db()
    assert refunds.accountable == cast.person(cast.bob)


def test_declining_asks_for_a_reason(as_user, cast, page):
    client = as_user(cast.bob)
    assert client.post(f"{page}decline/", {"reason": ""}).status_code == 422
    assert client.post(f"{page}decline/", {"reason": "Leave"}).status_code == 302
    assert "Leave" in as_user(cast.alice).get(page).text


def test_an_answer_after_withdrawing_is_409(as_user, cast, page):
    as_user(cast.alice).post(f"{page}withdraw/")
    answer = as_user(cast.bob).post(f"{page}accept/")
    assert answer.status_code == 409 and "Withdrawn" in answer.text


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("receiver", "Nobody", "There is no person “Nobody”."),
        ("receiver", "", "required"),
        ("expected_result", "", "required"),
        ("follow_up_on", "2001-01-01", "This day is over"),
    ],
)
def test_what_is_missing_is_told_at_its_field(as_user, cast, url, field, value, told):
    answer = as_user(cast.alice).post(url, {**HANDED, field: value})
    assert told in answer.text
    assert not Delegation.objects.exists()


def test_who_may_not_and_strangers(as_user, cast, url, page):
    assert as_user(cast.charlie).post(url, HANDED).status_code == 403
    assert as_user(cast.gwen).post(url, HANDED).status_code == 404
    assert as_user(cast.charlie).get(page).status_code == 404
    assert as_user(cast.dana).post(f"{page}accept/").status_code == 403
    assert as_user(cast.bob).get(f"{page}accept/").status_code == 405


def test_the_same_form_sent_twice_counts_once(as_user, cast, url):
    body = {**HANDED, "request_key": "k"}
    as_user(cast.alice).post(url, body)
    as_user(cast.alice).post(url, body)
    assert Delegation.objects.count() == 1


def test_the_number_of_queries_is_fixed(
    as_user, cast, refunds, django_assert_max_num_queries
):
    alice, bob = cast.person(cast.alice), cast.person(cast.bob)
    stamps = {"created_at": cast.at, "updated_at": cast.at}
    for n in range(30):
        Delegation.objects.create(
            task=task(refunds.project, str(n)),
            giver=alice,
            receiver=bob,
            expected_result="R",
            follow_up_on=cast.at.date(),
            **stamps,
        )
    client = as_user(cast.bob)
    client.get("/projects/delegations/")
    with django_assert_max_num_queries(14):
        assert client.get("/projects/delegations/").text.count("<li>") >= 30
