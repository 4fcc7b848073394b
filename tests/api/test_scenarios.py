"""A program supposes, compares and discards, with the verbs of the screens."""

import pytest

from quarterdeck.domains.background_jobs.models import Job
from quarterdeck.domains.planning.models import Proposal, Scenario
from quarterdeck.domains.planning.services.solving import solve_proposal
from tests.domains.planning.workshop import Workshop

URL = "/api/v1/planning/scenarios/"


@pytest.fixture
def shop(cast):
    return Workshop(cast)


@pytest.fixture
def alice(as_user, cast):
    return as_user(cast.alice)


def send(client, url, body=None, method="post"):
    return getattr(client, method)(url, body or {}, content_type="application/json")


@pytest.fixture
def scenario(alice, shop):
    shop.task("Cook", 40, people=[shop.mara])
    body = {
        "name": "Mara leaves",
        "team_id": shop.team.pk,
        "suppositions": [
            {"kind": "person_leaves", "person_id": shop.mara.pk, "on": "2026-06-01"}
        ],
    }
    answer = send(alice, URL, body)
    assert answer.status_code == 201
    return answer.json()


def test_a_draft_says_what_it_supposes(scenario, shop):
    (row,) = scenario["suppositions"]
    assert row["sentence"] == "Mara leaves: gone from 1 Jun 2026."
    assert row["adjustment"]["person_id"] == shop.mara.pk
    assert not Proposal.objects.exists()


def test_suppositions_are_added_and_removed_by_number(alice, shop, scenario):
    url = f"{URL}{scenario['id']}/"
    task = shop.task("Bake", deadline=shop.day(30))
    more = [
        {"kind": "deadline_moves", "task_id": task.pk, "on": "2026-06-12"},
        {
            "kind": "project_deadline_moves",
            "project_id": shop.project.pk,
            "on": "2026-07-01",
        },
        {
            "kind": "person_away",
            "person_id": shop.bob.pk,
            "starts_on": "2026-06-02",
            "ends_on": "2026-06-04",
        },
    ]
    for supposition in more:
        answer = send(alice, f"{url}suppositions/", {"supposition": supposition})
        assert answer.status_code == 201
    told = answer.json()["suppositions"]
    assert [row["number"] for row in told] == [1, 2, 3, 4]
    assert told[1]["sentence"].startswith("The deadline of the task “Bake” is 12 Jun")
    assert "where it has none now" in told[2]["sentence"]
    assert told[3]["sentence"] == "Bob is away from 2 Jun 2026 to 4 Jun 2026."
    assert alice.delete(f"{url}suppositions/2/").status_code == 204
    assert alice.delete(f"{url}suppositions/2/").status_code == 404
    rows = alice.get(url).json()["suppositions"]
    assert [row["number"] for row in rows] == [1, 3, 4]


def test_the_comparison_is_a_job_and_read_side_by_side(alice, scenario):
    url = f"{URL}{scenario['id']}/"
    assert alice.get(f"{url}comparison/").json()["state"] == "none"
    asked = send(alice, f"{url}compare/", {"seconds": 5})
    assert (asked.status_code, asked.json()["scenario_id"]) == (202, scenario["id"])
    assert alice.get(f"/api/v1/jobs/{asked.json()['job_id']}/").status_code == 200
    solve_proposal.call(proposal_id=asked.json()["id"])
    told = alice.get(f"{url}comparison/").json()
    assert (told["state"], told["is_current"]) == ("ready", True)
    names = [column["name"] for column in told["columns"]]
    assert names == ["As planned now", "A new plan", "A new plan, if Mara leaves"]
    finishes = [column["measures"]["finish"] for column in told["columns"]]
    assert finishes[2] >= finishes[1]


def test_a_comparison_tells_when_it_is_older_than_the_draft(alice, scenario):
    url = f"{URL}{scenario['id']}/"
    asked = send(alice, f"{url}compare/", {"seconds": 5}).json()
    alice.delete(f"{url}suppositions/1/")
    solve_proposal.call(proposal_id=asked["id"])
    told = alice.get(f"{url}comparison/").json()
    assert (told["state"], told["is_current"]) == ("ready", False)


