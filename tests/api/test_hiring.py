"""Hiring and onboarding over the API: the same acts, the same order of reading."""

import json

import pytest

from quarterdeck.domains.goals.services import add_goal
from quarterdeck.domains.people.models import Person
from tests.domains.hiring.conftest import hand_in, heard, room

__all__ = ["hand_in", "heard", "room"]
pytestmark = pytest.mark.django_db


@pytest.fixture
def send(client, as_user):
    def send(user, method, path, body=None):
        as_user(user)
        return client.generic(
            method, f"/api/v1{path}", json.dumps(body or {}), "application/json"
        )

    return send


def card(room, version, *scores):
    given = zip(room.questions, scores, strict=True)
    return {
        "version": version,
        "scores": [
            {"question_id": q.pk, "score": score, "evidence": "heard"}
            for q, score in given
        ],
    }


def test_a_role_is_opened_read_and_paused(send, cast, room):
    body = {"title": "Night baker", "team_id": cast.support.pk, "hours": 30}
    body |= {"profile_id": room.role.profile_id, "value_ids": [room.care.pk]}
    role = send(cast.alice, "POST", "/open-roles/", body).json()
    assert role["skills"] == [{"skill_id": room.baking.pk, "level": 3}]
    assert role["value_ids"] == [room.care.pk]
    path = f"/open-roles/{role['id']}/"
    assert send(cast.dana, "GET", path).json()["hours"] == 30
    assert send(cast.alice, "POST", f"{path}pause/").json()["status"] == "paused"
    assert send(cast.alice, "POST", f"{path}pause/").status_code == 409
    assert send(cast.alice, "POST", f"{path}shout/").status_code == 422
    assert send(cast.bob, "GET", f"{path}file/").status_code == 404


def test_a_role_is_edited_as_far_as_its_form_goes(send, cast, room, at):
    goal = add_goal(title="Bread", why="", team=cast.support, by=cast.alice, at=at)
    path = f"/open-roles/{room.role.pk}/"

    def change(**body):
        version = send(cast.alice, "GET", path).json()["version"]
        return send(cast.alice, "PATCH", path, {"version": version, **body})

    role = change(goal_id=goal.pk, hours=20, value_ids=[]).json()
    assert (role["goal_id"], role["hours"], role["value_ids"]) == (goal.pk, 20, [])
    role = change(value_ids=[room.care.pk], title=None).json()
    assert (role["title"], role["goal_id"]) == ("Baker", goal.pk)
    assert role["value_ids"] == [room.care.pk]
    assert change(goal_id=None, hours=None).json()["goal_id"] is None
    assert change(team_id=99_999).status_code == 404


def test_scores_are_read_after_ones_own(send, cast, room):
    scores = f"/candidates/{room.pia.pk}/scores/"
    bobs, charlies = room.bobs.pk, room.charlies.pk
    drafted = send(
        cast.bob, "PUT", f"/interviews/{bobs}/scorecard/", card(room, 1, 1, None)
    )
    assert drafted.json()["handed_in_at"] is None
    hand_in = f"/interviews/{bobs}/hand-in/"
    assert send(cast.bob, "POST", hand_in, card(room, 2, 1, None)).status_code == 409
    assert send(cast.bob, "POST", hand_in, card(room, 2, 1, 3)).status_code == 200
    assert send(cast.charlie, "GET", scores).json() == []
    assert send(cast.alice, "GET", scores).json() == []
    send(cast.charlie, "POST", f"/interviews/{charlies}/hand-in/", card(room, 1, 4, 3))
    assert len(send(cast.charlie, "GET", scores).json()) == 4
    assert send(cast.alice, "GET", scores).json() == []
    send(cast.alice, "POST", f"/candidates/{room.pia.pk}/open/")
    assert len(send(cast.alice, "GET", scores).json()) == 4


def test_a_decision_leads_to_a_person_and_back(send, cast, heard):
    path = f"/candidates/{heard.pia.pk}/"
    body = {"outcome": "hire", "reason": "Three loaves", "skill_ids": [heard.baking.pk]}
    assert send(cast.alice, "POST", f"{path}decision/", body).status_code == 201
    send(cast.bob, "PUT", f"{path}dissent/", {"text": "Not sure"})
    told = send(cast.charlie, "GET", f"{path}decision/").json()
    assert (told["dissents"], told["skill_ids"]) == (["Not sure"], [heard.baking.pk])
    send(cast.alice, "POST", f"{path}hire/", {"starts_on": "2026-08-03"})
    assert Person.objects.filter(name="Pia").exists()
    assert send(cast.alice, "DELETE", f"{path}hire/").status_code == 204
    assert not Person.objects.filter(name="Pia").exists()
    assert send(cast.alice, "DELETE", path).status_code == 204
    assert send(cast.alice, "GET", path).status_code == 404


def test_somebody_is_taken_in(send, cast):
    body = {"name": "Day", "starter": "first_day"}
    made = send(cast.alice, "POST", "/onboarding-templates/", body).json()
    steps = f"/onboarding-templates/{made['id']}/steps/"
    assert len(send(cast.bob, "GET", steps).json()) == 6
    begin = {
        "person_id": cast.person(cast.bob).pk,
        "template_id": made["id"],
        "starts_on": "2026-06-08",
    }
    assert send(cast.bob, "POST", "/onboardings/", begin).status_code == 404
    begun = send(cast.alice, "POST", "/onboardings/", begin).json()
    path = f"/onboardings/{begun['id']}/"
    said = {"clear": "All", "readers": "leader"}
    assert send(cast.bob, "PUT", f"{path}answer/", said).status_code == 200
    assert send(cast.alice, "GET", f"{path}answer/").json()["clear"] == "All"
    assert send(cast.dana, "GET", f"{path}answer/").status_code == 404
    assert send(cast.alice, "POST", f"{path}stop/").json()["stopped_at"]
