"""Projects as practice in leading, on their pages."""

import pytest

from quarterdeck.domains.mentoring.models import LeadershipProject
from quarterdeck.domains.projects.models import Project
from tests.web.counting import queries_of

BODY = {"to_learn": "To hand over", "starts_on": "2026-06-01", "ends_on": "2026-07-01"}


def fair(cast, at, name="Fair"):
    stamps = {"created_at": at, "updated_at": at}
    return Project.objects.create(name=name, team=cast.support, **stamps)


@pytest.fixture
def row(as_user, cast, at):
    bob, client = cast.person(cast.bob), as_user(cast.alice)
    give = f"/mentoring/projects/give/{bob.pk}/"
    assert give in client.get(f"/development/people/{bob.pk}/").text
    body = {**BODY, "project": fair(cast, at).pk, "sponsor": "Charlie"}
    assert client.post(give, {**body, "project": ""}).status_code == 422
    assert client.post(give, body).status_code == 302
    return LeadershipProject.objects.get()


def test_it_is_given_edited_and_looked_back_on(as_user, cast, row):
    here = f"/mentoring/projects/{row.pk}/"
    client = as_user(cast.bob)
    page = client.get(here).text
    assert "Fair" in page and "Charlie" in page
    edit = {**BODY, "to_learn": "To ask", "sponsor": "Charlie", "version": "1"}
    client.post(f"{here}edit/", edit)
    stale = client.post(f"{here}edit/", {**edit, "to_learn": "To do"})
    assert stale.status_code == 409
    assert client.post(f"{here}debrief/", {"learnt": ""}).status_code == 422
    client.post(f"{here}debrief/", {"learnt": "Say when", "version": "2"})
    page = as_user(cast.charlie).get(here).text
    assert "Say when" in page and "unknown" in page
    assert as_user(cast.charlie).get(f"{here}edit/").status_code == 403
    assert as_user(cast.alice).get(f"{here}debrief/").status_code == 403


def test_it_is_taken_off_and_put_back(as_user, cast, row):
    client, here = as_user(cast.alice), f"/mentoring/projects/{row.pk}/"
    assert f"{here}restore/" in client.post(f"{here}remove/", follow=True).text
    client.get("/mentoring/projects/")  # what was told once is gone
    assert "To hand over" not in client.get("/mentoring/projects/").text
    client.post(f"{here}restore/")
    assert "To hand over" in client.get("/mentoring/projects/").text


@pytest.mark.parametrize("who", ["olga", "gwen"])
def test_for_others_it_is_not_there(as_user, cast, row, who):
    client, here = as_user(getattr(cast, who)), f"/mentoring/projects/{row.pk}/"
    for path in ("", "edit/", "debrief/"):
        assert client.get(f"{here}{path}").status_code == 404
    for path in ("remove/", "restore/"):
        assert client.post(f"{here}{path}").status_code == 404
    bob = cast.person(cast.bob)
    assert client.get(f"/mentoring/projects/give/{bob.pk}/").status_code == 404


def test_get_is_405(as_user, cast, row):
    client = as_user(cast.alice)
    for path in ("remove", "restore"):
        here = f"/mentoring/projects/{row.pk}/{path}/"
        assert client.get(here).status_code == 405


def test_pages_cost_the_same_with_many(as_user, cast, at, row):
    client = as_user(cast.alice)
    pages = ["/mentoring/projects/", f"/mentoring/projects/{row.pk}/"]
    for page in pages:
        client.get(page)
    few = [queries_of(client, page) for page in pages]
    for number in range(12):
        LeadershipProject.objects.create(
            person=row.person,
            sponsor=row.sponsor,
            project=fair(cast, at, f"Fair {number}"),
            to_learn="T",
            starts_on=at.date(),
            ends_on=at.date(),
            created_at=at,
            updated_at=at,
        )
    assert [queries_of(client, page) for page in pages] == few
