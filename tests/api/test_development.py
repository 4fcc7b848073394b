"""Development over the API: the same acts, the same doors."""

import json

import pytest

from quarterdeck.domains.people.models import PersonSkill
from tests.domains.development.conftest import room

__all__ = ["room"]
pytestmark = pytest.mark.django_db


@pytest.fixture
def send(client, as_user):
    def send(user, method, path, body=None):
        as_user(user)
        return client.generic(
            method, f"/api/v1{path}", json.dumps(body or {}), "application/json"
        )

    return send


def test_a_plan_is_written_and_read(send, cast, room):
    own = f"/development/people/{room.bob.pk}/"
    goal = send(cast.bob, "POST", f"{own}goals/", {"title": "Bake for forty"}).json()
    path = f"/development/goals/{goal['id']}/"
    step = send(cast.alice, "POST", f"{path}steps/", {"title": "Knead"}).json()
    send(cast.bob, "POST", f"/development/steps/{step['id']}/finish/")
    changed = {"version": 1, "why": "For the fair", "skill_id": room.baking.pk}
    assert send(cast.bob, "PATCH", path, changed).json()["why"] == "For the fair"
    assert send(cast.alice, "PATCH", path, {**changed, "why": "W"}).status_code == 409
    send(cast.bob, "POST", f"{own}roles/", {"profile_id": room.role.pk, "kind": "aims"})
    whole = send(cast.alice, "GET", own).json()
    assert whole["roles"][0]["fits"][0]["missing"] == 2
    found = next(one for one in whole["goals"] if one["id"] == goal["id"])
    assert found["steps"][0]["done_at"]
    send(cast.bob, "POST", f"{path}close/", {"outcome": "dropped", "lesson": "L"})
    assert (
        send(cast.bob, "POST", f"{path}close/", {"outcome": "dropped"}).status_code
        == 409
    )


def test_a_level_without_a_skill_is_not_kept(send, cast, room):
    own = f"/development/people/{room.bob.pk}/goals/"
    body = {"title": "T", "level": 3}
    assert send(cast.bob, "POST", own, body).status_code == 409


def test_a_skill_is_shown_and_confirmed(send, cast, room):
    body = {
        "skill_id": room.baking.pk,
        "level": 4,
        "what": "Forty loaves",
        "asked_id": cast.person(cast.alice).pk,
    }
    proof = send(cast.bob, "POST", "/skill-proofs/", body).json()
    path = f"/skill-proofs/{proof['id']}/"
    assert send(cast.charlie, "GET", path).status_code == 404
    assert send(cast.bob, "POST", f"{path}confirm/").status_code == 403
    assert send(cast.alice, "POST", f"{path}confirm/").json()["answer"] == "confirmed"
    assert PersonSkill.objects.get(person=room.bob).level == 4
