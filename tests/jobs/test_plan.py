"""`quarterdeck plan`: a proposal signed by the operator, and what-ifs that leave nothing."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from quarterdeck.domains.activity.models import Activity, Content
from quarterdeck.domains.planning.models import Proposal, Scenario
from quarterdeck.domains.planning.services import parts
from quarterdeck.jobs.supposing import NotUnderstood, understood
from tests.domains.planning.workshop import Workshop


@pytest.fixture
def shop(cast):
    return Workshop(cast)


def plan(*given):
    said = StringIO()
    call_command("plan", "--seconds", "1", *given, stdout=said)
    return said.getvalue()


def test_a_proposal_names_the_operator_and_not_somebody(shop):
    shop.task("Cook")
    assert plan().startswith("1 changes proposed")
    asked = Content.objects.get(activity__verb="plan.asked_for")
    assert asked.actor_name == "The operator at the command line"


@pytest.mark.in_children
def test_choices_are_told_as_json_and_in_lines(shop):
    shop.skill(shop.alice, "SQL", 4)
    shop.skill(shop.mara, "SQL", 2)
    shop.mara.skills.update(wants_to_grow=True, grow_hours=20)
    shop.task("Report", 8, needs={"SQL": 3})
    shop.task("Inventory", 60)
    told = json.loads(plan("--json", "--choices"))
    assert {"as_found", "growth"} <= {choice["key"] for choice in told["choices"]}
    assert all("growth" in change for change in told["changes"])
    assert "Nobody grows: all done on" in plan("--choices")


def test_a_what_if_is_told_side_by_side_and_nothing_is_kept(shop):
    shop.task("Cook", 40, people=[shop.mara])
    before = Activity.objects.count()
    said = plan("--what-if", "Mara leaves 2026-11-01")
    heading, *rows = said.splitlines()
    assert heading.split("  ")[-1].strip() == "A new plan, if so"
    assert any(row.startswith("All is done on") for row in rows)
    assert rows[-1] == "Nothing was kept."
    assert not Proposal.objects.exists()
    assert not Scenario.objects.exists()
    assert Activity.objects.count() == before


def test_a_what_if_as_json_has_its_columns(shop):
    task = shop.task("Cook")
    given = ("Mara away 2026-11-01 to 2026-11-30", f"task #{task.pk} due 2026-12-01")
    told = json.loads(plan("--json", "--what-if", given[0], "--what-if", given[1]))
    assert told["what_if"] == list(given)
    assert [c["name"] for c in told["columns"]][1:] == [
        "A new plan",
        "A new plan, if so",
    ]


def test_sentences_are_understood_in_a_few_ways(shop):
    task = shop.task("Cook soup")
    mara = {"person_id": shop.mara.pk}
    away = understood("mara is away from 2026-06-01 to 2026-06-05")
    assert away["kind"] == "person_away"
    assert (away["starts_on"].isoformat(), away["person_id"]) == (
        "2026-06-01",
        shop.mara.pk,
    )
    assert understood(f"#{shop.mara.pk} leaves 2026-06-01").items() >= mara.items()
    assert understood("task cook soup due 2026-06-12")["task_id"] == task.pk
    found = understood("project Summer menu due 2026-06-12")
    assert found["project_id"] == shop.project.pk


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("it rains", "is not understood. Say “NAME leaves DAY”"),
        ("Nobody leaves 2026-06-01", "Nothing in the plan is called “Nobody”"),
        ("Mara leaves 2026-02-30", "there is no day 2026-02-30"),
        ("Mara leaves soon", "is not understood"),
    ],
)
def test_what_is_not_understood_is_said_in_one_sentence(shop, sentence, told):
    with pytest.raises(CommandError) as refusal:
        plan("--what-if", sentence)
    assert told in str(refusal.value)
    assert refusal.value.returncode == 2


def test_a_name_of_two_is_told_apart_by_its_number(shop):
    other = shop.person("Mara")
    with pytest.raises(NotUnderstood, match=f"Mara · #{other.pk}"):
        understood("Mara leaves 2026-06-01")


def test_what_would_help_is_told_and_nothing_is_kept(shop):
    shop.task("Fly", 8, needs={"Flying": 2})
    told = json.loads(plan("--levers", "--json"))
    assert told["headline"] == "One thing that would bring more work into the plan"
    first = told["levers"][0]
    assert first["sentence"].startswith("One person more with Flying 2 in")
    assert (told["base"]["unplaced"], first["unplaced"]) == (1, 0)
    said = plan("--levers")
    assert "Asks for 8 h of work by somebody new." in said
    assert said.endswith("Nothing was kept.\n")
    assert not Proposal.objects.exists() and not Scenario.objects.exists()


def test_the_whole_is_cut_when_asked_for(shop, monkeypatch):
    monkeypatch.setattr(parts, "ROUNDS", 1)
    for number in range(3):
        shop.task(f"Task {number}")
    said = plan("--parts", "always")
    assert "round 1: 1 part with 3 tasks" in said
    assert Proposal.objects.get().in_parts is True


def test_aims_in_strict_order_are_told(shop):
    shop.task("Cook")
    said = plan("--order", "lateness, makespan")
    assert "in strict order Meet deadlines, then Finish early" in said
    assert "  Meet deadlines: proven, no plan does better." in said
    with pytest.raises(CommandError, match="no aim"):
        plan("--order", "fame")
