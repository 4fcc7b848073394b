"""Weights or strict order: chosen with ordinary fields, told with the proposal."""

import pytest

from quarterdeck.domains.planning.models import Proposal
from quarterdeck.domains.planning.services.solving import solve_proposal
from tests.domains.planning.workshop import Workshop


@pytest.fixture
def shop(cast):
    return Workshop(cast)


@pytest.fixture
def client(as_user, cast):
    return as_user(cast.alice)


def ask(client, shop, **fields):
    body = {"team": shop.team.pk, "seconds": 5, **fields}
    return client.post("/plan/propose/", body)


def test_aims_are_put_in_order_and_told(client, shop):
    shop.task("Cook", 8)
    aims = {"aims_by": "order", "aim_1": "cost", "aim_2": "lateness", "aim_3": ""}
    page = ask(client, shop, **aims)
    proposal = Proposal.objects.get()
    assert (page.status_code, proposal.order) == (302, ["cost", "lateness"])
    solve_proposal.call(proposal_id=proposal.pk)
    text = client.get(page.url).text
    assert "In strict order: Save cost, then Meet deadlines." in text
    assert "Meet deadlines: proven, no plan does better, as long as what" in text


def test_weights_stay_what_counts_unless_an_order_is_chosen(client, shop):
    shop.task("Cook", 8)
    text = client.get("/plan/").text
    assert 'name="aims_by" value="weights"' in text and 'name="aim_3"' in text
    ask(client, shop, aims_by="weights", aim_1="lateness", aim_2="makespan")
    assert Proposal.objects.get().order == []


@pytest.mark.parametrize(
    ("aims", "told"),
    [
        ({"aim_1": "cost", "aim_2": "", "aim_3": "cost"}, "Each aim has one place."),
        ({"aim_1": "", "aim_2": ""}, "Choose at least one aim, or count by weights."),
    ],
)
def test_what_is_no_order_is_told_at_its_field(client, shop, aims, told):
    shop.task("Cook", 8)
    page = ask(client, shop, aims_by="order", **aims)
    assert page.status_code == 422 and told in page.text
    assert '<details class="counting" open>' in page.text
    assert not Proposal.objects.exists()


def test_a_what_if_is_asked_for_in_an_order_and_compared_by_it(client, shop):
    shop.task("Cook", 8)
    body = {"name": "Mara goes", "team": shop.team.pk, "aims_by": "order"}
    body |= {"aim_1": "makespan", "aim_2": "cost", "aim_3": ""}
    body |= {"form-TOTAL_FORMS": 1, "form-INITIAL_FORMS": 0}
    row = {"kind": "person_leaves", "about": "Mara", "on": "2026-06-01"}
    body |= {f"form-0-{name}": value for name, value in row.items()}
    page = client.post("/plan/what-if/add/", body)
    first = Proposal.objects.get()
    assert (page.status_code, first.order) == (302, ["makespan", "cost"])
    solve_proposal.call(proposal_id=first.pk)
    text = client.get(page.headers["Location"]).text
    assert "In strict order: Finish early, then Save cost." in text
    client.post(f"{page.headers['Location']}compare/")
    assert Proposal.objects.latest("id").order == ["makespan", "cost"]
