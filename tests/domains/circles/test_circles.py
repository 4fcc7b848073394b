"""Invitation, acceptance, the rule, leaving, and who reads which case."""

import pytest
from django.core.exceptions import PermissionDenied

from quarterdeck.domains.accounts.models import AccountOpening, User
from quarterdeck.domains.activity.models import Activity
from quarterdeck.domains.activity.services import verify_chain
from quarterdeck.domains.circles import queries, services
from quarterdeck.domains.circles.models import (
    Case,
    Circle,
    CircleMember,
    Contribution,
    Lesson,
    Takeaway,
)
from quarterdeck.shared.errors import StaleEdit
from tests.domains.one_on_ones.test_forgetting import everything_that_was_kept


def reads(user):
    return set(queries.cases_visible_to(user))


def test_before_joining_one_sees_the_rule_and_no_case(cast, at, circle, share):
    share(cast.alice)
    services.invite_to_circle(
        circle=circle, person=cast.person(cast.charlie), by=cast.alice, at=at
    )
    assert list(queries.circles_visible_to(cast.charlie)) == [circle]
    assert not reads(cast.charlie) and not queries.inside(cast.charlie).exists()
    with pytest.raises(PermissionDenied):
        share(cast.charlie)
    for user in (cast.bob, cast.dana, cast.olga, cast.gwen):
        assert not queries.circles_visible_to(user).exists()


def test_who_joins_later_reads_older_cases_only_if_the_author_lets_them(
    cast, at, circle, join, share
):
    join(cast.bob)
    case = share(cast.alice)
    join(cast.charlie)
    assert reads(cast.bob) == {case} and not reads(cast.charlie)
    (later,) = queries.without_reading(user=cast.alice, case=case)
    assert queries.without_reading(user=cast.bob, case=case) == []
    with pytest.raises(PermissionDenied):
        services.let_read(case=case, member=later, by=cast.bob, at=at)
    services.let_read(case=case, member=later, by=cast.alice, at=at)
    assert reads(cast.charlie) == {case}


def test_who_left_reads_no_longer_also_after_coming_back(cast, at, circle, join, share):
    join(cast.bob)
    case = share(cast.alice)
    own = share(cast.bob)
    services.leave_circle(circle=circle, by=cast.bob, at=at)
    assert not reads(cast.bob) and not queries.circles_visible_to(cast.bob).exists()
    assert not queries.contributions_visible_to(cast.bob).exists()
    with pytest.raises(PermissionDenied):
        services.contribute(case=case, text="T", by=cast.bob, at=at)
    join(cast.bob)
    assert not reads(cast.bob)
    assert reads(cast.alice) == {case, own}


def test_a_changed_rule_is_accepted_again(cast, at, circle, join, share):
    join(cast.bob)
    case = share(cast.alice)
    services.change_rule(circle=circle, rule="Another", by=cast.alice, at=at)
    assert reads(cast.alice) == {case} and not reads(cast.bob)
    with pytest.raises(PermissionDenied):
        services.contribute(case=case, text="T", by=cast.bob, at=at)
    with pytest.raises(services.RuleChangedMeanwhile):
        services.accept_rule(circle=circle, rule_number=1, by=cast.bob, at=at)
    services.accept_rule(circle=circle, rule_number=2, by=cast.bob, at=at)
    assert reads(cast.bob) == {case}
    circle.refresh_from_db()
    with pytest.raises(services.RuleIsTheSame):
        services.change_rule(circle=circle, rule=" Another ", by=cast.bob, at=at)


def test_an_invitation_is_declined_or_taken_back(cast, at, circle, join):
    asking = {"circle": circle, "person": cast.person(cast.bob), "at": at}
    services.invite_to_circle(by=cast.alice, **asking)
    with pytest.raises(services.AlreadyInvited):
        services.invite_to_circle(by=cast.alice, **asking)
    services.decline_circle(circle=circle, by=cast.bob, at=at)
    member = services.invite_to_circle(by=cast.alice, **asking)
    services.uninvite(member=member, by=cast.alice, at=at)
    assert not queries.circles_visible_to(cast.bob).exists()
    join(cast.bob)
    (joined,) = CircleMember.objects.filter(person__user=cast.bob)
    with pytest.raises(services.NotInvited):
        services.uninvite(member=joined, by=cast.alice, at=at)


def test_one_changes_ones_own_words(cast, at, circle, join, share):
    join(cast.bob)
    case = share(cast.alice)
    said = services.contribute(case=case, text="C", by=cast.bob, at=at)
    words = {"situation": "S2", "tried": "", "question": "Q", "at": at}
    with pytest.raises(PermissionDenied):
        services.edit_case(case=case, by=cast.bob, **words)
    with pytest.raises(PermissionDenied):
        services.remove_contribution(contribution=said, by=cast.alice, at=at)
    services.edit_case(case=case, by=cast.alice, seen_version=1, **words)
    with pytest.raises(StaleEdit):
        services.edit_case(
            case=case, by=cast.alice, seen_version=1, **{**words, "situation": "S3"}
        )
    services.remove_case(case=case, by=cast.alice, at=at)
    assert not Contribution.objects.exists()


