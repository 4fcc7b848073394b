"""A plan made in parts, each an ordinary job: by one worker, by two, and when one is lost."""

from datetime import timedelta

import pytest

from quarterdeck.domains.background_jobs.models import Job
from quarterdeck.domains.background_jobs.services import JobCancelled, Worker
from quarterdeck.domains.background_jobs.services.claiming import claim_job
from quarterdeck.domains.planning import services
from quarterdeck.domains.planning.models import PartOfPlan, Proposal
from quarterdeck.domains.planning.rules.parts import FROM_TASKS, goes_in_parts
from quarterdeck.domains.planning.services import (
    gathering,
    handing_out,
    parts,
)
from quarterdeck.domains.planning.services.solving import solve_proposal
from quarterdeck.shared.confined import ConfinedFailure
from tests.domains.planning.workshop import Workshop


@pytest.fixture
def shop(cast, monkeypatch):
    monkeypatch.setattr(parts, "MOST_TASKS", 4)
    monkeypatch.setattr(parts, "ROUNDS", 2)
    shop = Workshop(cast)
    for number in range(9):
        person = (shop.bob, shop.mara, shop.alice)[number % 3]
        shop.task(f"Task {number}", hours=4 + number, people=(person,))
    return shop


@pytest.fixture
def second(cast):
    """Another worker, with the clock of the cast a year on, so that all is due."""
    at = cast.at + timedelta(days=365_0)
    return Worker(clock=lambda: at, name="second")


def asked(shop, **more) -> Proposal:
    return services.propose_plan(
        team=shop.team, by=shop.cast.alice, at=shop.at, seconds=1, in_parts=True, **more
    )


def made(proposal: Proposal) -> Proposal:
    solve_proposal.call(proposal_id=proposal.pk)
    proposal.refresh_from_db()
    return proposal


def plan_of(proposal: Proposal) -> list[tuple[object, ...]]:
    rows = proposal.changes.order_by("task_id")
    return list(rows.values_list("task_id", "people_after", "start_after", "end_after"))


@pytest.mark.in_children
def test_one_worker_plans_every_part_itself_and_puts_all_away(shop, monkeypatch):
    monkeypatch.setattr(parts, "ROUNDS", 1)
    proposal = made(asked(shop))
    assert proposal.state == "ready"
    assert proposal.changes.count() == 9
    rounds = proposal.portfolio["rounds"]
    assert len(rounds) == 1
    assert rounds[0]["parts"] >= 2
    assert rounds[-1]["objective"] <= proposal.portfolio["first"]
    assert {row["by_others"] for row in rounds} == {0}
    assert not PartOfPlan.objects.exists()
    assert list(Job.objects.all()) == [proposal.job]


def test_two_workers_make_the_plan_that_one_makes(shop, second, monkeypatch):
    alone = made(asked(shop))
    take = gathering.Gathering._take

    def after_the_other(self, missing):
        claimed = Job.objects.filter(task_path__endswith="plan_part", state="queued")
        if claimed.count() == len(missing) > 1:
            Job.objects.exclude(task_path__endswith="plan_part").update(state="done")
            assert second.work_once()
        return take(self, missing)

    monkeypatch.setattr(gathering.Gathering, "_take", after_the_other)
    together = made(asked(shop))
    assert sum(row["by_others"] for row in together.portfolio["rounds"]) >= 2
    assert plan_of(together) == plan_of(alone)


def test_a_part_that_is_lost_with_its_worker_is_planned_again(
    shop, second, monkeypatch
):
    alone = made(asked(shop))
    monkeypatch.setattr(gathering, "GRACE", -1e9)
    gather = gathering.Gathering.gather

    def one_is_taken_and_lost(self):
        Job.objects.exclude(task_path__endswith="plan_part").update(state="done")
        claim = claim_job(worker="lost", clock=second.clock, lease=second.lease)
        part = PartOfPlan.objects.get(job=claim.job)
        PartOfPlan.objects.filter(pk=part.pk).update(taken_by=handing_out.JOB)
        return gather(self)

    monkeypatch.setattr(gathering.Gathering, "gather", one_is_taken_and_lost)
    assert plan_of(made(asked(shop))) == plan_of(alone)


def test_a_part_that_breaks_stays_as_it_was_and_the_others_go_on(shop, monkeypatch):
    run = handing_out.run_confined

    def breaks(name, payload, **more):
        if "plan_parts" in name and b'"number":0,' in bytes(payload):
            raise ConfinedFailure.memory(1)
        return run(name, payload, **more)

    monkeypatch.setattr(handing_out, "run_confined", breaks)
    proposal = made(asked(shop))
    assert proposal.state == "ready"
    assert [row["failed"] for row in proposal.portfolio["rounds"]] == [1, 1]
    assert proposal.changes.count() == 9


def test_a_part_whose_plan_was_cancelled_is_not_wanted_any_more(shop, monkeypatch):
    def cancelled(self):
        raise JobCancelled("The job was cancelled.")

    monkeypatch.setattr(gathering.Gathering, "gather", cancelled)
    with pytest.raises(JobCancelled):
        made(asked(shop))
    assert not PartOfPlan.objects.exists()
    assert not Job.objects.filter(task_path__endswith="plan_part").exists()
    handing_out.plan_part.call(part_id=1)


def test_what_a_lost_coordinator_handed_out_is_used_again(shop, monkeypatch):
    monkeypatch.setattr(parts, "put_away", lambda proposal: None)
    proposal = made(asked(shop))
    first = dict(proposal.parts.values_list("pk", "answer"))
    asked_again = []
    monkeypatch.setattr(
        handing_out, "plan", lambda row: asked_again.append(row) or pytest.fail()
    )
    monkeypatch.setattr(gathering, "plan", handing_out.plan)
    proposal.changes.all().delete()
    made(proposal)
    assert dict(proposal.parts.values_list("pk", "answer")) == first
    assert asked_again == []


def test_parts_of_a_plan_that_was_given_up_are_swept_away(shop, monkeypatch):
    with monkeypatch.context() as lost:
        lost.setattr(parts, "put_away", lambda proposal: None)
        given_up = made(asked(shop))
    Job.objects.filter(pk=given_up.job_id).update(state="dead")
    assert given_up.parts.exists()
    made(asked(shop))
    assert not PartOfPlan.objects.exists()


def test_the_size_decides_unless_somebody_did(shop):
    assert not goes_in_parts(None, FROM_TASKS - 1)
    assert goes_in_parts(None, FROM_TASKS)
    assert goes_in_parts(True, 2)
    assert not goes_in_parts(False, 10**6)


def test_a_what_if_is_compared_under_the_same_conditions_so_never_cut(shop):
    scenario = services.draft_scenario(
        name="Bob leaves",
        team=shop.team,
        adjustments=[
            {"kind": "person_leaves", "person_id": shop.bob.pk, "on": shop.day(3)}
        ],
        by=shop.cast.alice,
        at=shop.at,
    )
    assert "rounds" not in made(asked(shop, scenario=scenario)).portfolio


def test_points_are_not_told_where_they_would_tell_what_hours_cost(shop):
    portfolio = made(asked(shop, weights={"cost": 1.0})).portfolio
    assert "first" not in portfolio
    assert all("objective" not in row for row in portfolio["rounds"])
