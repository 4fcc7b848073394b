"""A program says for whom a task takes other hours."""

import pytest

from tests.domains.projects.work import project, task

pytestmark = pytest.mark.django_db


def test_the_same_verbs_as_on_the_page(as_user, cast):
    work = task(project(cast.support), "Ledger")
    client, url = as_user(cast.bob), f"/api/v1/tasks/{work.pk}/hours-by-person/"
    body = {"person_id": cast.person(cast.alice).pk, "hours": 4.5}
    made = client.post(url, body, content_type="application/json")
    assert made.status_code == 201
    assert client.get(url).json() == [made.json()]
    assert made.json()["hours"] == 4.5
    one = f"/api/v1/hours-by-person/{made.json()['id']}/"
    change = {"hours": 3, "version": 1}
    told = client.put(one, change, content_type="application/json").json()
    assert (told["hours"], told["version"]) == (3, 2)
    change["hours"] = 2
    stale = client.put(one, change, content_type="application/json")
    assert stale.status_code == 409
    wrong = client.put(one, {"hours": 0}, content_type="application/json")
    assert wrong.status_code == 422
    assert client.delete(one).status_code == 204
    assert client.get(url).json() == []