def test_what_one_takes_from_a_case_is_ones_own(cast, at, circle, join, share):
    join(cast.bob)
    case = share(cast.alice)
    services.write_takeaway(case=case, text="Mine", by=cast.bob, at=at)
    assert queries.own_takeaway(user=cast.bob, case=case).text == "Mine"
    assert queries.own_takeaway(user=cast.alice, case=case) is None
    services.write_takeaway(case=case, text=" ", by=cast.bob, at=at)
    assert not Takeaway.objects.exists()


def test_a_lesson_is_shared_by_the_author_alone_in_its_own_words(
    cast, at, circle, join, share
):
    join(cast.bob)
    case = share(cast.alice, words="secret")
    lesson = {"case": case, "title": "L", "text": "We listened first.", "at": at}
    with pytest.raises(PermissionDenied):
        services.share_lesson(by=cast.bob, **lesson)
    kept = services.share_lesson(by=cast.alice, **lesson)
    assert list(queries.lessons_visible_to(cast.charlie)) == [kept]
    assert not queries.lessons_visible_to(cast.gwen).exists()
    services.remove_case(case=case, by=cast.alice, at=at)
    kept.refresh_from_db()
    assert kept.case_id is None and "secret" not in kept.text
    with pytest.raises(PermissionDenied):
        services.take_back_lesson(lesson=kept, by=cast.bob, at=at)
    services.take_back_lesson(lesson=kept, by=cast.alice, at=at)
    assert not Lesson.objects.exists()


def test_no_act_has_words_and_only_the_circle_hears_of_it(
    cast, at, circle, join, share
):
    join(cast.bob)
    case = share(cast.alice, words="zanzibar")
    services.contribute(case=case, text="zanzibar", by=cast.bob, at=at)
    services.plan_circle_meeting(
        circle=circle, on=at.date(), words="zanzibar", by=cast.bob, at=at
    )
    acts = Activity.objects.filter(subject_kind="circles.Circle")
    assert {act.audience for act in acts} == {"private"}
    assert {act.content.subject_name for act in acts} == {""}
    told = acts.get(verb="contribution.written").readers
    assert set(told.values_list("user_id", flat=True)) == {cast.alice.pk, cast.bob.pk}


def test_a_circle_nobody_is_in_is_erased(cast, at, circle, join, share):
    join(cast.bob)
    share(cast.bob, words="zanzibar")
    services.leave_circle(circle=circle, by=cast.bob, at=at)
    services.leave_circle(circle=circle, by=cast.alice, at=at)
    assert not Circle.objects.exists() and not Case.objects.exists()
    assert "zanzibar" not in everything_that_was_kept()


def test_nothing_is_read_while_in_doubt(cast, at, circle, join, share):
    join(cast.bob)
    share(cast.bob)
    AccountOpening.objects.create(user=cast.bob, link_made_by=cast.olga, opened_at=at)
    bob = User.objects.get(pk=cast.bob.pk)
    assert not queries.circles_visible_to(bob).exists() and not reads(bob)
    assert queries.own_circle_records(bob)["circle_cases"].count() == 0
    assert queries.own_circle_records(cast.alice)["circle_cases"].count() == 0


def test_home_asks_for_an_answer_a_rule_and_the_next_meeting(cast, at, circle, join):
    day = at.date()
    assert queries.waiting_for(cast.alice, day) == []
    services.invite_to_circle(
        circle=circle, person=cast.person(cast.bob), by=cast.alice, at=at
    )
    (asked,) = queries.waiting_for(cast.bob, day)
    assert asked.is_invited
    services.plan_circle_meeting(circle=circle, on=day, by=cast.alice, at=at)
    (soon,) = queries.waiting_for(cast.alice, day)
    assert soon.next_on == day


def test_forgetting_leaves_nothing_of_theirs(cast, at, circle, join, share):
    join(cast.bob)
    kept = share(cast.alice)
    case = share(cast.bob, words="zanzibar")
    services.contribute(case=kept, text="zanzibar", by=cast.bob, at=at)
    services.contribute(case=case, text="zanzibar", by=cast.alice, at=at)
    services.write_takeaway(case=kept, text="zanzibar", by=cast.bob, at=at)
    services.share_lesson(case=case, title="L", text="zanzibar", by=cast.bob, at=at)
    people = [cast.person(cast.bob)]
    assert services.forget_people(people=people, by=cast.olga, at=at) == 1
    assert "zanzibar" not in everything_that_was_kept()
    assert reads(cast.alice) == {kept} and Circle.objects.exists()
    assert verify_chain().whole
    services.forget_people(people=[cast.person(cast.alice)], by=cast.olga, at=at)
    assert not Circle.objects.exists()
