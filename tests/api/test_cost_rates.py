import pytest

from quarterdeck.domains.people.models import CostRate
from tests.api.test_people import ask, bob

__all__ = ["ask", "bob"]
BODY = {"per_hour": "80.25", "starts_on": "2026-01-01", "note": "with overhead"}


@pytest.fixture
def rates(ask, bob):
    def send(user, method="GET", path="", body=None, whose=f"/people/{bob.pk}"):
        scopes = ("people", "organization", "rates")
        return ask(user, method, f"{whose}/cost-rates/{path}", body, scopes)

    return send


def test_a_rate_is_set_read_taken_back_and_put_back(rates, cast, bob):
    made = rates(cast.alice, "POST", body=BODY)
    assert made.status_code == 201
    number = made.json()["id"]
    card = rates(cast.dana).json()
    assert card["currency"] == "EUR"
    assert card["holds"] == {
        "per_hour": "80.25",
        "starts_on": "2026-01-01",
        "team_id": None,
    }
    assert [rate["id"] for rate in card["rates"]] == [number]
    assert rates(cast.alice, "DELETE", f"{number}/").json()["taken_back_at"]
    assert rates(cast.alice).json() == {"currency": "EUR", "holds": None, "rates": []}
    assert rates(cast.alice, "DELETE", f"{number}/").status_code == 409
    assert rates(cast.alice, "POST", f"{number}/restore/").status_code == 200
    assert rates(cast.alice).json()["holds"]["per_hour"] == "80.25"


def test_a_token_for_people_alone_reads_no_rates(ask, cast, bob):
    answer = ask(cast.alice, "GET", f"/people/{bob.pk}/cost-rates/", None, ("people",))
    assert answer.status_code == 401


@pytest.mark.parametrize("who", ["bob", "charlie", "olga", "gwen"])
def test_others_are_told_that_there_is_nothing(rates, cast, who):
    user = getattr(cast, who)
    assert rates(user).status_code == 404
    assert rates(user, "POST", body=BODY).status_code == 404
    assert not CostRate.objects.exists()


def test_people_without_a_rate_are_listed(rates, ask, cast, bob):
    def people(query=""):
        path = f"/teams/{cast.support.pk}/rated-people/{query}"
        return ask(cast.alice, "GET", path, None, ("rates",)).json()["items"]

    rates(cast.alice, "POST", body=BODY)
    assert [(one["name"], one["holds"] is None) for one in people()] == [
        ("Bob", False),
        ("Dora", True),
    ]
    assert [one["name"] for one in people("?missing=true")] == ["Dora"]
    team = f"/teams/{cast.support.pk}"
    assert rates(cast.alice, "POST", body=BODY, whose=team).status_code == 201
    assert people("?missing=true") == []
    assert people()[1]["holds"]["team_id"] == cast.support.pk


@pytest.mark.parametrize("amount", ["-1", "100001", "1.234", "NaN"])
def test_an_amount_that_is_none_is_a_problem(rates, cast, amount):
    answer = rates(cast.alice, "POST", body={**BODY, "per_hour": amount})
    assert answer.status_code == 422
