"""Propose, accept, lock, suppose: on the real planner in its own process."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext

from quarterdeck.domains.activity.models import Activity
from quarterdeck.domains.activity.services import verify_chain
from quarterdeck.domains.planning import services
from quarterdeck.domains.planning.models import Proposal, Scenario
from quarterdeck.domains.planning.services.solving import solve_proposal
from quarterdeck.domains.projects.models import Contributor, Task
from quarterdeck.domains.projects.services import undo_act
from tests.domains.planning.workshop import Workshop


@pytest.fixture
def shop(cast):
    return Workshop(cast)


def proposed(shop, **more) -> Proposal:
    proposal = services.propose_plan(
        team=shop.team, by=shop.cast.alice, at=shop.at, seconds=1, **more
    )
    solve_proposal.call(proposal_id=proposal.pk)
    proposal.refresh_from_db()
    return proposal


@pytest.mark.in_children
def test_a_proposal_moves_nothing_by_itself(shop):
    task = shop.task("Cook", needs={"Cooking": 3})
    shop.skill(shop.mara, "Cooking", 4)
    proposal = proposed(shop)
    task.refresh_from_db()
    assert proposal.state == "ready"
    assert task.planned_start is None
    assert not Contributor.objects.exists()


def test_each_change_says_who_when_why_and_what_else(shop):
    shop.task("Cook", needs={"Cooking": 3})
    shop.skill(shop.mara, "Cooking", 4)
    (change,) = proposed(shop).changes.all()
    assert change.people_after == [shop.mara.pk]
    assert change.reasons[0] == ("Mara is the only one who can do Cooking well enough.")
    assert change.start_after.hour == 9
    assert change.alternative


def test_what_nobody_can_do_is_listed_with_the_skill(shop):
    shop.task("Translate", needs={"Japanese": 4})
    proposal = proposed(shop)
    (left,) = proposal.left_out
    assert left["title"] == "Translate"
    assert "Japanese 4" in left["reason"]


def test_an_impossible_wish_is_named_in_words(shop):
    shop.skill(shop.mara, "Cooking", 5)
    shop.away(shop.mara, shop.day(0), shop.day(11))
    shop.task(
        "Buffet",
        needs={"Cooking": 4},
        deadline=shop.day(9),
        deadline_is_hard=True,
    )
    proposal = proposed(shop)
    told = " · ".join(proposal.conflict)
    assert proposal.state == "impossible"
    assert "Mara is away 1 Jun 2026 to 12 Jun 2026" in told
    assert "“Buffet” has the firm deadline 10 Jun 2026" in told
    assert "Cooking 4" in told


def test_accepting_a_part_leaves_the_rest(shop):
    for title in ("Cook", "Bake", "Wash"):
        shop.task(title)
    proposal = proposed(shop)
    one = proposal.changes.first()
    services.accept_changes(
        proposal=proposal, change_ids=[one.pk], by=shop.cast.alice, at=shop.at
    )
    planned = Task.objects.filter(planned_start__isnull=False)
    assert [task.pk for task in planned] == [one.task_id]
    assert planned.get().accountable_id in one.people_after


def test_accepting_is_one_act_that_can_be_undone(shop):
    for title in ("Cook", "Bake", "Wash"):
        shop.task(title)
    proposal = proposed(shop)
    services.accept_changes(
        proposal=proposal, change_ids=None, by=shop.cast.alice, at=shop.at
    )
    act = Activity.objects.filter(verb="plan.accepted").get()
    assert Task.objects.filter(planned_start__isnull=False).count() == 3
    assert not proposal.changes.filter(decision="open").exists()
    undo_act(activity_id=act.pk, by=shop.cast.alice, at=shop.at)
    assert not Task.objects.filter(planned_start__isnull=False).exists()
    assert proposal.changes.filter(decision="open").count() == 3
    assert not Contributor.objects.exists()
    assert verify_chain().whole


def test_accepting_takes_the_same_queries_for_few_and_many(shop):
    counted = []
    for round_of in (3, 12):
        for number in range(round_of):
            shop.task(f"Task {number}")
        proposal = proposed(shop)
        with CaptureQueriesContext(connection) as queries:
            services.accept_changes(
                proposal=proposal, change_ids=None, by=shop.cast.alice, at=shop.at
            )
        counted.append(len(queries))
        Task.objects.all().delete()
    assert counted[0] == counted[1]


def test_a_task_that_changed_meanwhile_is_named_and_nothing_is_taken_over(shop):
    cook, bake = shop.task("Cook"), shop.task("Bake")
    proposal = proposed(shop)
    Contributor.objects.create(task=bake, person=shop.bob, since=shop.at)
    with pytest.raises(services.PlanMovedOn, match="“Bake”"):
        services.accept_changes(
            proposal=proposal, change_ids=None, by=shop.cast.alice, at=shop.at
        )
    cook.refresh_from_db()
    assert cook.planned_start is None


def test_who_was_named_for_a_task_stays_on_it_when_nothing_is_gained(shop):
    for number in range(4):
        shop.task(f"Task {number}", 2, people=[shop.mara])
    changes = proposed(shop).changes.all()
    assert {tuple(change.people_after) for change in changes} == {(shop.mara.pk,)}


def test_who_has_far_too_much_gives_some_of_it_away(shop):
    for number in range(12):
        shop.task(f"Task {number}", 40, people=[shop.mara], deadline=shop.day(25))
    proposal = proposed(shop)
    people = {i for change in proposal.changes.all() for i in change.people_after}
    assert len(people) > 1
    assert proposal.before["finish"] is None


def test_who_does_not_lead_the_team_may_not_ask(shop):
    for user in (shop.cast.bob, shop.cast.charlie, shop.cast.olga):
        with pytest.raises(PermissionDenied):
            services.propose_plan(team=shop.team, by=user, at=shop.at)


def test_a_locked_task_keeps_its_person(shop):
    task = shop.task("Cook", people=[shop.bob], needs={"Cooking": 5})
    shop.skill(shop.mara, "Cooking", 5)
    services.lock_task(
        task=task, keeps_people=True, keeps_start=False, by=shop.cast.alice, at=shop.at
    )
    (change,) = proposed(shop).changes.all()
    assert change.people_after == [shop.bob.pk]
    assert any("locked" in reason for reason in change.reasons)


def test_a_what_if_is_compared_and_leaves_no_trace(shop):
    shop.skill(shop.mara, "Cooking", 5)
    shop.task("Cook", 40, needs={"Cooking": 4})
    scenario = services.suppose_and_plan(
        name="Mara is away",
        team=shop.team,
        adjustments=[
            {
                "kind": "person_away",
                "person_id": shop.mara.pk,
                "starts_on": shop.day(0),
                "ends_on": shop.day(13),
            }
        ],
        by=shop.cast.alice,
        at=shop.at,
        seconds=1,
    )
    proposal = scenario.proposals.get()
    solve_proposal.call(proposal_id=proposal.pk)
    proposal.refresh_from_db()
    assert proposal.without["finish"] == "2026-06-05"
    assert proposal.after["finish"] == "2026-06-19"
    assert not proposal.changes.exists()
    services.discard_scenario(scenario=scenario, by=shop.cast.alice, at=shop.at)
    assert not Scenario.objects.exists()
    assert not Proposal.objects.exists()


def test_a_second_plan_for_the_same_team_waits_for_the_first(shop):
    services.propose_plan(team=shop.team, by=shop.cast.alice, at=shop.at)
    with pytest.raises(services.AlreadyBeingMade):
        services.propose_plan(team=shop.team, by=shop.cast.dana, at=shop.at)


def test_the_same_seed_gives_the_same_plan(shop):
    for number in range(6):
        shop.task(f"Task {number}", 5 + number)
    made = [proposed(shop) for _ in range(2)]
    assert [each.repeatable for each in made] == [True, True]
    plans = [
        [(c.task_id, c.people_after, c.start_after) for c in each.changes.all()]
        for each in made
    ]
    assert plans[0] == plans[1]


def test_the_whole_instance_is_planned_for_whoever_runs_it(shop):
    shop.task("Cook")
    proposal = services.plan_whole_instance(at=shop.at, seconds=1)
    assert (proposal.state, proposal.changes.count()) == ("ready", 1)
    assert proposal.team == shop.cast.root
