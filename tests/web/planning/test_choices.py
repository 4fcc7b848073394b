"""The price of growth on a proposal, and plans to choose from with one click."""

import pytest

from quarterdeck.domains.people.models import PersonSkill
from quarterdeck.domains.planning import services
from quarterdeck.domains.planning.models import PlanChoice, Proposal, ProposedChange
from quarterdeck.domains.planning.services.solving import solve_proposal
from tests.domains.planning.workshop import Workshop
from tests.web.counting import queries_of


@pytest.fixture
def shop(cast):
    shop = Workshop(cast)
    shop.skill(shop.alice, "SQL", 4)
    shop.skill(shop.mara, "SQL", 2)
    shop.skill(shop.bob, "Cooking", 3)
    PersonSkill.objects.filter(person=shop.mara).update(
        wants_to_grow=True, grow_hours=20
    )
    shop.report = shop.task("Build the report", 8, needs={"SQL": 3})
    shop.task("Inventory", 60, needs={"Cooking": 1})
    return shop


@pytest.fixture
def proposal(shop):
    proposal = services.propose_plan(
        team=shop.team,
        by=shop.cast.alice,
        at=shop.at,
        seconds=1,
        weights={"growth": 10, "even_load": 0},
    )
    solve_proposal.call(proposal_id=proposal.pk)
    return proposal


def test_growth_is_priced_and_leads_to_its_tasks(as_user, shop, proposal):
    client, url = as_user(shop.cast.alice), f"/plan/proposals/{proposal.pk}/"
    page = client.get(url).text
    assert "1 stretch task costs +3 h" in page and "no date moves" in page
    assert "one level up" in page
    growing = client.get(f"{url}?kind=growth").text
    assert "Build the report" in growing and "Inventory" not in growing
    assert "with Alice as mentor (1 h)" in growing
    assert "Without growing: Alice from" in growing


def test_another_plan_is_proposed_with_one_click(as_user, shop, proposal):
    client, url = as_user(shop.cast.alice), f"/plan/proposals/{proposal.pk}/"
    page = client.get(url).text
    assert "2 plans to choose from" in page and "proposed below" in page
    usual = proposal.choices.get(key="as_found")
    answer = client.post(f"{url}choices/{usual.pk}/choose/", follow=True)
    assert "Proposed now: “Nobody grows”." in answer.text
    assert "1 stretch task" in answer.text  # it can still be chosen
    assert proposal.changes.get(task=shop.report).growth == {}
    again = client.post(f"{url}choices/{usual.pk}/choose/")
    assert again.status_code == 409
    assert "This plan is chosen already." in again.text


def test_what_growing_costs_is_asked_with_the_plan(as_user, shop):
    body = {"team": shop.team.pk, "seconds": 5, "longer_percent": 150}
    client = as_user(shop.cast.alice)
    assert "What growing costs" in client.get("/plan/").text
    client.post("/plan/propose/", {**body, "with_choices": "on"})
    asked = Proposal.objects.get()
    assert asked.with_choices
    assert asked.stretch_rules == {
        "longer_percent": 150,
        "mentoring_percent": 10,
        "margin_hours": 24,
    }
    refused = client.post("/plan/propose/", {**body, "longer_percent": 99})
    assert refused.status_code == 422


def test_many_choices_cost_no_more_queries_than_few(as_user, shop):
    client = as_user(shop.cast.alice)

    def ready(keys):
        found = Proposal.objects.create(
            team=shop.team, asked_at=shop.at, state="ready", seconds_used=1.0
        )
        ProposedChange.objects.create(
            proposal=found, task=shop.report, start_after=shop.at, end_after=shop.at
        )
        for place, key in enumerate(keys):
            measures = {
                "finish": "2026-06-05",
                "late_tasks": 0,
                "work_hours": 8,
                "growth": {"tasks": 0, "hours": 0},
            }
            PlanChoice.objects.create(
                proposal=found, key=key, place=place, measures=measures
            )
        return f"/plan/proposals/{found.pk}/"

    few = queries_of(client, ready(["as_found", "growth"]))
    many = ["as_found", "growth", "more_growth", "earliest"]
    assert queries_of(client, ready(many)) == few
