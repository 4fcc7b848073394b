"""Many people, or one impatient hand, at the same moment: one effect, no lost words."""

import json
from collections import Counter

import pytest

from .instance import Instance
from .parallel import Quarrel

pytestmark = pytest.mark.slow
HANDS = 10


@pytest.fixture(scope="module")
def quarrel(ready, tmp_path_factory):
    instance = Instance(tmp_path_factory.mktemp("quarrel"), like=ready)
    instance.env |= {"WEB_PROCESSES": "2", "WEB_THREADS": "4"}
    try:
        found = Quarrel(instance)
        instance.run("--no-worker")
        yield found
    finally:
        instance.end()


def statuses(answers) -> Counter:
    return Counter(status for status, _ in answers)


@pytest.mark.parametrize("kind", ["task", "goal", "person"])
def test_an_impatient_hand_adds_one(quarrel, kind):
    world, name = quarrel.world, f"Once {kind}"
    path, body, model = {
        "task": (
            "/projects/tasks/quick-add/",
            {"line": name, "project": world["project"], "seen": name},
            "projects.Task",
        ),
        "goal": ("/goals/add/", {"title": name, "why": "W"}, "goals.Goal"),
        "person": (
            "/people/add/",
            {"name": name, "team": world["team"]},
            "people.Person",
        ),
    }[kind]
    form = {**body, "request_key": f"key-{kind}"}
    answers = quarrel.all_at_once(*[("browser", "POST", path, form)] * 5)
    assert statuses(answers) == {302: 5}
    which = {"name": name} if kind == "person" else {"title": name}
    assert quarrel.count(model, **which) == 1


def test_a_program_that_repeats_at_once_adds_one(quarrel):
    """Who comes while the first is at work is told so; later the answer is said again."""
    body, headers = {"title": "Once over", "why": "W"}, {"Idempotency-Key": "one key"}
    sent = ("dana", "POST", "/api/v1/goals/", body, headers)
    answers = quarrel.all_at_once(*[sent] * 5)
    assert set(statuses(answers)) <= {201, 409}
    said = {text for status, text in answers if status == 201}
    ((status, text),) = quarrel.all_at_once(sent)
    assert status == 201
    assert said == {text}
    assert quarrel.count("goals.Goal", title="Once over") == 1


def test_of_many_who_change_one_field_one_wins_and_all_are_told(quarrel):
    path = f"/api/v1/tasks/{quarrel.world['task']}/"
    version = quarrel.api("GET", path)["version"]
    titles = [f"Title {number}" for number in range(HANDS)]
    answers = quarrel.all_at_once(
        *[("dana", "PATCH", path, {"version": version, "title": t}) for t in titles]
    )
    assert statuses(answers) == {200: 1, 409: HANDS - 1}
    kept = quarrel.api("GET", path)["title"]
    for title, (status, text) in zip(titles, answers, strict=True):
        if status == 200:
            assert title == kept
        else:
            (conflict,) = json.loads(text)["errors"]
            assert (conflict["theirs"], conflict["yours"]) == (kept, title)


def test_of_many_forms_on_one_field_the_losers_see_both_texts(quarrel):
    task = quarrel.world["task"]
    version = quarrel.api("GET", f"/api/v1/tasks/{task}/")["version"]
    whys = [f"Because of reason {number}" for number in range(HANDS)]
    forms = [{"fields": "why", "version": version, "why": why} for why in whys]
    path = f"/projects/tasks/{task}/edit/"
    answers = quarrel.all_at_once(*[("browser", "POST", path, each) for each in forms])
    assert statuses(answers) == {302: 1, 409: HANDS - 1}
    kept = quarrel.api("GET", f"/api/v1/tasks/{task}/")["why"]
    for why, (status, text) in zip(whys, answers, strict=True):
        assert status == 302 or (why in text and kept in text)


def test_changes_of_different_fields_all_survive(quarrel):
    path = f"/api/v1/tasks/{quarrel.world['task']}/"
    version = quarrel.api("GET", path)["version"]
    wanted = {
        "title": "New title",
        "why": "New why",
        "description": "New words",
        "definition_of_done": "When it is done",
        "priority": 1,
        "deadline": "2031-03-03",
    }
    answers = quarrel.all_at_once(
        *[
            ("dana", "PATCH", path, {"version": version, field: value})
            for field, value in wanted.items()
        ]
    )
    assert statuses(answers) == {200: len(wanted)}
    task = quarrel.api("GET", path)
    assert {field: task[field] for field in wanted} == wanted
    assert task["version"] == version + len(wanted)


@pytest.mark.parametrize(
    ("who", "path", "body", "verb"),
    [
        ("dana", "/api/v1/planning/proposals/{proposal}/accept/", {}, "plan.accepted"),
        ("bob", "/api/v1/delegations/{delegation}/accept/", {}, "delegation.accepted"),
        ("dana", "/api/v1/goals/{goal}/close/", {"outcome": "reached"}, "goal.closed"),
    ],
)
def test_what_can_happen_once_happens_once(quarrel, who, path, body, verb):
    sent = (who, "POST", path.format(**quarrel.world), body)
    answers = quarrel.all_at_once(*[sent] * HANDS)
    assert statuses(answers) in ({200: 1, 409: HANDS - 1}, {201: 1, 409: HANDS - 1})
    assert quarrel.count("activity.Activity", verb=verb) == 1


def test_afterwards_the_record_of_acts_is_whole(quarrel):
    assert "whole" in quarrel.instance.command("verify-activity").stdout
