import pytest

from quarterdeck.domains.goals.models import Goal

pytestmark = pytest.mark.django_db


@pytest.fixture
def goal(cast, at):
    return Goal.objects.create(
        title="A", why="B", team=cast.support, created_at=at, updated_at=at
    )


@pytest.fixture
def url(goal):
    return f"/goals/{goal.pk}/close/"


def test_it_works(as_user, cast, goal, url):
    answer = as_user(cast.alice).post(url, {"outcome": "reached"}, follow=True)
    assert "Reached" in answer.text


def test_who_leads_the_team_above_may(as_user, cast, url):
    assert as_user(cast.dana).post(url, {"outcome": "missed"}).status_code == 302


def test_a_guest_gets_404(as_user, cast, url):
    assert as_user(cast.gwen).post(url, {"outcome": "reached"}).status_code == 404


def test_who_may_not_gets_403(as_user, cast, url):
    assert as_user(cast.bob).post(url, {"outcome": "reached"}).status_code == 403


def test_get_is_405(as_user, cast, url):
    assert as_user(cast.alice).get(url).status_code == 405


def test_twice_is_409_with_a_plain_sentence(as_user, cast, url):
    as_user(cast.alice).post(url, {"outcome": "reached"})
    answer = as_user(cast.alice).post(url, {"outcome": "reached"})
    assert answer.status_code == 409
    assert "already closed" in answer.text


def test_the_same_form_sent_twice_counts_once(as_user, cast, goal, url):
    body = {"outcome": "reached", "request_key": "k"}
    assert as_user(cast.alice).post(url, body).status_code == 302
    again = as_user(cast.alice).post(url, body)
    assert again.status_code in (302, 409)
