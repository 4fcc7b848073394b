import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from quarterdeck.domains.background_jobs.models import Job

pytestmark = pytest.mark.django_db
PART = {"HX-Request": "true"}


def put(job, at, **fields):
    lease = {"lease_until": at} if fields.get("state") == "running" else {}
    Job.objects.filter(pk=job.pk).update(**fields, **lease)


def test_it_works(as_user, cast, url):
    answer = as_user(cast.bob).get(url)
    assert "Read plan.xml" in answer.text
    assert "Waiting" in answer.text


@pytest.mark.parametrize("name", ["alice", "charlie", "olga", "gwen"])
def test_anybody_else_gets_404(as_user, cast, url, name):
    assert as_user(getattr(cast, name)).get(url).status_code == 404


def test_post_is_405(as_user, cast, url):
    assert as_user(cast.bob).post(url).status_code == 405


def test_it_tells_how_far_it_is_and_asks_again(as_user, cast, job, url, at):
    put(job, at, state="running", progress_done=12, progress_total=340)
    part = as_user(cast.bob).get(url, headers=PART).text
    assert "<html" not in part
    assert 'max="340" value="12"' in part
    assert "load delay:" in part


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"state": "failed", "error": "The file is empty."}, "The file is empty."),
        ({"state": "dead", "error": "It was given up."}, "Given up"),
        ({"state": "cancelled"}, "Nothing was changed."),
        ({"state": "done"}, "Done"),
    ],
)
def test_when_it_has_ended_it_says_how_and_asks_no_more(
    as_user, cast, job, url, at, fields, words
):
    put(job, at, **fields)
    part = as_user(cast.bob).get(url, headers=PART).text
    assert words in part
    assert "hx-trigger" not in part and "Cancel</button>" not in part


def test_whoever_watched_it_is_taken_to_the_result(as_user, cast, job, url, at):
    put(job, at, state="done", result_url="/goals/")
    watched = as_user(cast.bob).get(url, headers=PART)
    assert watched.headers["HX-Redirect"] == "/goals/"
    assert 'href="/goals/"' in as_user(cast.bob).get(url).text


def test_the_number_of_queries_is_fixed(as_user, cast, job, url, at):
    def queries():
        with CaptureQueriesContext(connection) as asked:
            as_user(cast.bob).get(url)
        return len(asked)

    queries()
    with_one = queries()
    same = {"name": "B", "task_path": "t", "run_after": at, "created_at": at}
    Job.objects.bulk_create(Job(owner=cast.bob, **same) for _ in range(30))
    assert queries() == with_one
