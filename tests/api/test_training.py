"""Training over the API: the same acts, the same doors."""

import json

import pytest

from tests.domains.training.conftest import attended, place, room

__all__ = ["attended", "place", "room"]
pytestmark = pytest.mark.django_db


@pytest.fixture
def send(client, as_user):
    def send(user, method, path, body=None):
        as_user(user)
        return client.generic(
            method, f"/api/v1{path}", json.dumps(body or {}), "application/json"
        )

    return send


def test_a_catalogue_is_kept_and_compared(send, cast, room):
    added = send(cast.alice, "POST", "/programmes/", {"name": "Films", "hours": 6})
    assert added.status_code == 201
    films = added.json()["id"]
    path = f"/programmes/{films}/"
    changed = {"version": 1, "price": 49, "topic_ids": [room.topic.pk]}
    assert send(cast.alice, "PATCH", path, changed).json()["cost_each"] == "49.00"
    assert send(cast.alice, "PATCH", path, {**changed, "price": 50}).status_code == 409
    score = {"score": 1, "evidence": "Stars"}
    send(cast.alice, "PUT", f"{path}scores/practice/", score)
    hard = f"/programmes/{room.programme.pk}/scores/practice/"
    send(cast.alice, "PUT", hard, {"score": 4})
    body = {"title": "C", "programme_ids": [films, room.programme.pk]}
    found = send(cast.alice, "POST", "/programme-comparisons/", body).json()
    assert found["order"][0]["programme_id"] == room.programme.pk
    assert found["deciding"][0]["criterion"] == "practice"
    at = f"/programme-comparisons/{found['id']}/weights/"
    weighed = send(cast.alice, "PUT", at, {"weights": {"practice": 0}}).json()
    assert [one["place"] for one in weighed["order"]] == [1, 1]
    assert send(cast.alice, "PUT", at, {"weights": {"luck": 1}}).status_code == 422


def test_a_place_goes_its_way(send, cast, room):
    body = {"programme_id": room.programme.pk, "skill_id": room.skill.pk}
    place = send(cast.bob, "POST", "/training-places/", body).json()
    assert send(cast.bob, "POST", "/training-places/", body).status_code == 409
    path = f"/training-places/{place['id']}/"
    send(cast.alice, "POST", f"{path}approve/")
    send(cast.alice, "POST", f"{path}book/", {"cost": 250, "starts_on": "2026-05-04"})
    there = send(cast.bob, "POST", f"{path}attend/", {"on": "2026-05-04"}).json()
    assert (there["state"], there["attended_on"]) == ("attended", "2026-05-04")
    rows = send(cast.bob, "GET", "/training-answers/").json()["items"]
    first = next(row for row in rows if row["stage"] == "reaction")
    said = {"mark": 3, "words": "W", "share_with_id": room.alice.pk}
    path = f"/training-answers/{first['id']}/"
    assert send(cast.bob, "POST", f"{path}answer/", said).json()["mark"] == 3
    assert send(cast.alice, "GET", path).json()["words"] == "W"
    assert send(cast.dana, "GET", path).status_code == 404
    led = send(cast.alice, "GET", "/training-places/?of=led&state=attended").json()
    assert len(led["items"]) == 1


def test_numbers_are_for_who_leads(send, cast, room):
    needs = send(cast.alice, "GET", "/training/needs/").json()
    assert needs["needs"][0]["gap"] == 1
    path = f"/training/budgets/{cast.support.pk}/2026/"
    sums = send(cast.alice, "PUT", path, {"amount": 500}).json()
    assert (sums["amount"], sums["left"]) == ("500.00", "500.00")
    report = send(cast.dana, "GET", "/training/managers/?months=12").json()
    assert report["rows"][0] == {
        "size": "1 to 4",
        "leaders": 1,
        "trained": 0,
        "nothing_on_record": 1,
    }
    assert send(cast.olga, "GET", "/training/managers/").status_code == 403
