import pytest

from quarterdeck.domains.background_jobs.models import Job

pytestmark = pytest.mark.django_db


@pytest.fixture
def cancel(url):
    return f"{url}cancel/"


def test_it_works_without_javascript(as_user, cast, job, url, cancel):
    answer = as_user(cast.bob).post(cancel, follow=True)
    assert "Cancelled" in answer.text
    assert answer.redirect_chain == [(url, 302)]
    assert Job.objects.get().state == "cancelled"


def test_it_works_in_place(as_user, cast, cancel):
    answer = as_user(cast.bob).post(cancel, headers={"HX-Request": "true"})
    assert "<html" not in answer.text and "Cancelled" in answer.text


@pytest.mark.parametrize("name", ["alice", "charlie", "olga", "gwen"])
def test_anybody_else_gets_404(as_user, cast, cancel, name):
    assert as_user(getattr(cast, name)).post(cancel).status_code == 404
    assert Job.objects.get().state == "queued"


def test_get_is_405(as_user, cast, cancel):
    assert as_user(cast.bob).get(cancel).status_code == 405


def test_what_has_ended_cannot_be_cancelled(as_user, cast, job, cancel):
    Job.objects.update(state="done")
    answer = as_user(cast.bob).post(cancel)
    assert answer.status_code == 409
    assert "already ended" in answer.text
