"""Follow a leader through an occasion, and write down what was learnt."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from quarterdeck.domains.mentoring import queries, services


@pytest.fixture
def asked(cast, at):
    def ask(**more):
        usual = {
            "leader": cast.person(cast.alice),
            "on": at.date(),
            "occasion": "Budget round",
            "why": "To see how she says no",
            "by": cast.charlie,
            "at": at,
        }
        return services.ask_to_shadow(**{**usual, **more})

    return ask


def test_it_is_asked_accepted_and_logged(cast, at, asked):
    row = asked()
    log = {"row": row, "text": "She waited.", "is_shared": False, "at": at}
    with pytest.raises(services.NotAccepted):
        services.write_shadow_log(**log, by=cast.charlie)
    row = services.accept_shadow(row=row, by=cast.alice, at=at)
    services.write_shadow_log(**log, by=cast.charlie)
    assert queries.log_of(user=cast.charlie, shadowing=row).text == "She waited."
    assert queries.log_of(user=cast.alice, shadowing=row) is None
    shared = {**log, "is_shared": True}
    with pytest.raises(PermissionDenied):
        services.write_shadow_log(**shared, by=cast.alice)
    services.write_shadow_log(**shared, by=cast.charlie)
    assert queries.log_of(user=cast.alice, shadowing=row).text == "She waited."
    services.write_shadow_log(**{**log, "text": ""}, by=cast.charlie)
    assert not queries.logs_visible_to(cast.charlie).exists()


def test_a_no_has_a_reason(cast, at, asked):
    row = asked()
    with pytest.raises(services.ReasonMissing):
        services.decline_shadow(row=row, reply=" ", by=cast.alice, at=at)
    row = services.decline_shadow(
        row=row, reply="Pay is talked of", by=cast.alice, at=at
    )
    assert row.reply == "Pay is talked of"
    with pytest.raises(services.ShadowingAnswered):
        services.accept_shadow(row=row, by=cast.alice, at=at)


def test_who_asked_takes_it_back_until_they_were_there(cast, at, asked):
    row = asked()
    with pytest.raises(PermissionDenied):
        services.withdraw_shadowing(row=row, by=cast.alice, at=at)
    assert services.withdraw_shadowing(row=row, by=cast.charlie, at=at)
    gone = services.accept_shadow(row=asked(), by=cast.alice, at=at)
    services.write_shadow_log(
        row=gone, text="T", is_shared=False, by=cast.charlie, at=at
    )
    with pytest.raises(services.ShadowingAnswered):
        services.withdraw_shadowing(row=gone, by=cast.charlie, at=at)


def test_whom_one_may_ask(cast, at, asked):
    for other in (cast.bob, cast.charlie, cast.olga, cast.gwen):
        with pytest.raises(services.CannotFollow):
            asked(leader=cast.person(other))
    with pytest.raises(services.InThePast):
        asked(on=at.date() - timedelta(days=1))
    with pytest.raises(PermissionDenied):
        asked(by=cast.gwen)


def test_the_log_waits_for_the_day(cast, at, asked):
    row = asked(on=at.date() + timedelta(days=1))
    services.accept_shadow(row=row, by=cast.alice, at=at)
    with pytest.raises(services.NotAccepted):
        services.write_shadow_log(
            row=row, text="T", is_shared=False, by=cast.charlie, at=at
        )


@pytest.mark.parametrize("who", ["bob", "dana", "olga", "gwen"])
def test_it_is_between_the_two(cast, asked, who):
    asked()
    assert not queries.shadowings_visible_to(getattr(cast, who)).exists()
