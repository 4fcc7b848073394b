"""Growth in a plan, end to end: wish, proposal with its price, choice, what stays."""

import pytest
from django.core.exceptions import PermissionDenied

from quarterdeck.domains.people import services as people
from quarterdeck.domains.people.models import PersonSkill, Skill
from quarterdeck.domains.planning import queries, services
from quarterdeck.domains.planning.models import PlanChoice, Proposal
from quarterdeck.domains.planning.queries.scope import scope_of
from quarterdeck.domains.planning.services.solving import solve_proposal
from quarterdeck.domains.planning.translation import translate
from quarterdeck.engines import planning
from tests.domains.planning.workshop import Workshop

GROWTH_FIRST = {"growth": 10, "even_load": 0}


@pytest.fixture
def shop(cast):
    """Alice has SQL 4, Mara 2 and wants 3; the inventory ends after the report can."""
    shop = Workshop(cast)
    shop.skill(shop.alice, "SQL", 4)
    shop.skill(shop.mara, "SQL", 2)
    wish(shop, hours=20)
    shop.report = shop.task("Build the report", 8, needs={"SQL": 3})
    shop.long = shop.task("Inventory", 60, needs={"Cooking": 1})
    shop.skill(shop.bob, "Cooking", 3)
    return shop


def wish(shop, **fields):
    PersonSkill.objects.filter(person=shop.mara).update(
        wants_to_grow=True, grow_hours=fields.get("hours", 8)
    )


def proposed(shop, **more) -> Proposal:
    proposal = services.propose_plan(
        team=shop.team,
        by=shop.cast.alice,
        at=shop.at,
        seconds=1,
        weights=more.pop("weights", GROWTH_FIRST),
        **more,
    )
    solve_proposal.call(proposal_id=proposal.pk)
    proposal.refresh_from_db()
    return proposal


def test_a_learner_a_mentor_and_the_price_stand_on_the_proposal(shop):
    proposal = proposed(shop)
    change = proposal.changes.get(task=shop.report)
    assert change.people_after == [shop.mara.pk]
    assert change.growth["person_mentor"] == shop.alice.pk
    assert change.growth["hours"] == 10 and change.hours == 10
    assert change.reasons[0] == (
        "Mara grows: one level up in SQL (2 → 3), with Alice as mentor (1 h)."
    )
    assert change.alternative.startswith("Without growing: Alice from")
    price = (
        "1 stretch task costs +3 h (2 h because learning takes longer, 1 h of mentors)"
    )
    assert proposal.after["price_of_growth"] == f"{price}, no date moves."
    told = queries.told_of(proposal)
    assert told["after"]["growth"]["tasks"] == 1


def test_the_hours_of_growth_are_in_the_cost(shop):
    hours = proposed(shop).costs["hours"]["after"]
    assert hours[str(shop.mara.pk)] == 10
    assert hours[str(shop.alice.pk)] == 1


def test_without_a_wish_nothing_is_said_of_growth(shop):
    PersonSkill.objects.update(wants_to_grow=False)
    proposal = proposed(shop)
    assert "growth" not in proposal.after
    assert not proposal.choices.exists()
    assert proposal.changes.get(task=shop.report).people_after == [shop.alice.pk]


def test_who_would_get_too_many_hours_does_not_grow(shop):
    wish(shop, hours=9)
    assert proposed(shop).changes.get(task=shop.report).growth == {}


def test_a_plan_is_chosen_instead_and_nothing_moves(shop):
    proposal = proposed(shop)
    usual = proposal.choices.get(key="as_found")
    assert proposal.choices.get(is_chosen=True).key == "growth"
    services.choose_plan(choice=usual, by=shop.cast.alice, at=shop.at)
    proposal.refresh_from_db()
    change = proposal.changes.get(task=shop.report)
    assert (change.people_after, change.growth) == ([shop.alice.pk], {})
    assert proposal.after == usual.measures
    assert str(shop.mara.pk) not in proposal.costs["hours"]["after"]
    shop.report.refresh_from_db()
    assert shop.report.planned_start is None
    with pytest.raises(services.ChosenAlready):
        services.choose_plan(choice=usual, by=shop.cast.alice, at=shop.at)
    with pytest.raises(PermissionDenied):
        services.choose_plan(choice=usual, by=shop.cast.bob, at=shop.at)


