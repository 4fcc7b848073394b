"""Hours by person in a plan: gathered, obeyed, told and paid."""

import pytest

from quarterdeck.domains.planning import services
from quarterdeck.domains.planning.queries import scope_of
from quarterdeck.domains.planning.services.solving import solve_proposal
from quarterdeck.domains.planning.translation import suppose, translate
from quarterdeck.domains.planning.translation.costing import hours_of_plan
from quarterdeck.domains.projects.models import HoursByPerson
from quarterdeck.engines import planning
from tests.domains.planning.workshop import Workshop


@pytest.fixture
def shop(cast):
    return Workshop(cast)


def takes(shop, task, person, hours):
    HoursByPerson.objects.create(task=task, person=person, hours=hours, **shop.stamps)


def translated(shop, adjustments=()):
    scope = suppose(scope_of(shop.team, shop.at), adjustments)
    return translate(scope, planning.Weights())


def test_the_planner_knows_them_and_gives_the_task_to_the_quickest(shop):
    task = shop.task("Ledger", 8)
    takes(shop, task, shop.mara, 4)
    takes(shop, task, shop.cast.person(shop.cast.gwen), 1)  # not asked for this work
    made = translated(shop)
    (known,) = made.problem.tasks
    assert known.effort_of == ((str(shop.mara.pk), 8),)
    result = planning.solve(
        made.problem, stop=planning.MaxIterations(5), seed=1, workers=1
    )
    (place,) = result.assignments
    assert place.people == (str(shop.mara.pk),)
    assert hours_of_plan(made, result.assignments) == {str(shop.mara.pk): 4.0}


def test_what_remains_counts_for_everybody(shop):
    task = shop.task("Ledger", 8, remaining=2)
    takes(shop, task, shop.mara, 4)
    (known,) = translated(shop).problem.tasks
    assert (known.effort, known.effort_of) == (4, ())


def test_a_task_of_fewer_hours_takes_fewer_of_all(shop):
    task = shop.task("Ledger", 8)
    takes(shop, task, shop.mara, 4)
    cut = {"kind": "fewer_hours", "task_id": task.pk, "hours": 3}
    (known,) = translated(shop, [cut]).problem.tasks
    assert (known.effort, known.effort_of) == (10, ((str(shop.mara.pk), 2),))


def test_there_is_room_for_whoever_takes_longest(shop):
    task = shop.task("Ledger", 8)
    short = translated(shop).problem.horizon
    takes(shop, task, shop.mara, 800)
    assert translated(shop).problem.horizon > short


def test_a_change_tells_the_hours_of_those_before_and_after(shop):
    task = shop.task("Ledger", 8, people=[shop.bob])
    takes(shop, task, shop.bob, 12)
    takes(shop, task, shop.mara, 4)
    proposal = services.propose_plan(
        team=shop.team, by=shop.cast.alice, at=shop.at, seconds=1
    )
    solve_proposal.call(proposal_id=proposal.pk)
    change = proposal.changes.get(task=task)
    hours = {shop.bob.pk: 12, shop.mara.pk: 4}
    assert change.hours_before == 12
    assert change.hours == hours[change.people_after[0]]
    if change.people_after == [shop.mara.pk]:
        assert any("4 h instead of 8 h" in each for each in change.reasons)
