"""A link that somebody else made opens an account; its private rooms stay shut."""

from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.core.exceptions import PermissionDenied
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from quarterdeck.domains.accounts import services
from quarterdeck.domains.accounts.models import AccountOpening, User
from quarterdeck.domains.accounts.permissions import private_rooms_are_open
from quarterdeck.domains.accounts.queries import (
    opening_of,
    tokens_of,
    while_private_rooms_are_open,
)
from quarterdeck.domains.activity import services as activity
from quarterdeck.domains.people.queries import activities_visible_to


def fresh(user):
    return User.objects.get(pk=user.pk)


def come_in(user, by, at):
    token = services.make_one_time_link(user=user, by=by, at=at)
    return services.use_one_time_link(token=token, at=at)


def test_ones_own_way_in_leaves_the_rooms_open(cast, at):
    token = services.make_one_time_link(user=cast.bob, at=at)
    services.use_one_time_link(token=token, at=at)
    come_in(cast.bob, cast.bob, at)
    assert private_rooms_are_open(fresh(cast.bob))


def test_a_link_that_somebody_else_made_closes_them_when_it_is_used(cast, at):
    token = services.make_one_time_link(user=cast.bob, by=cast.olga, at=at)
    assert private_rooms_are_open(fresh(cast.bob))
    user = services.use_one_time_link(token=token, at=at)
    assert not private_rooms_are_open(user)
    assert opening_of(user).link_made_by == cast.olga
    assert private_rooms_are_open(fresh(cast.alice))


def test_the_guard_gives_nothing_while_they_are_closed(cast, at):
    rows = User.objects.all()
    assert while_private_rooms_are_open(fresh(cast.bob), rows).exists()
    come_in(cast.bob, cast.olga, at)
    assert not while_private_rooms_are_open(fresh(cast.bob), rows).exists()


def test_a_new_password_does_not_open_them(cast, at):
    user = come_in(cast.bob, cast.olga, at)
    services.set_password(user=user, password="a harbour at night", at=at)
    assert not private_rooms_are_open(fresh(cast.bob))


def test_the_link_takes_the_other_keys_away(cast, at):
    cast.bob.set_password("a harbour at night")
    cast.bob.save()
    user = come_in(cast.bob, cast.olga, at)
    assert not fresh(cast.bob).has_usable_password()
    assert user.session_epoch == cast.bob.session_epoch + 1


def test_what_was_added_in_doubt_ends_with_the_next_link(cast, at):
    later = at + timedelta(hours=1)
    services.make_token(user=cast.bob, name="own", scopes=[], at=at - timedelta(1))
    user = come_in(cast.bob, cast.olga, at)
    services.make_token(user=user, name="foreign", scopes=[], at=at)
    Authenticator.objects.create(user=user, type="totp", data={}, created_at=at)
    come_in(cast.bob, cast.olga, later)
    assert [token.name for token in tokens_of(cast.bob)] == ["own"]
    assert not Authenticator.objects.exists()


def test_one_person_confirms_and_both_can_read_of_it(cast, at):
    user = come_in(cast.bob, cast.olga, at)
    services.confirm_opening(opening=opening_of(user), by=cast.alice, at=at)
    assert private_rooms_are_open(fresh(cast.bob))
    for reader in (cast.bob, cast.alice):
        seen = activities_visible_to(reader).filter(verb="account.confirmed")
        assert seen.get().actor_id == cast.alice.pk
    strangers = activities_visible_to(cast.charlie)
    assert not strangers.filter(verb="account.confirmed").exists()


@pytest.mark.parametrize("who", ["olga", "bob"])
def test_neither_the_maker_of_the_link_nor_the_person_can(cast, at, who):
    opening = opening_of(come_in(cast.bob, cast.olga, at))
    with pytest.raises(PermissionDenied):
        services.confirm_opening(opening=opening, by=getattr(cast, who), at=at)


def test_nobody_confirms_out_of_an_account_that_is_in_doubt_itself(cast, at):
    opening = opening_of(come_in(cast.bob, cast.olga, at))
    alice = come_in(cast.alice, cast.olga, at)
    with pytest.raises(PermissionDenied):
        services.confirm_opening(opening=opening, by=alice, at=at)