def test_what_is_chosen_back_is_what_it_was(shop):
    def change():
        row = proposal.changes.get(task=shop.report)
        return (
            row.mentor_id,
            row.hours,
            row.hours_before,
            row.growth,
            row.people_after,
        )

    proposal = proposed(shop)
    before = change()
    assert before[0] == before[3]["person_mentor"] and before[2] is not None
    for key in ("as_found", "growth"):
        choice = proposal.choices.get(key=key)
        services.choose_plan(choice=choice, by=shop.cast.alice, at=shop.at)
    assert change() == before


def test_what_is_decided_is_not_chosen_away(shop):
    proposal = proposed(shop)
    accept(shop, proposal)
    other = proposal.choices.get(is_chosen=False)
    with pytest.raises(services.DecidedAlready):
        services.choose_plan(choice=other, by=shop.cast.alice, at=shop.at)


def accept(shop, proposal):
    services.accept_changes(
        proposal=proposal, change_ids=None, by=shop.cast.alice, at=shop.at
    )


def test_an_accepted_stretch_stays_agreed_in_the_next_plan(shop):
    accept(shop, proposed(shop))
    told = translate(scope_of(shop.team, shop.at), planning.Weights()).problem
    (task,) = [each for each in told.tasks if each.id == str(shop.report.pk)]
    assert (task.locked_people, task.effort) == ((str(shop.mara.pk),), 20)
    by_id = {each.id: each for each in told.people}
    (left,) = by_id[str(shop.mara.pk)].stretch
    assert left.limit_slots == 20  # ten of the twenty hours are agreed
    (first, _), *_ = by_id[str(shop.alice.pk)].working
    assert first == 20  # the hour from nine is Mara's
    again = proposed(shop)
    assert again.state == "ready"
    assert not again.changes.filter(task=shop.report).exclude(
        people_after=[shop.mara.pk]
    )


def test_choices_are_searched_for_only_when_asked(shop):
    PersonSkill.objects.update(wants_to_grow=False)
    for number in range(3):
        shop.task(f"Cook {number}", 6, needs={"Cooking": 2}, priority=1 + number)
    assert not proposed(shop).choices.exists()
    keys = set(proposed(shop, with_choices=True).choices.values_list("key", flat=True))
    assert keys <= {"as_found", "earliest"}  # Alice may not see everybody's rate


def test_the_cheapest_is_for_who_may_see_every_rate(shop):
    proposal = Proposal.objects.create(
        team=shop.team,
        asked_at=shop.at,
        state="ready",
        costs={
            "currency": "EUR",
            "hours": {"after": {}},
            "people": [shop.mara.pk],
            "rates": {},
        },
    )
    for place, key in enumerate(("as_found", "cheapest")):
        PlanChoice.objects.create(
            proposal=proposal, key=key, place=place, measures={}, hours={}
        )
    leader, admin = shop.cast.alice, shop.cast.olga
    assert queries.choices_visible_to(leader, proposal).count() == 2
    assert [row.key for row in queries.choices_visible_to(admin, proposal)] == [
        "as_found"
    ]


def test_a_wish_said_by_oneself_reaches_the_planner(shop):
    skill = Skill.objects.get(name="SQL")
    people.wish_to_grow(
        person=shop.bob,
        skill=skill,
        hours=4,
        with_mentor=False,
        by=shop.cast.bob,
        at=shop.at,
        on=shop.at.date(),
    )
    told = translate(scope_of(shop.team, shop.at), planning.Weights()).problem
    (bob,) = [each for each in told.people if each.id == str(shop.bob.pk)]
    (found,) = bob.stretch
    assert (found.limit_slots, found.mentor) == (8, False)
