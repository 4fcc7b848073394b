"""Who gets in: a token by its scope, a session with its CSRF token, nobody else."""

import json

import pytest
from django.test import Client

from quarterdeck.domains.accounts.services import make_token

NEW = json.dumps({"title": "T", "why": "W"})
GOALS = "/api/v1/goals/"


@pytest.fixture
def browser(cast):
    client = Client(enforce_csrf_checks=True)
    backend = "allauth.account.auth_backends.AuthenticationBackend"
    client.force_login(cast.alice, backend=backend)
    return client


def test_a_session_writes_only_with_the_csrf_token(browser):
    assert browser.get(GOALS).status_code == 200
    refused = browser.post(GOALS, NEW, "application/json")
    assert refused.status_code == 403
    assert refused.headers["Content-Type"] == "application/problem+json"
    browser.get("/account/")
    token = browser.cookies["csrftoken"].value
    headers = {"X-CSRFToken": token}
    assert (
        browser.post(GOALS, NEW, "application/json", headers=headers).status_code == 201
    )


def test_a_foreign_origin_is_refused_even_with_the_token(browser):
    browser.get("/account/")
    headers = {
        "X-CSRFToken": browser.cookies["csrftoken"].value,
        "Origin": "https://elsewhere.test",
    }
    assert (
        browser.post(GOALS, NEW, "application/json", headers=headers).status_code == 403
    )


def test_nobody_is_told_401_and_not_of_csrf(db):
    client = Client(enforce_csrf_checks=True)
    assert client.post(GOALS, NEW, "application/json").status_code == 401
    assert (
        client.get(GOALS, headers={"Authorization": "Bearer qd_no"}).status_code == 401
    )


def test_reading_alone_does_not_write(client, cast):
    scopes = ["goals:read"]
    token = make_token(user=cast.alice, name="t", scopes=scopes, at=cast.at, days=None)
    headers = {"Authorization": f"Bearer {token}"}
    assert client.get(GOALS, headers=headers).status_code == 200
    assert (
        client.post(GOALS, NEW, "application/json", headers=headers).status_code == 401
    )
    assert client.get("/api/v1/account/", headers=headers).status_code == 401


def test_the_document_is_open_and_its_page_asks_for_a_sign_in(client, cast, as_user):
    assert client.get("/api/v1/openapi.json").status_code == 200
    assert client.get("/api/v1/reference/").status_code == 302
    page = as_user(cast.bob).get("/api/v1/reference/")
    assert page.status_code == 200
    assert "add_goal" in page.text
    assert "<script src=" not in page.text.split("</head>")[1]