def test_a_later_opening_is_not_confirmed_with_an_earlier_one(cast, at):
    opening = opening_of(come_in(cast.bob, cast.olga, at))
    come_in(cast.bob, cast.olga, at + timedelta(hours=1))
    with pytest.raises(services.OpenedAgain):
        services.confirm_opening(opening=opening, by=cast.alice, at=at)
    assert not private_rooms_are_open(fresh(cast.bob))


def test_confirming_twice_is_told(cast, at):
    opening = opening_of(come_in(cast.bob, cast.olga, at))
    services.confirm_opening(opening=opening, by=cast.alice, at=at)
    with pytest.raises(services.NothingToConfirm):
        services.confirm_opening(opening=opening, by=cast.alice, at=at)


@pytest.mark.parametrize(("age", "proves"), [(1, True), (0, False), (-1, False)])
def test_only_a_second_factor_from_before_is_a_proof(cast, at, age, proves):
    user = come_in(cast.bob, cast.olga, at)
    made = at - timedelta(hours=age)
    shown = Authenticator.objects.create(
        user=user, type="totp", data={}, created_at=made
    )
    done = services.prove_by_second_factor(user=user, shown=[shown.pk], at=at)
    assert done is proves
    assert private_rooms_are_open(fresh(cast.bob)) is proves


def test_another_persons_second_factor_proves_nothing(cast, at):
    user = come_in(cast.bob, cast.olga, at)
    other = Authenticator.objects.create(
        user=cast.olga, type="totp", data={}, created_at=at - timedelta(1)
    )
    assert not services.prove_by_second_factor(user=user, shown=[other.pk], at=at)


def test_the_operator_confirms_on_the_server(cast, at):
    come_in(cast.bob, cast.olga, at)
    services.confirm_as_operator(email="BOB@acme.test", at=at)
    assert private_rooms_are_open(fresh(cast.bob))
    assert AccountOpening.objects.get().proof == "operator"
    with pytest.raises(services.NothingToConfirm):
        services.confirm_as_operator(email="bob@acme.test", at=at)


def test_acts_of_private_rooms_are_silent_while_they_are_closed(cast, at):
    activity.record(
        by=cast.alice,
        verb="thing.done",
        subject=cast.support,
        at=at,
        audience=activity.private(cast.alice.pk, cast.bob.pk),
    )
    mine = activities_visible_to(fresh(cast.bob)).filter(verb="thing.done")
    assert mine.exists()
    come_in(cast.bob, cast.olga, at)
    bob = fresh(cast.bob)
    assert not activities_visible_to(bob).filter(verb="thing.done").exists()
    assert activities_visible_to(bob).filter(verb="account.link_made").exists()


def test_an_act_in_a_private_room_has_no_words(cast, at):
    act = activity.record(
        by=cast.alice,
        verb="thing.done",
        subject=cast.support,
        at=at,
        audience=activity.private(cast.alice.pk),
        details={"text": "secret"},
        subject_name="secret",
    )
    assert (act.content.subject_name, act.content.details) == ("", {})
    assert activity.verify_chain().whole


STEPS = st.lists(
    st.sampled_from(["link", "own link", "password", "token", "factor", "confirm"]),
    max_size=8,
)


class Sequences(TestCase):
    """No order of acts opens the rooms but a confirmation of the last opening."""

    @settings(
        max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow]
    )
    @given(STEPS)
    def test_no_order_of_acts_opens_the_rooms_but_a_confirmation(self, steps):
        from datetime import UTC, datetime

        from tests.cast import Cast

        at = datetime(2026, 6, 1, 9, tzinfo=UTC)
        cast, closed = Cast(at), False
        for number, step in enumerate(steps):
            now, bob = at + timedelta(minutes=number + 1), fresh(cast.bob)
            if step == "link":
                come_in(bob, cast.olga, now)
                closed = True
            elif step == "own link":
                come_in(bob, None, now)
            elif step == "password":
                services.set_password(user=bob, password="harbour at night", at=now)
            elif step == "token":
                services.make_token(user=bob, name=str(number), scopes=[], at=now)
            elif step == "factor" and closed:
                made, _ = Authenticator.objects.get_or_create(
                    user=bob, type="totp", defaults={"data": {}, "created_at": now}
                )
                shown = [made.pk]
                services.prove_by_second_factor(user=bob, shown=shown, at=now)
            elif step == "confirm" and closed:
                opening = opening_of(bob)
                services.confirm_opening(opening=opening, by=cast.alice, at=now)
                closed = False
            assert private_rooms_are_open(fresh(cast.bob)) is not closed
