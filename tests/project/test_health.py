"""The probe of a container or a proxy is answered, under whatever name it asks."""

import pytest

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def one_name(settings):
    settings.ALLOWED_HOSTS = ["quarterdeck.example.org"]
    settings.SECURE_SSL_REDIRECT = True


@pytest.mark.parametrize(
    "host", ["localhost", "10.0.0.7:8000", "quarterdeck.example.org"]
)
def test_it_answers_under_any_name_without_tls(client, host):
    answer = client.get("/health/", headers={"host": host})
    assert (answer.status_code, answer.json()) == (200, {"status": "ok"})
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_every_other_page_keeps_to_its_name(client):
    answer = client.get(
        "/", headers={"host": "localhost", "x-forwarded-proto": "https"}, secure=True
    )
    assert answer.status_code == 400


def test_it_is_read_only(client):
    assert client.post("/health/").status_code == 405


def test_without_its_database_it_does_not_say_ok(client, monkeypatch):
    def broken(*args, **more):
        raise RuntimeError("no database")

    monkeypatch.setattr("quarterdeck.project.health.connection.cursor", broken)
    client.raise_request_exception = False
    assert client.get("/health/").status_code == 500
