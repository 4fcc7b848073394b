"""Forgetting, for programs."""

import pytest

from quarterdeck.domains.accounts.services import make_token
from quarterdeck.domains.one_on_ones.services import start_pair


@pytest.fixture
def program(client, at):
    def call(user, method, path, **body):
        scopes = ["people:read", "people:write"]
        token = make_token(user=user, name=path, scopes=scopes, at=at, days=None)
        headers = {"Authorization": f"Bearer {token}"}
        more = {"data": body, "content_type": "application/json"} if body else {}
        return getattr(client, method)(f"/api/v1{path}", headers=headers, **more)

    return call


def test_ask_begin_and_take_back(program, cast):
    bob = cast.person(cast.bob)
    made = program(cast.bob, "post", f"/people/{bob.pk}/erasure/", name="Bob")
    assert (made.status_code, made.json()["standing"]) == (201, "asked")
    number = made.json()["id"]
    begun = program(cast.olga, "post", f"/erasures/{number}/begin/", name="Bob")
    assert begun.json()["standing"] == "begun" and begun.json()["due_at"]
    back = program(cast.bob, "post", f"/erasures/{number}/take-back/")
    assert back.json()["standing"] == "taken_back"
    listed = program(cast.olga, "get", "/erasures/").json()["items"]
    assert [one["standing"] for one in listed] == ["taken_back"]


def test_another_name_is_refused(program, cast):
    bob = cast.person(cast.bob)
    answer = program(cast.bob, "post", f"/people/{bob.pk}/erasure/", name="Rob")
    assert answer.status_code == 409


def test_no_program_is_told_how_much_is_private(program, cast, at):
    bob = cast.person(cast.bob)
    start_pair(person=bob, by=cast.alice, at=at)
    fates = program(cast.bob, "get", f"/people/{bob.pk}/erasure/").json()
    assert {f["count"] for f in fates if f["room"] == "one_on_ones"} == {None}
