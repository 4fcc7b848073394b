"""Shadowing on its pages."""

import pytest

from quarterdeck.domains.mentoring.models import Shadowing, ShadowLog
from tests.web.counting import queries_of

ASK = {"on": "2026-06-01", "occasion": "Budget round", "why": "To see her say no"}


@pytest.fixture
def row(as_user, cast):
    alice = cast.person(cast.alice)
    body = {**ASK, "leader": f"Alice · #{alice.pk}"}
    as_user(cast.charlie).post("/mentoring/shadowing/ask/", body)
    return Shadowing.objects.get()


@pytest.fixture
def still(at):
    import time_machine

    with time_machine.travel(at, tick=False):
        yield


def test_it_is_asked_accepted_and_logged(still, as_user, cast, row):
    here = f"/mentoring/shadowing/{row.pk}/"
    client = as_user(cast.alice)
    assert "Charlie would like to follow you" in client.get("/").text
    assert "To see her say no" in client.get(here).text
    client.post(f"{here}accept/", {"reply": "Gladly"})
    client = as_user(cast.charlie)
    assert "Gladly" in client.get(here).text
    client.post(f"{here}log/", {"text": "She waited"})
    assert "She waited" in client.get(here).text
    assert "She waited" not in as_user(cast.alice).get(here).text
    client = as_user(cast.charlie)
    log = {"text": "She waited", "is_shared": "on", "version": "1"}
    client.post(f"{here}log/", log)
    assert client.post(f"{here}log/", {**log, "text": "No"}).status_code == 409
    assert "She waited" in as_user(cast.alice).get(here).text


def test_a_no_needs_a_reason_and_what_is_asked_is_taken_back(still, as_user, cast, row):
    here = f"/mentoring/shadowing/{row.pk}/"
    client = as_user(cast.alice)
    assert client.post(f"{here}decline/", {"reply": ""}).status_code == 409
    assert client.post(f"{here}withdraw/").status_code == 403
    assert client.post(f"{here}log/", {"text": "T"}).status_code == 403
    client = as_user(cast.charlie)
    assert client.post(f"{here}accept/").status_code == 403
    client.post(f"{here}withdraw/")
    row.refresh_from_db()
    assert row.answer == "withdrawn" and not ShadowLog.objects.exists()


def test_what_is_missing_is_told(still, as_user, cast, db):
    client = as_user(cast.charlie)
    assert client.get("/mentoring/shadowing/ask/").status_code == 200
    assert client.post("/mentoring/shadowing/ask/", ASK).status_code == 422
    assert as_user(cast.gwen).get("/mentoring/shadowing/ask/").status_code == 403


@pytest.mark.parametrize("who", ["bob", "dana", "olga", "gwen"])
def test_it_is_between_the_two(still, as_user, cast, row, who):
    client, here = as_user(getattr(cast, who)), f"/mentoring/shadowing/{row.pk}/"
    assert client.get(here).status_code == 404
    assert "Budget round" not in client.get("/mentoring/shadowing/").text
    for path in ("accept", "decline", "withdraw", "log"):
        assert client.post(f"{here}{path}/").status_code == 404


@pytest.mark.parametrize("path", ["accept", "decline", "withdraw", "log"])
def test_get_is_405(still, as_user, cast, row, path):
    here = f"/mentoring/shadowing/{row.pk}/{path}/"
    assert as_user(cast.charlie).get(here).status_code == 405


def test_the_list_costs_the_same_with_many(still, as_user, cast, row):
    client, here = as_user(cast.charlie), "/mentoring/shadowing/"
    client.get(here)
    few = queries_of(client, here)
    body = {**ASK, "leader": f"Alice · #{row.leader_id}"}
    for _ in range(12):
        client.post("/mentoring/shadowing/ask/", body)
    assert queries_of(client, here) == few
