import json

import pytest

from quarterdeck.domains.accounts.services import make_token
from quarterdeck.domains.people import services


@pytest.fixture
def ask(client, cast, at):
    """Ask the API as somebody, by token."""

    def send(user, method, path, body=None, scopes=("people", "organization")):
        rights = [f"{area}:{act}" for area in scopes for act in ("read", "write")]
        name = f"t{send.count}"
        send.count += 1
        token = make_token(user=user, name=name, scopes=rights, at=at, days=None)
        return client.generic(
            method,
            f"/api/v1{path}",
            json.dumps(body) if body is not None else "",
            "application/json",
            headers={"Authorization": f"Bearer {token}"},
        )

    send.count = 0
    return send


@pytest.fixture
def bob(cast):
    return cast.person(cast.bob)


def test_terms_of_work_are_for_who_may_know_them(ask, cast, bob):
    seen = {
        name: ask(getattr(cast, name), "GET", f"/people/{bob.pk}/").json()["employment"]
        for name in ("bob", "alice", "olga", "charlie")
    }
    assert seen == {
        "bob": "full_time",
        "alice": "full_time",
        "olga": "full_time",
        "charlie": None,
    }


def test_only_what_is_sent_is_changed(ask, cast, at, bob):
    alice = cast.person(cast.alice)
    services.edit_person(person=bob, by=cast.olga, at=at, manager=alice)
    body = {"version": 2, "position": "Cook"}
    answer = ask(cast.alice, "PATCH", f"/people/{bob.pk}/", body).json()
    assert (answer["position"], answer["manager_id"]) == ("Cook", alice.pk)
    body = {"version": 3, "manager_id": None}
    answer = ask(cast.alice, "PATCH", f"/people/{bob.pk}/", body).json()
    assert (answer["position"], answer["manager_id"]) == ("Cook", None)


def test_a_circle_is_a_problem_with_its_path(ask, cast, bob):
    body = {"version": 1, "manager_id": bob.pk}
    answer = ask(cast.alice, "PATCH", f"/people/{bob.pk}/", body)
    assert answer.status_code == 409
    assert "Bob → Bob" in answer.json()["detail"]


def test_hours_follow_from_a_pattern(ask, cast, bob):
    body = {"starts_on": "2026-06-01", "hours": [6, 6, 6, 6, 0, 0, 0]}
    assert (
        ask(cast.alice, "PUT", f"/people/{bob.pk}/patterns/", body).status_code == 200
    )
    url = f"/people/{bob.pk}/hours/?first_day=2026-06-01&days=7"
    assert ask(cast.charlie, "GET", url).json() == [6, 6, 6, 6, 0, 0, 0]


def test_why_somebody_is_away_is_not_told_to_others(ask, cast, bob):
    body = {"starts_on": "2030-06-01", "ends_on": "2030-06-02", "reason": "surgery"}
    path = f"/people/{bob.pk}/time-off/"
    assert ask(cast.bob, "POST", path, body).status_code == 201
    reasons = {
        name: ask(getattr(cast, name), "GET", path).json()[0]["reason"]
        for name in ("alice", "charlie", "olga")
    }
    assert reasons == {"alice": "surgery", "charlie": "", "olga": ""}


def test_an_invitation_made_by_a_program_opens_its_door(ask, cast, client):
    body = {"people": [{"name": "Eve", "email": "eve@x.test"}], "role": "member"}
    answer = ask(cast.olga, "POST", "/invitations/", body)
    assert answer.status_code == 201
    (made,) = answer.json()
    (listed,) = ask(cast.olga, "GET", "/invitations/").json()["items"]
    assert "token" not in listed
    path = f"/invitations/{made['id']}/revoke/"
    assert ask(cast.olga, "POST", path).status_code == 204
    assert client.get(f"/join/{made['token']}/").status_code == 404


def test_a_token_without_the_scope_is_no_key(ask, cast, bob):
    answer = ask(cast.alice, "GET", f"/people/{bob.pk}/", scopes=("goals",))
    assert answer.status_code == 401


def test_a_team_is_moved_by_its_admin(ask, cast):
    path = f"/teams/{cast.support.pk}/move/"
    body = {"parent_id": cast.kitchen.pk}
    assert ask(cast.dana, "POST", path, body).status_code == 403
    assert ask(cast.olga, "POST", path, body).json()["parent_id"] == cast.kitchen.pk
    body = {"parent_id": cast.support.pk}
    answer = ask(cast.olga, "POST", f"/teams/{cast.kitchen.pk}/move/", body)
    assert answer.status_code == 409
