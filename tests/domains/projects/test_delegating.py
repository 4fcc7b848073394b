from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied

from quarterdeck.domains.activity.models import Activity
from quarterdeck.domains.people.models import Person
from quarterdeck.domains.people.queries import activities_visible_to
from quarterdeck.domains.projects import queries, services

from .work import project, task

FRIDAY = date(2026, 6, 5)


@pytest.fixture
def refunds(cast):
    return task(project(cast.support), "Answer the refunds")


@pytest.fixture
def offer(cast, refunds, at):
    return services.delegate_task(
        task=refunds,
        receiver=cast.person(cast.bob),
        expected_result="Every refund is answered within a day",
        limits="Up to 100 without asking",
        resources="Two hours a week; ask Alice",
        follow_up_on=FRIDAY,
        by=cast.alice,
        at=at,
    )


def test_accepting_makes_accountable(cast, refunds, offer, at):
    services.accept_delegation(delegation=offer, by=cast.bob, at=at)
    refunds.refresh_from_db()
    assert refunds.accountable == cast.person(cast.bob)
    assert Activity.objects.latest("id").verb == "delegation.accepted"


def test_asking_goes_back_and_an_explanation_opens_it_again(cast, offer, at):
    services.ask_about_delegation(
        delegation=offer, question="Gift cards too?", by=cast.bob, at=at
    )
    assert [d.pk for d in queries.delegations_waiting_for(cast.alice)] == [offer.pk]
    assert not queries.delegations_waiting_for(cast.bob)
    services.explain_delegation(
        delegation=offer, explanation="No, only cash.", by=cast.alice, at=at
    )
    assert [d.pk for d in queries.delegations_waiting_for(cast.bob)] == [offer.pk]
    services.accept_delegation(delegation=offer, by=cast.bob, at=at)
    told = queries.get_delegation(user=cast.alice, delegation_id=offer.pk).replies
    assert [(r.kind, r.text) for r in told.all()] == [
        ("asked", "Gift cards too?"),
        ("explained", "No, only cash."),
        ("accepted", ""),
    ]


def test_declining_keeps_the_reason_and_frees_the_task(cast, refunds, offer, at):
    services.decline_delegation(delegation=offer, reason="On leave", by=cast.bob, at=at)
    refunds.refresh_from_db()
    assert refunds.accountable is None
    offer.refresh_from_db()
    assert (offer.answer, offer.reply) == ("declined", "On leave")
    services.delegate_task(
        task=refunds,
        receiver=cast.person(cast.dana),
        expected_result="R",
        follow_up_on=FRIDAY,
        by=cast.alice,
        at=at,
    )


def test_only_the_receiver_answers_and_only_the_giver_withdraws(cast, offer, at):
    for answer in (services.accept_delegation, services.withdraw_delegation):
        with pytest.raises(PermissionDenied):
            answer(delegation=offer, by=cast.dana, at=at)
    with pytest.raises(PermissionDenied):
        services.accept_delegation(delegation=offer, by=cast.alice, at=at)
    with pytest.raises(PermissionDenied):
        services.withdraw_delegation(delegation=offer, by=cast.bob, at=at)


def test_an_answer_comes_once(cast, offer, at):
    services.withdraw_delegation(delegation=offer, by=cast.alice, at=at)
    with pytest.raises(services.DelegationNotOpen, match="Withdrawn"):
        services.accept_delegation(delegation=offer, by=cast.bob, at=at)


def test_one_open_offer_a_task(cast, refunds, offer, at):
    with pytest.raises(services.TaskAlreadyDelegated):
        services.delegate_task(
            task=refunds,
            receiver=cast.person(cast.dana),
            expected_result="R",
            follow_up_on=FRIDAY,
            by=cast.alice,
            at=at,
        )


def test_somebody_without_an_account_cannot_answer(cast, refunds, at):
    stamps = {"created_at": at, "updated_at": at}
    temp = Person.objects.create(name="Temp", **stamps)
    for receiver in (temp, cast.person(cast.dora), cast.person(cast.alice)):
        with pytest.raises(services.ReceiverCannotAnswer):
            services.delegate_task(
                task=refunds,
                receiver=receiver,
                expected_result="R",
                follow_up_on=FRIDAY,
                by=cast.alice,
                at=at,
            )


def test_a_stranger_does_not_delegate_others_work(cast, refunds, at):
    with pytest.raises(PermissionDenied):
        services.delegate_task(
            task=refunds,
            receiver=cast.person(cast.bob),
            expected_result="R",
            follow_up_on=FRIDAY,
            by=cast.charlie,
            at=at,
        )


def test_the_follow_up_shows_to_both_from_its_day_until_it_is_done(cast, offer, at):
    services.accept_delegation(delegation=offer, by=cast.bob, at=at)
    before = FRIDAY - timedelta(days=1)
    assert not queries.follow_ups_due(cast.alice, before)
    for user in (cast.alice, cast.bob):
        assert [d.pk for d in queries.follow_ups_due(user, FRIDAY)] == [offer.pk]
    assert not queries.follow_ups_due(cast.dana, FRIDAY)
    later = FRIDAY + timedelta(days=7)
    services.follow_up_delegation(
        delegation=offer, next_on=later, note="Going well", by=cast.alice, at=at
    )
    assert not queries.follow_ups_due(cast.bob, FRIDAY)
    assert queries.follow_ups_due(cast.bob, later)
    services.follow_up_delegation(delegation=offer, by=cast.bob, at=at)
    assert not queries.follow_ups_due(cast.bob, later)


def sees(user, verb):
    return activities_visible_to(user).filter(verb=verb).exists()


def test_in_an_open_project_the_team_reads_of_it(cast, offer):
    assert sees(cast.dana, "task.delegated")
    assert not sees(cast.charlie, "task.delegated")
    assert queries.delegations_visible_to(cast.dana).exists()
    assert not queries.delegations_visible_to(cast.charlie).exists()


def test_in_a_teams_own_project_only_the_two_read_of_it(cast, at):
    own = project(cast.support, "Own", visibility="team")
    services.delegate_task(
        task=task(own, "T"),
        receiver=cast.person(cast.bob),
        expected_result="R",
        follow_up_on=FRIDAY,
        by=cast.alice,
        at=at,
    )
    assert sees(cast.alice, "task.delegated") and sees(cast.bob, "task.delegated")
    assert not sees(cast.dana, "task.delegated")
    assert not queries.delegations_visible_to(cast.dana).exists()
    assert queries.delegations_visible_to(cast.bob).count() == 1
