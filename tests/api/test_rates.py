"""A token that asks too often waits; others, and browsers, do not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quarterdeck.api import rates, v1
from quarterdeck.domains.accounts.services import make_token

GOALS = "/api/v1/goals/"


class Clock:
    def __init__(self):
        self.now = 1_000.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock(settings, monkeypatch):
    """Three a minute, and a clock that only the test moves."""
    settings.API_REQUESTS_A_MINUTE = 3
    moved = Clock()
    (throttle,) = (
        v1.api.throttle if isinstance(v1.api.throttle, list) else [v1.api.throttle]
    )
    monkeypatch.setattr(throttle, "clock", moved)
    monkeypatch.setattr(throttle, "buckets", rates.Buckets())
    return moved


@pytest.fixture
def ask(cast, client):
    def token(user):
        may = {"name": "t", "scopes": ["goals:read"], "days": None}
        return make_token(user=user, at=cast.at, **may)

    tokens = {user.pk: token(user) for user in (cast.alice, cast.bob)}
    return lambda user: client.get(
        GOALS, headers={"Authorization": f"Bearer {tokens[user.pk]}"}
    )


def test_the_fourth_request_of_three_is_told_when_to_come_again(cast, clock, ask):
    assert [ask(cast.alice).status_code for _ in range(3)] == [200] * 3
    answer = ask(cast.alice)
    assert answer.status_code == 429
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert answer.headers["Retry-After"] == "20"
    assert (answer.json()["status"], answer.json()["title"]) == (
        429,
        "Too many requests",
    )
    clock.now += 19
    assert ask(cast.alice).status_code == 429
    clock.now += 1
    assert [ask(cast.alice).status_code for _ in range(2)] == [200, 429]
    clock.now += 60
    assert [ask(cast.alice).status_code for _ in range(4)] == [200, 200, 200, 429]


def test_each_token_has_its_own_bucket(cast, clock, ask):
    assert [ask(cast.alice).status_code for _ in range(4)][-1] == 429
    assert ask(cast.bob).status_code == 200


def test_a_wrong_token_is_sent_to_the_door_and_counts_for_nobody(clock, client, db):
    header = {"Authorization": "Bearer nobody"}
    codes = {client.get(GOALS, headers=header).status_code for _ in range(6)}
    assert codes == {401}


def test_a_session_is_not_counted(cast, clock, as_user):
    client = as_user(cast.alice)
    assert {client.get(GOALS).status_code for _ in range(6)} == {200}


def test_a_rate_of_nothing_is_no_limit(cast, clock, ask, settings):
    settings.API_REQUESTS_A_MINUTE = 0
    assert {ask(cast.alice).status_code for _ in range(6)} == {200}


def test_every_operation_promises_the_answer():
    document = v1.api.get_openapi_schema()
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            if method in ("get", "post", "put", "patch", "delete"):
                assert 429 in operation["responses"], (method, path)


@given(
    a_minute=st.integers(1, 1_000),
    pauses=st.lists(st.floats(0, 30, allow_nan=False), max_size=100),
)
def test_no_minute_holds_more_than_two_fillings(a_minute, pauses):
    """What was let through in any sixty seconds: a full bucket and what refilled it."""
    buckets, now, passed = rates.Buckets(), 0.0, []
    for pause in pauses:
        now += pause
        if buckets.take("t", a_minute, now) == 0:
            passed.append(now)
    for start in passed:
        within = [moment for moment in passed if start <= moment < start + 60]
        assert len(within) <= 2 * a_minute


@given(a_minute=st.integers(1, 200), asked=st.integers(0, 50))
def test_whoever_waits_as_told_is_let_in(a_minute, asked):
    buckets, now = rates.Buckets(), 0.0
    for _ in range(a_minute):
        assert buckets.take("t", a_minute, now) == 0
    for _ in range(asked):
        wait = buckets.take("t", a_minute, now)
        assert wait > 0
        now += wait
        assert buckets.take("t", a_minute, now) == 0


def test_who_asked_longest_ago_is_forgotten_first(monkeypatch):
    monkeypatch.setattr(rates, "MOST_KEYS", 2)
    buckets = rates.Buckets()
    for key in ("a", "b", "a", "c"):
        assert buckets.take(key, 2, 0.0) == 0
    assert buckets.take("a", 2, 0.0) > 0
    assert buckets.take("b", 2, 0.0) == 0
    assert buckets.take("b", 2, 0.0) == 0
