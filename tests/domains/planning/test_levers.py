"""What would help: found by planning with it, told in words, supposed with one press."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied

from quarterdeck.domains.activity.models import Activity
from quarterdeck.domains.planning import queries, services
from quarterdeck.domains.planning.choices import DEFAULTS
from quarterdeck.domains.planning.models import LeverSearch, Proposal, Scenario
from quarterdeck.domains.planning.services.levers import weigh_levers
from quarterdeck.domains.planning.services.solving import solve_proposal
from quarterdeck.domains.planning.translation import suppose
from quarterdeck.domains.planning.translation.tasks import hours_of
from quarterdeck.shared.errors import RuleBroken

from .workshop import Workshop


@pytest.fixture
def shop(cast):
    return Workshop(cast)


@pytest.fixture
def proposal(shop):
    """Three tasks that only Mara can do, who is away soon, and a deadline."""
    shop.skill(shop.mara, "Pastry", 2)
    start = shop.at.date()
    shop.away(shop.mara, start + timedelta(days=7), start + timedelta(days=20))
    due = start + timedelta(days=10)
    for title in ("Dough", "Cake", "Feast"):
        shop.task(title, 24, needs={"Pastry": 2}, deadline=due)
    return Proposal.objects.create(
        team=shop.team,
        asked_by=shop.cast.alice,
        asked_at=shop.at,
        state=Proposal.State.READY,
        seconds=5,
        weights=DEFAULTS,
    )


def found(proposal):
    return queries.levers_of(proposal)


@pytest.mark.in_children
def test_what_would_help_is_found_told_and_supposed(shop, proposal):
    assert found(proposal).standing == "none"
    search = services.find_levers(proposal=proposal, by=shop.cast.alice, at=shop.at)
    assert found(proposal).standing == "looking"
    with pytest.raises(RuleBroken, match="being looked for"):
        services.find_levers(proposal=proposal, by=shop.cast.alice, at=shop.at)
    weigh_levers.call(search_id=search.pk)
    levers = found(proposal)
    assert levers.standing == "ready"
    assert "that would bring the finish before" in levers.headline
    sentences = [each.sentence for each in levers.helpful]
    assert any("with Pastry 2 in" in each for each in sentences)
    assert any(each.startswith("The leave of Mara") for each in sentences)
    kinds = {each.adjustment["kind"] for each in (*levers.helpful, *levers.others)}
    assert {"people_join", "leave_moves", "fewer_hours", "longer_days"} <= kinds
    best = levers.first[0]
    assert best.helps and best.price and best.told["days_earlier"] > 0
    scenario = services.suppose_lever(
        proposal=proposal, number=best.number, by=shop.cast.alice, at=shop.at
    )
    assert scenario.name == best.sentence.rstrip(".")
    (row,) = scenario.adjustments
    assert row["kind"] == best.adjustment["kind"]
    assert queries.suppositions_of(scenario)[0].sentence == best.sentence
    assert scenario.proposals.get().is_being_made
    verbs = set(Activity.objects.values_list("verb", flat=True))
    assert {"levers.asked_for", "scenario.drafted", "plan.asked_for"} <= verbs


def test_somebody_new_is_planned_with_and_is_not_in_the_cost(shop, proposal):
    skill = shop.skill(shop.bob, "Ice", 1)
    what = {"kind": "people_join", "team_id": shop.team.pk, "skill_id": skill.pk}
    scenario = services.draft_scenario(
        name="One more",
        team=shop.team,
        adjustments=[{**what, "level": 2, "count": 1, "on": shop.at.date()}],
        by=shop.cast.alice,
        at=shop.at,
    )
    shop.task("Sorbet", 16, needs={"Ice": 2})
    run = services.compare_scenario(
        scenario=scenario, by=shop.cast.alice, at=shop.at, seconds=5
    )
    solve_proposal.call(proposal_id=run.pk)
    run.refresh_from_db()
    assert run.after["undated"] == 0 and run.without["undated"] == 1
    assert min(run.costs["people"]) > 0
    assert all(int(i) > 0 for plan in run.costs["hours"].values() for i in plan)


def test_nobody_but_who_leads_the_team_asks(shop, proposal):
    for user in (shop.cast.bob, shop.cast.olga):
        with pytest.raises(PermissionDenied):
            services.find_levers(proposal=proposal, by=user, at=shop.at)
    assert not LeverSearch.objects.exists()


def test_a_plan_that_is_not_made_has_no_levers_yet(shop, proposal):
    proposal.state = Proposal.State.SOLVING
    with pytest.raises(RuleBroken, match="not made yet"):
        services.find_levers(proposal=proposal, by=shop.cast.alice, at=shop.at)
    with pytest.raises(RuleBroken, match="looked for any more"):
        services.stop_levers(proposal=proposal, by=shop.cast.alice, at=shop.at)
    with pytest.raises(ObjectDoesNotExist):
        services.suppose_lever(
            proposal=proposal, number=1, by=shop.cast.alice, at=shop.at
        )


def test_a_search_that_is_stopped_says_so(shop, proposal):
    services.find_levers(proposal=proposal, by=shop.cast.alice, at=shop.at)
    services.stop_levers(proposal=proposal, by=shop.cast.alice, at=shop.at)
    assert found(proposal).standing == "cancelled"


def test_nothing_is_kept_for_the_command(shop, proposal):
    counts = Proposal.objects.count(), Scenario.objects.count()
    base, rows = services.find_levers_for_whole_instance(at=shop.at, seconds=5)
    assert base["finish"] and rows
    told = queries.told_levers(base, rows)
    assert told.search is None and told.helpful
    assert (Proposal.objects.count(), Scenario.objects.count()) == counts
    assert not LeverSearch.objects.exists()


# what is supposed, on the records as they were read


@pytest.fixture
def scope(shop, proposal):
    return queries.scope_of(shop.team, shop.at)


def test_somebody_new_works_as_others_do_and_may_do_all(shop, scope):
    skill = shop.skill(shop.bob, "Ice", 1)
    day = scope.first_day + timedelta(days=3)
    row = {"kind": "people_join", "team_id": shop.team.pk, "skill_id": skill.pk}
    after = suppose(scope, [{**row, "level": 2, "count": 2, "on": day.isoformat()}])
    new = set(after.people) - set(scope.people)
    assert new == {-1, -2}
    assert after.hours[-1][:3] == [0.0, 0.0, 0.0]
    assert max(after.hours[-1][:14]) == max(scope.hours[shop.bob.pk][:14])
    assert [(s.skill_id, s.level) for s in after.skills[-2]] == [(skill.pk, 2)]
    task = next(iter(after.tasks.values()))
    assert new <= set(after.candidates_of(task))
    assert not new & set(scope.candidates_of(task))


def test_a_leave_is_worked_and_taken_later(shop, scope):
    first = shop.at.date() + timedelta(days=7)
    last, on = first + timedelta(days=13), first + timedelta(days=42)
    row = {"kind": "leave_moves", "person_id": shop.mara.pk}
    days = {"starts_on": first.isoformat(), "ends_on": last.isoformat()}
    after = suppose(scope, [{**row, **days, "on": on.isoformat()}])
    begin = (first - scope.first_day).days
    before, now = scope.hours[shop.mara.pk], after.hours[shop.mara.pk]
    assert sum(before[begin : begin + 14]) == 0
    assert sum(now[begin : begin + 14]) == sum(before[begin + 14 : begin + 28])
    assert sum(now[begin + 42 : begin + 56]) == 0
    assert after.absences[shop.mara.pk] == [(on, on + timedelta(days=13))]


def test_fewer_hours_and_longer_days(shop, scope):
    task = next(iter(scope.tasks.values()))
    after = suppose(scope, [{"kind": "fewer_hours", "task_id": task.pk, "hours": 6.0}])
    assert hours_of(after.tasks[task.pk]) == hours_of(task) - 6
    assert hours_of(scope.tasks[task.pk]) == 24
    day = scope.first_day.isoformat()
    row = {"kind": "longer_days", "person_id": shop.bob.pk, "hours": 1.0}
    after = suppose(scope, [{**row, "starts_on": day, "ends_on": date.max.isoformat()}])
    pairs = zip(scope.hours[shop.bob.pk], after.hours[shop.bob.pk], strict=True)
    assert all(b == (a + 1 if a else 0) for a, b in pairs)
