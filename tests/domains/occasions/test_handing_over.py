"""Handing over and swapping: one act offers, one answers."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from quarterdeck.domains.occasions import queries, services
from quarterdeck.domains.occasions.models import Turn


@pytest.fixture
def turns(cast, at, occasion):
    """Alice leads today and in two weeks, Bob next week."""
    day = at.date()
    for user, weeks in ((cast.alice, 0), (cast.bob, 1), (cast.alice, 2)):
        services.name_turn(
            occasion=occasion,
            on=day + timedelta(weeks=weeks),
            part="leads",
            person=cast.person(user),
            by=cast.alice,
            at=at,
        )
    return list(Turn.objects.order_by("on"))


def offer(cast, at, turn, to, **more):
    return services.offer_turn(
        turn=turn, to=cast.person(to), by=more.pop("by", cast.alice), at=at, **more
    )


def holders():
    return [row.person.name for row in Turn.objects.order_by("on")]


def test_it_changes_hands_only_when_the_other_accepts(cast, at, turns):
    offer(cast, at, turns[0], cast.bob, note="You know the topic")
    assert holders() == ["Alice", "Bob", "Alice"]
    assert [one.pk for one in queries.waiting_for(cast.bob, at.date())] == [turns[0].pk]
    with pytest.raises(PermissionDenied):
        services.accept_turn(turn=turns[0], by=cast.alice, at=at)
    services.accept_turn(turn=turns[0], by=cast.bob, at=at)
    assert holders() == ["Bob", "Bob", "Alice"]
    turn = Turn.objects.get(pk=turns[0].pk)
    assert (turn.way, turn.offered_to, turn.offered_with) == ("handed_over", None, "")


def test_declined_it_stays(cast, at, turns):
    offer(cast, at, turns[0], cast.bob)
    services.decline_turn(turn=turns[0], by=cast.bob, at=at)
    assert holders() == ["Alice", "Bob", "Alice"]
    with pytest.raises(services.NotOffered):
        services.accept_turn(turn=turns[0], by=cast.bob, at=at)


def test_swapped_in_one_act(cast, at, turns):
    offer(cast, at, turns[0], cast.bob, swap_for=turns[1])
    services.accept_turn(turn=turns[0], by=cast.bob, at=at)
    assert holders() == ["Bob", "Alice", "Alice"]
    assert Turn.objects.get(pk=turns[1].pk).way == "swapped"


def test_a_swap_whose_other_side_is_gone_is_refused(cast, at, turns):
    offer(cast, at, turns[0], cast.bob, swap_for=turns[1])
    services.name_turn(
        occasion=turns[1].occasion,
        on=turns[1].on,
        part="leads",
        person=cast.person(cast.alice),
        by=cast.alice,
        at=at,
    )
    with pytest.raises(services.NotToSwap):
        services.accept_turn(turn=turns[0], by=cast.bob, at=at)
    assert holders() == ["Alice", "Alice", "Alice"]


def test_only_ones_own_turn_is_offered_and_taken_back(cast, at, turns):
    with pytest.raises(PermissionDenied):
        offer(cast, at, turns[1], cast.alice)
    offer(cast, at, turns[0], cast.bob)
    with pytest.raises(PermissionDenied):
        services.withdraw_offer(turn=turns[0], by=cast.bob, at=at)
    services.withdraw_offer(turn=turns[0], by=cast.alice, at=at)
    assert not Turn.objects.exclude(offered_to=None).exists()


def test_who_said_no_or_cannot_answer_is_not_asked(cast, at, turns):
    services.say_willing(occasion=turns[0].occasion, willing=False, by=cast.bob, at=at)
    with pytest.raises(services.SaidNo):
        offer(cast, at, turns[0], cast.bob)
    with pytest.raises(services.CannotBeAsked):
        offer(cast, at, turns[0], cast.alice)


def test_what_is_over_is_not_handed_over(cast, at, turns):
    with pytest.raises(services.NotOffered):
        offer(cast, at + timedelta(days=1), turns[0], cast.bob)


def test_ones_own_page_says_since_when_it_is_handed_over(cast, at, turns):
    day = at.date()
    (held,) = queries.held_by(user=cast.alice, today=day)
    assert held.is_mine and held.is_shared and (held.mine, held.all) == (2, 3)
    offer(cast, at, turns[2], cast.bob)
    services.accept_turn(turn=turns[2], by=cast.bob, at=at)
    (held,) = queries.held_by(user=cast.alice, today=day)
    assert not held.is_mine and held.since == day + timedelta(weeks=1)
    assert held.holder.name == "Bob"
    assert queries.held_by(user=cast.dana, today=day) == []


def test_a_persons_card_says_what_they_lead(cast, at, turns):
    def led(user):
        person = cast.person(cast.bob)
        found = queries.leading_of(user=user, person=person, today=at.date())
        return [turn.occasion.title for turn in found]

    assert led(cast.alice) == ["Monday round"]
    assert led(cast.charlie) == []
