"""A place in a programme, from the question to having been there."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied

from quarterdeck.domains.activity.models import Activity
from quarterdeck.domains.activity.services import verify_chain
from quarterdeck.domains.training import queries, services
from quarterdeck.domains.training.models import Enrolment, EnrolmentMove, Evaluation

OUTSIDE = ("charlie", "olga", "gwen", "nora")


@pytest.mark.parametrize("who", OUTSIDE)
def test_for_everybody_else_it_is_not_there(room, cast, place, at, who):
    user = getattr(cast, who)
    with pytest.raises(Enrolment.DoesNotExist):
        queries.get_enrolment(user=user, enrolment_id=place.pk)
    for act in (services.approve_place, services.cancel_place, services.reopen_place):
        with pytest.raises(PermissionDenied):
            act(enrolment=place, by=user, at=at)
    with pytest.raises(PermissionDenied):
        services.ask_for_place(
            programme=room.programme, person=room.bob, by=user, at=at
        )


def test_the_person_their_leader_and_the_leader_above_see_it(cast, place):
    for user in (cast.bob, cast.alice, cast.dana):
        assert queries.get_enrolment(user=user, enrolment_id=place.pk) == place
    peer = cast._join("Pia", cast.support)
    assert not queries.enrolments_visible_to(peer).exists()


def test_it_waits_for_the_own_leader_only(cast, place):
    assert list(queries.waiting_for(cast.alice)) == [place]
    assert not queries.waiting_for(cast.bob).exists()
    assert not queries.waiting_for(cast.dana).exists(), "Alice leads Bob's team"


def test_nobody_says_yes_to_themselves_who_is_led(room, cast, place, at):
    with pytest.raises(PermissionDenied):
        services.approve_place(enrolment=place, **room.mine)
    own = services.ask_for_place(
        programme=room.programme, person=cast.person(cast.dana), by=cast.dana, at=at
    )
    services.approve_place(enrolment=own, by=cast.dana, at=at)
    assert Enrolment.objects.get(pk=own.pk).state == "approved"


def test_a_no_has_its_reason_and_can_be_taken_back(room, cast, place):
    services.decline_place(enrolment=place, reason="After the fair", **room.act)
    turn = EnrolmentMove.objects.filter(state="declined").get()
    assert (turn.words, turn.moved_by) == ("After the fair", cast.alice)
    with pytest.raises(PermissionDenied):
        services.reopen_place(enrolment=place, **room.mine)
    services.reopen_place(enrolment=place, **room.act)
    assert Enrolment.objects.get(pk=place.pk).state == "asked"


def test_who_is_invited_answers_themselves(room, cast, at):
    offer = services.invite_to_programme(
        programme=room.programme, person=room.bob, **room.act
    )
    assert list(queries.waiting_for(cast.bob)) == [offer]
    with pytest.raises(PermissionDenied):
        services.accept_place(enrolment=offer, **room.act)
    services.accept_place(enrolment=offer, **room.mine)
    assert Enrolment.objects.get(pk=offer.pk).state == "approved"
    with pytest.raises(services.AlreadyEnrolled):
        services.ask_for_place(programme=room.programme, person=room.bob, **room.mine)


def test_the_acts_come_in_their_order(room, place, at):
    with pytest.raises(services.NotThere, match="asked for"):
        services.book_place(enrolment=place, **room.act)
    with pytest.raises(services.NotThere):
        services.attend_programme(enrolment=place, on=at.date(), **room.mine)
    services.approve_place(enrolment=place, **room.act)
    with pytest.raises(services.NotThere):
        services.approve_place(enrolment=place, **room.act)
    with pytest.raises(services.NotPast):
        services.attend_programme(
            enrolment=place, on=at.date() + timedelta(1), **room.mine
        )


def test_being_there_asks_five_questions_on_their_days(attended, room):
    asked = {row.stage: (row.writer, row.due_on) for row in Evaluation.objects.all()}
    assert asked == {
        "reaction": (room.bob, date(2026, 6, 1)),
        "learning": (room.bob, date(2026, 6, 1)),
        "use": (room.bob, date(2026, 7, 31)),
        "use_seen": (room.alice, date(2026, 7, 31)),
        "result": (room.bob, date(2026, 8, 30)),
    }


def test_a_wrong_turn_is_taken_back_until_somebody_answered(attended, room, at):
    services.reopen_place(enrolment=attended, **room.mine)
    assert not Evaluation.objects.exists()
    assert Enrolment.objects.get().state == "booked"
    services.attend_programme(enrolment=attended, on=at.date(), **room.mine)
    reaction = Evaluation.objects.get(stage="reaction")
    services.answer_evaluation(evaluation=reaction, mark=3, **room.mine)
    with pytest.raises(services.AlreadyAnswered):
        services.reopen_place(enrolment=attended, **room.mine)


def test_acts_are_told_without_words_to_those_near(attended, room, cast):
    acts = Activity.objects.filter(verb__startswith="enrolment.")
    assert [act.verb for act in acts.order_by("pk")] == [
        "enrolment.asked",
        "enrolment.approved",
        "enrolment.booked",
        "enrolment.attended",
    ]
    for act in acts:
        readers = set(act.readers.values_list("user_id", flat=True))
        assert readers == {cast.bob.pk, cast.alice.pk, cast.dana.pk}
        assert act.content.subject_name == ""
        assert not act.changes.exists()
    assert verify_chain().whole


def test_a_budget_that_is_not_enough_is_told(room, cast, place, at):
    pays = {"team": cast.support, "year": 2026}
    services.set_training_budget(amount=Decimal(250), **pays, **room.act)
    services.approve_place(enrolment=place, **room.act)
    booked = services.book_place(enrolment=place, cost=Decimal(300), **room.act)
    sums = queries.sums_of(user=cast.alice, **pays)
    assert (sums.booked, sums.left, sums.over) == (300, -50, 50)
    assert queries.over_budget(user=cast.alice, enrolment=booked) == 50
    for user in (cast.bob, cast.charlie, cast.olga):
        assert queries.sums_of(user=user, **pays).amount is None
        assert queries.over_budget(user=user, enrolment=booked) is None
        with pytest.raises(PermissionDenied):
            services.set_training_budget(amount=Decimal(1), **pays, by=user, at=at)


def test_the_nearest_team_with_a_budget_pays(room, cast, place):
    assert place.team == cast.support
    services.cancel_place(enrolment=place, **room.mine)
    services.set_training_budget(
        team=cast.root, year=2026, amount=Decimal(900), by=cast.dana, at=room.act["at"]
    )
    again = services.ask_for_place(
        programme=room.programme, person=room.bob, **room.mine
    )
    assert again.team == cast.root


def test_what_nobody_knows_is_counted_and_not_summed(room, cast, place):
    services.approve_place(enrolment=place, **room.act)
    services.book_place(enrolment=place, cost=None, **room.act)
    sums = queries.sums_of(user=cast.alice, team=cast.support, year=2026)
    assert (sums.booked, sums.without_cost) == (0, 1)


def test_in_another_currency_the_cost_is_not_guessed(room):
    services.edit_programme(
        programme=room.programme, changes={"currency": "CHF"}, seen_version=None,
        **room.act,
    )  # fmt: skip
    room.programme.refresh_from_db()
    place = services.ask_for_place(
        programme=room.programme, person=room.bob, **room.mine
    )
    assert place.cost is None
