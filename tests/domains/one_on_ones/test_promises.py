from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from quarterdeck.domains.one_on_ones import queries, services


@pytest.fixture
def promise(cast, at, pair):
    return services.make_promise(
        pair=pair,
        promiser=cast.person(cast.bob),
        text="Send the list",
        due_on=at.date() + timedelta(days=2),
        by=cast.alice,
        at=at,
    )


def ledger(cast, pair, user):
    return queries.ledger_of(user=user, pair=pair, person=cast.person(cast.bob))


def test_both_see_it_and_nobody_else(cast, pair, promise):
    for user in (cast.alice, cast.bob):
        assert ledger(cast, pair, user).open == [promise]
    assert ledger(cast, pair, cast.dana).open == []


def test_it_waits_for_the_one_who_promised(cast, promise):
    (line,) = queries.lines_owed(cast.bob, 5)
    assert (line.text, line.to) == (promise.text, "Alice")
    assert queries.lines_owed(cast.alice, 5) == []


@pytest.mark.parametrize(("days", "kept", "late"), [(2, 1, 0), (3, 0, 1)])
def test_kept_by_its_day_or_after_it(cast, at, pair, promise, days, kept, late):
    on = at.date() + timedelta(days=days)
    services.keep_promise(promise=promise, on=on, by=cast.alice, at=at)
    found = ledger(cast, pair, cast.bob)
    assert (found.kept, found.kept_late, found.open) == (kept, late, [])


def test_withdrawn_with_a_reason_by_the_one_who_promised(cast, at, pair, promise):
    words = {"reason": "The list is gone", "on": at.date(), "at": at}
    with pytest.raises(PermissionDenied):
        services.withdraw_promise(promise=promise, by=cast.alice, **words)
    services.withdraw_promise(promise=promise, by=cast.bob, **words)
    found = ledger(cast, pair, cast.alice)
    assert (found.withdrawn, found.settled[0].reason) == (1, "The list is gone")


def test_what_is_settled_is_settled_once_and_can_be_opened_again(cast, at, promise):
    services.keep_promise(promise=promise, on=at.date(), by=cast.bob, at=at)
    with pytest.raises(services.AlreadySettled):
        services.keep_promise(promise=promise, on=at.date(), by=cast.bob, at=at)
    services.reopen_promise(promise=promise, by=cast.alice, at=at)
    with pytest.raises(services.AlreadySettled):
        services.reopen_promise(promise=promise, by=cast.alice, at=at)
    assert queries.lines_owed(cast.bob, 5)


def test_what_was_withdrawn_only_the_promiser_takes_up_again(cast, at, promise):
    services.withdraw_promise(
        promise=promise, reason="R", on=at.date(), by=cast.bob, at=at
    )
    with pytest.raises(PermissionDenied):
        services.reopen_promise(promise=promise, by=cast.alice, at=at)
    services.reopen_promise(promise=promise, by=cast.bob, at=at)


def test_nobody_promises_for_a_third(cast, at, pair):
    with pytest.raises(services.NotOneOfTheTwo):
        services.make_promise(
            pair=pair,
            promiser=cast.person(cast.dana),
            text="T",
            due_on=at.date(),
            by=cast.alice,
            at=at,
        )


def test_other_words_or_another_day_while_it_is_open(cast, at, promise):
    day = at.date() + timedelta(days=9)
    services.edit_promise(promise=promise, text="Both", due_on=day, by=cast.bob, at=at)
    promise.refresh_from_db()
    assert (promise.text, promise.due_on) == ("Both", day)


def test_an_open_promise_is_late_after_its_day(at, promise):
    assert not promise.is_late(promise.due_on)
    assert promise.is_late(promise.due_on + timedelta(1))
