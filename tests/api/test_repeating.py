"""A write repeated under one Idempotency-Key has one effect and one answer."""

import json

import pytest

from quarterdeck.domains.accounts.models import AnsweredRequest
from quarterdeck.domains.accounts.services import SCOPES, deactivate_account, make_token
from quarterdeck.domains.goals.models import Goal

NEW = {"title": "Answer within a day", "why": "Trust"}


@pytest.fixture
def post(client, cast):
    tokens = {}

    def send(body, key, user=cast.alice):
        if user.pk not in tokens:
            tokens[user.pk] = make_token(
                user=user, name="t", scopes=list(SCOPES), at=cast.at, days=None
            )
        headers = {"Authorization": f"Bearer {tokens[user.pk]}", "Idempotency-Key": key}
        return client.post(
            "/api/v1/goals/", json.dumps(body), "application/json", headers=headers
        )

    return send


def test_the_second_is_answered_with_the_first_answer(post):
    first, second = post(NEW, "k"), post(NEW, "k")
    assert (first.status_code, second.status_code) == (201, 201)
    assert first.content == second.content
    assert "Idempotent-Replay" not in first.headers
    assert second.headers["Idempotent-Replay"] == "true"
    assert second.headers["Content-Type"] == first.headers["Content-Type"]
    assert Goal.objects.count() == 1


def test_another_body_under_the_same_key_is_422(post):
    post(NEW, "k")
    answer = post({**NEW, "title": "Another"}, "k")
    assert answer.status_code == 422
    assert "another request" in answer.json()["detail"]
    assert Goal.objects.count() == 1


def test_while_the_first_is_running_the_second_is_409(post):
    post(NEW, "k")
    AnsweredRequest.objects.update(status=None)
    assert post(NEW, "k").status_code == 409


def test_a_lost_answer_does_not_repeat_the_effect(post):
    post(NEW, "k")
    AnsweredRequest.objects.all().delete()  # the server died between the two
    answer = post(NEW, "k")
    assert answer.status_code == 409
    assert Goal.objects.count() == 1


def test_a_refused_request_frees_its_key(post):
    assert post({"title": ""}, "k").status_code == 422
    assert post(NEW, "k").status_code == 201


def test_a_key_is_its_owners_own(post, cast):
    post(NEW, "k")
    assert post(NEW, "k", user=cast.bob).headers.get("Idempotent-Replay") is None
    assert Goal.objects.count() == 2


def test_nobody_is_told_an_answer_after_the_account_is_closed(post, cast):
    post(NEW, "k")
    deactivate_account(user=cast.alice, by=cast.olga, at=cast.at)
    assert post(NEW, "k").status_code == 401


def test_a_key_too_long_to_keep_is_422(post):
    assert post(NEW, "k" * 201).status_code == 422
