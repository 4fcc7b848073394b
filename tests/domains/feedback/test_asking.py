from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from quarterdeck.domains.activity.models import Activity
from quarterdeck.domains.feedback import queries, services

pytestmark = pytest.mark.django_db


@pytest.fixture
def ask(cast, at):
    def ask(by, *users, **more):
        people = [cast.person(user) for user in users]
        given = {"question": "How was the talk?", "at": at, **more}
        return services.ask_for_feedback(people=people, by=by, **given)

    return ask


def asking(request, user):
    return queries.get_asking(user=user, request_id=request.pk)


def test_each_answer_stands_apart_with_its_name(ask, give, cast):
    request = ask(cast.bob, cast.alice, cast.charlie)
    give(cast.alice, cast.bob, request=request)
    found = queries.answers_to(cast.bob, request)
    assert [(a.row.person.name, bool(a.feedback)) for a in found] == [
        ("Alice", True),
        ("Charlie", False),
    ]
    assert queries.answers_to(cast.charlie, request) == []


def test_asked_and_not_answered_stands_on_both_sides(ask, give, cast):
    request = ask(cast.bob, cast.alice)
    assert [row.request for row in queries.waiting_for(cast.alice)] == [request]
    assert list(queries.open_questions_of(cast.bob)) == [request]
    give(cast.alice, cast.bob, request=request)
    assert list(queries.waiting_for(cast.alice)) == []
    assert list(queries.open_questions_of(cast.bob)) == []


def test_a_withdrawn_answer_leaves_the_question_open(ask, give, cast, at):
    request = ask(cast.bob, cast.alice)
    answer = give(cast.alice, cast.bob, request=request)
    services.withdraw_feedback(feedback=answer, by=cast.alice, at=at)
    assert [row.request for row in queries.waiting_for(cast.alice)] == [request]
    give(cast.alice, cast.bob, request=request)


def test_there_is_one_answer_of_each(ask, give, draft, cast):
    request = ask(cast.bob, cast.alice)
    draft(cast.alice, cast.bob, request=request)
    with pytest.raises(services.AlreadyAnswered):
        give(cast.alice, cast.bob, request=request)


def test_who_was_not_asked_does_not_answer(ask, give, cast):
    request = ask(cast.bob, cast.alice)
    with pytest.raises(PermissionDenied):
        give(cast.charlie, cast.bob, request=request)
    with pytest.raises(PermissionDenied):
        give(cast.alice, cast.charlie, request=request)


def test_nobody_sees_who_else_was_asked(ask, cast):
    request = ask(cast.bob, cast.alice, cast.charlie)
    for user in (cast.dana, cast.olga):
        assert request not in queries.requests_visible_to(user)
    assert request in queries.requests_visible_to(cast.charlie)
    assert list(queries.questions_of(cast.charlie)) == []


def test_it_is_declined_with_a_reason_and_taken_up_again(ask, cast, at):
    request = ask(cast.bob, cast.alice)
    act = {"asking": asking(request, cast.alice), "by": cast.alice, "at": at}
    services.decline_request(reason="I was away", **act)
    assert list(queries.waiting_for(cast.alice)) == []
    assert queries.answers_to(cast.bob, request)[0].row.reason == "I was away"
    with pytest.raises(services.AlreadyAnswered):
        services.decline_request(reason="again", **act)
    services.take_back_decline(**act)
    assert queries.answers_to(cast.bob, request)[0].row.reason == ""
    with pytest.raises(services.NotDeclined):
        services.take_back_decline(**act)


def test_a_question_is_taken_back_and_put_again_to_the_same(ask, give, cast, at):
    request = ask(cast.bob, cast.alice)
    own = {"request": request, "by": cast.bob, "at": at}
    services.withdraw_request(**own)
    assert list(queries.waiting_for(cast.alice)) == []
    assert request not in queries.requests_visible_to(cast.alice)
    request.refresh_from_db()
    with pytest.raises(services.QuestionClosed):
        give(cast.alice, cast.bob, request=request)
    with pytest.raises(services.QuestionClosed):
        services.withdraw_request(**own)
    services.reopen_request(**own)
    assert [row.request for row in queries.waiting_for(cast.alice)] == [request]
    with pytest.raises(services.QuestionStands):
        services.reopen_request(**own)


def test_only_the_asker_takes_it_back(ask, cast, at):
    request = ask(cast.bob, cast.alice)
    with pytest.raises(PermissionDenied):
        services.withdraw_request(request=request, by=cast.alice, at=at)


def test_it_needs_somebody_who_can_answer(ask, cast, at):
    with pytest.raises(services.NobodyAsked):
        ask(cast.bob, cast.bob)
    with pytest.raises(services.CannotReadIt):
        ask(cast.bob, cast.gwen)
    with pytest.raises(services.AnswerDayOver):
        ask(cast.bob, cast.alice, answer_by=at.date() - timedelta(days=1))


def test_the_earliest_day_stands_first_and_no_day_last(ask, cast, at):
    day = at.date()
    for days in (None, 9, 2):
        ask(
            cast.bob,
            cast.alice,
            answer_by=day + timedelta(days=days) if days else None,
        )
    found = [row.request.answer_by for row in queries.waiting_for(cast.alice)]
    assert found == [day + timedelta(days=2), day + timedelta(days=9), None]


def test_it_is_told_without_its_words(ask, cast):
    ask(cast.bob, cast.alice, question="Was I too loud?")
    act = Activity.objects.get(verb="feedback_request.asked")
    assert "loud" not in f"{act.content.subject_name}{act.content.details}"
    assert {r.user_id for r in act.readers.all()} == {cast.alice.pk, cast.bob.pk}
