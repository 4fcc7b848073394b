"""The page where somebody says for whom a task takes other hours."""

import pytest

from quarterdeck.domains.projects.models import HoursByPerson
from tests.domains.projects.work import project, task

pytestmark = pytest.mark.django_db


@pytest.fixture
def work(cast):
    hours = {"estimate_low": 8, "estimate_high": 8}
    return task(project(cast.support), "Translate the menu", **hours)


@pytest.fixture
def url(work):
    return f"/projects/tasks/{work.pk}/hours/"


def test_hours_are_said_changed_and_taken_back(as_user, cast, work, url):
    client = as_user(cast.bob)
    assert "The estimate is 8 h for each person" in client.get(url).text
    page = client.post(url, {"person": "charlie", "hours": "4.5"}, follow=True)
    assert "It takes Charlie 4.5 h." in page.text
    own = HoursByPerson.objects.get()
    at = f"/projects/hours-by-person/{own.pk}/"
    client.post(f"{at}edit/", {"hours": "3", "version": 1})
    stale = client.post(f"{at}edit/", {"hours": "6", "version": 1})
    assert stale.status_code == 409 and "Somebody changed hours" in stale.text
    own.refresh_from_db()
    assert own.hours == 3
    assert "Charlie 3 h" in client.get(f"/projects/tasks/{work.pk}/").text
    assert as_user(cast.gwen).get(url).status_code == 404
    page = as_user(cast.bob).post(f"{at}remove/", follow=True)
    assert "For Charlie the estimate counts again." in page.text
    assert not HoursByPerson.objects.exists()


def test_wrong_hours_and_unknown_people_are_told(as_user, cast, url):
    client = as_user(cast.bob)
    text = client.post(url, {"person": "Nobody at all", "hours": "0"}).text
    assert "There is no person “Nobody at all”." in text
    assert "greater than or equal to 0.01" in text
    assert not HoursByPerson.objects.exists()


def test_who_may_not_edit_the_task_reads_only(as_user, cast, work, url):
    client = as_user(cast.charlie)
    page = client.get(url)
    assert page.status_code == 200 and "Add a person" not in page.text
    body = {"person": "Charlie", "hours": "4"}
    assert client.post(url, body).status_code == 403
    assert client.delete(url).status_code == 405


def test_the_page_asks_the_same_for_few_and_many(as_user, cast, work, url):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client = as_user(cast.bob)
    stamps = {"created_at": cast.at, "updated_at": cast.at}

    def count():
        with CaptureQueriesContext(connection) as seen:
            assert client.get(url).status_code == 200
        return len(seen)

    people = [cast.person(user) for user in (cast.alice, cast.bob, cast.charlie)]
    HoursByPerson.objects.create(task=work, person=people[0], hours=2, **stamps)
    count()
    few = count()
    for person in people[1:]:
        HoursByPerson.objects.create(task=work, person=person, hours=2, **stamps)
    assert count() == few