def test_nothing_supposed_is_nothing_to_compare(alice, shop):
    drafted = send(alice, URL, {"name": "Empty", "team_id": shop.team.pk}).json()
    answer = send(alice, f"{URL}{drafted['id']}/compare/")
    assert answer.status_code == 409
    assert "at least one thing" in answer.json()["detail"]


def test_discarded_it_is_gone_with_its_comparison_and_its_job(alice, scenario):
    url = f"{URL}{scenario['id']}/"
    send(alice, f"{url}compare/", {"seconds": 5})
    assert Job.objects.exists()
    assert alice.delete(url).status_code == 204
    assert alice.get(url).status_code == 404
    left = [model.objects.count() for model in (Scenario, Proposal, Job)]
    assert left == [0, 0, 0]


def test_what_the_plan_is_not_about_cannot_be_supposed(alice, cast, shop, scenario):
    """An id of another team is answered as one that nobody has."""
    url = f"{URL}{scenario['id']}/suppositions/"
    answers = []
    for person in (cast.person(cast.charlie).pk, 987_654):
        body = {"kind": "person_leaves", "person_id": person, "on": "2026-06-01"}
        answers.append(send(alice, url, {"supposition": body}))
    assert [answer.status_code for answer in answers] == [409, 409]
    assert answers[0].json() == answers[1].json()
    assert "is not about this person" in answers[0].json()["detail"]


def test_an_unknown_kind_is_named(alice, scenario):
    body = {"supposition": {"kind": "rain", "on": "2026-06-01"}}
    answer = send(alice, f"{URL}{scenario['id']}/suppositions/", body)
    assert answer.status_code == 422
    assert "rain" in answer.json()["detail"]


def test_time_away_that_ends_before_it_begins_is_refused(alice, shop, scenario):
    body = {
        "kind": "person_away",
        "person_id": shop.mara.pk,
        "starts_on": "2026-06-09",
        "ends_on": "2026-06-08",
    }
    url = f"{URL}{scenario['id']}/suppositions/"
    answer = send(alice, url, {"supposition": body})
    assert answer.status_code == 409
    assert "ends before it begins" in answer.json()["detail"]


def test_drafts_are_listed_for_those_who_lead_the_team(as_user, cast, alice, scenario):
    assert [row["id"] for row in alice.get(URL).json()["items"]] == [scenario["id"]]
    assert as_user(cast.bob).get(URL).json()["items"] == []
    assert as_user(cast.bob).get(f"{URL}{scenario['id']}/").status_code == 404


def test_what_levers_suppose_can_be_supposed_by_programs(alice, shop, scenario):
    task = shop.task("Cook the soup")
    span = {"starts_on": "2026-06-01", "ends_on": "2026-06-05"}
    rows = [
        {"kind": "people_join", "team_id": shop.team.pk, "on": "2026-06-08"},
        {"kind": "fewer_hours", "task_id": task.pk, "hours": 2},
        {"kind": "leave_moves", "person_id": shop.mara.pk, **span, "on": "2026-07-01"},
        {"kind": "longer_days", "person_id": shop.mara.pk, **span, "hours": 1},
    ]
    url = f"/api/v1/planning/scenarios/{scenario['id']}/suppositions/"
    for row in rows:
        answer = send(alice, url, {"supposition": row})
        assert answer.status_code in (200, 201), answer.text
    kept = Scenario.objects.get().adjustments[-4:]
    assert [row["kind"] for row in kept] == [row["kind"] for row in rows]
    assert kept[0]["skill_id"] is None
    nobody = {**rows[0], "skill_id": 10**6}
    assert send(alice, url, {"supposition": nobody}).status_code == 409
    never = {**rows[3], "ends_on": "2026-05-01"}
    assert send(alice, url, {"supposition": never}).status_code == 409
