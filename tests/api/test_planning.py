"""A program asks for a plan, looks at it and takes a part of it over."""

import pytest

from quarterdeck.domains.planning.services.solving import solve_proposal
from quarterdeck.domains.projects.models import Task
from tests.domains.planning.workshop import Workshop

URL = "/api/v1/planning/proposals/"


@pytest.fixture
def shop(cast):
    return Workshop(cast)


@pytest.fixture
def alice(as_user, cast):
    return as_user(cast.alice)


@pytest.fixture
def proposal(alice, shop):
    for title in ("Cook", "Bake"):
        shop.task(title)
    body = {"team_id": shop.team.pk, "seconds": 5}
    answer = alice.post(URL, body, content_type="application/json")
    assert (answer.status_code, answer.json()["state"]) == (202, "solving")
    number = answer.json()["id"]
    solve_proposal.call(proposal_id=number)
    return f"{URL}{number}/"


def test_a_plan_is_asked_for_and_looked_at(alice, proposal):
    told = alice.get(proposal).json()
    assert (told["state"], told["conflict"], told["left_out"]) == ("ready", [], [])
    assert told["bound"] <= told["objective"]
    changes = alice.get(f"{proposal}changes/").json()["items"]
    assert {change["decision"] for change in changes} == {"open"}
    assert all(change["reasons"] for change in changes)


def test_a_part_is_taken_over_and_the_rest_is_left(alice, proposal):
    one, two = alice.get(f"{proposal}changes/").json()["items"]
    took = alice.post(
        f"{proposal}accept/",
        {"change_ids": [one["id"]]},
        content_type="application/json",
    )
    left = alice.post(f"{proposal}refuse/", {}, content_type="application/json")
    assert (took.json()["decided"], left.json()["decided"]) == (1, 1)
    planned = Task.objects.filter(planned_start__isnull=False)
    assert [task.pk for task in planned] == [one["task_id"]]
    assert two["task_id"] != one["task_id"]


def test_a_task_that_moved_on_is_a_conflict_that_names_it(alice, proposal):
    Task.objects.filter(title="Bake").update(status=Task.Status.DONE)
    answer = alice.post(f"{proposal}accept/", {}, content_type="application/json")
    assert answer.status_code == 409
    assert "“Bake”" in answer.json()["detail"]


def test_a_weight_that_is_no_number_is_named(alice, shop):
    body = {"team_id": shop.team.pk, "weights": {"growth": "much"}}
    answer = alice.post(URL, body, content_type="application/json")
    assert answer.status_code == 422
    assert "growth" in answer.json()["detail"]


def test_a_lock_is_set_and_taken_off(alice, shop):
    task = shop.task("Cook", people=[shop.mara])
    url = f"/api/v1/tasks/{task.pk}/plan-lock/"
    answer = alice.post(url, {"keeps_people": True}, content_type="application/json")
    assert answer.json() == {
        "task_id": task.pk,
        "keeps_people": True,
        "keeps_start": False,
    }
    assert alice.delete(url).status_code == 204
    assert alice.delete(url).status_code == 409


def test_growth_is_told_and_another_plan_is_chosen(alice, shop):
    shop.skill(shop.alice, "SQL", 4)
    shop.skill(shop.mara, "SQL", 2)
    shop.mara.skills.update(wants_to_grow=True, grow_hours=20)
    shop.skill(shop.bob, "Cooking", 3)
    shop.task("Report", 8, needs={"SQL": 3})
    shop.task("Inventory", 60, needs={"Cooking": 1})
    body = {
        "team_id": shop.team.pk,
        "seconds": 5,
        "weights": {"growth": 10, "even_load": 0},
        "stretch_rules": {"longer_percent": 100},
    }
    asked = alice.post(URL, body, content_type="application/json").json()
    solve_proposal.call(proposal_id=asked["id"])
    proposal = f"{URL}{asked['id']}/"
    after = alice.get(proposal).json()["after"]
    assert after["price_of_growth"] == "1 stretch task costs +1 h, no date moves."
    changes = alice.get(f"{proposal}changes/").json()["items"]
    (grown,) = [change for change in changes if change["growth"]]
    assert grown["growth"]["person_mentor"] == shop.alice.pk
    choices = alice.get(f"{proposal}choices/").json()["items"]
    assert [choice["key"] for choice in choices] == ["growth", "as_found"]
    other = f"{proposal}choices/{choices[1]['id']}/choose/"
    told = alice.post(other, content_type="application/json").json()
    assert told["after"]["growth"]["tasks"] == 0
    assert alice.post(other, content_type="application/json").status_code == 409


def test_aims_in_strict_order_are_asked_for_and_told(alice, shop):
    shop.task("Cook")
    body = {"team_id": shop.team.pk, "seconds": 5, "order": ["lateness", "cost"]}
    number = alice.post(URL, body, content_type="application/json").json()["id"]
    solve_proposal.call(proposal_id=number)
    told = alice.get(f"{URL}{number}/").json()
    assert (told["order"], told["gap"]) == (["lateness", "cost"], None)
    late, cost, _ = told["aims"]
    assert (late["amount"], late["proven"], cost["amount"]) == (0, True, None)
    body["order"] = ["fame"]
    assert alice.post(URL, body, content_type="application/json").status_code == 422
