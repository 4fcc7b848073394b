"""Everybody scores alone, with evidence; then all is shown side by side."""

import pytest
from django.core.exceptions import PermissionDenied

from quarterdeck.domains.hiring import queries, services
from quarterdeck.domains.hiring.models import Interview, Score
from quarterdeck.shared.errors import StaleEdit

from .conftest import DAY


def seen(user, room):
    for kept in ("_role", "_standing", "_rooms_open"):
        user.__dict__.pop(kept, None)
    rows = queries.scores_visible_to(user).filter(interview__candidate=room.pia)
    return set(rows.values_list("interview_id", flat=True))


def test_nobody_reads_another_before_handing_in(cast, room, hand_in):
    hand_in(room.bobs, cast.bob, 2, 3)
    assert seen(cast.bob, room) == {room.bobs.pk}
    assert seen(cast.charlie, room) == set()
    assert seen(cast.alice, room) == set(), "who decides waits as well"
    assert queries.matrix_of(user=cast.charlie, candidate=room.pia) is None
    hand_in(room.charlies, cast.charlie, 4, 3)
    both = {room.bobs.pk, room.charlies.pk}
    assert seen(cast.bob, room) == seen(cast.charlie, room) == both
    assert seen(cast.alice, room) == set()
    services.open_scores(candidate=room.pia, **room.act)
    assert seen(cast.alice, room) == both


def test_a_draft_is_its_writers(cast, room, at):
    score = {room.questions[0].pk: (2, "half a sentence")}
    services.write_scorecard(interview=room.bobs, scores=score, by=cast.bob, at=at)
    assert seen(cast.bob, room) == {room.bobs.pk}
    assert seen(cast.charlie, room) == seen(cast.alice, room) == set()
    with pytest.raises(PermissionDenied):
        services.write_scorecard(
            interview=room.bobs, scores=score, by=cast.charlie, at=at
        )


def test_each_score_needs_its_evidence(cast, room, hand_in, at):
    with pytest.raises(services.EvidenceMissing, match="Question 2"):
        scores = {room.questions[0].pk: (2, "heard"), room.questions[1].pk: (3, " ")}
        services.hand_in_scorecard(
            interview=room.bobs, scores=scores, by=cast.bob, at=at
        )
    with pytest.raises(services.EvidenceMissing, match="Questions 1, 2"):
        services.hand_in_scorecard(interview=room.bobs, by=cast.bob, at=at)


def test_what_is_handed_in_stays(cast, room, hand_in, at):
    hand_in(room.bobs, cast.bob, 2, 3)
    with pytest.raises(services.AlreadyHandedIn):
        hand_in(room.bobs, cast.bob, 4, 4)
    with pytest.raises(services.AlreadyHandedIn):
        services.cancel_interview(interview=room.bobs, **room.act)
    assert set(Score.objects.values_list("score", flat=True)) == {2, 3}


def test_a_second_tab_of_ones_own_does_not_win_silently(cast, room, at):
    first = {room.questions[0].pk: (2, "first")}
    card = {"interview": room.bobs, "by": cast.bob, "at": at}
    services.write_scorecard(scores=first, seen_version=1, **card)
    with pytest.raises(StaleEdit):
        services.write_scorecard(
            scores={room.questions[0].pk: (3, "second")}, seen_version=1, **card
        )


def test_scores_open_when_all_are_handed_in(cast, room, hand_in):
    with pytest.raises(services.SomebodyHasToHandIn, match="Bob and Charlie"):
        services.open_scores(candidate=room.pia, **room.act)
    hand_in(room.bobs, cast.bob, 2, 3)
    with pytest.raises(services.SomebodyHasToHandIn, match="Charlie"):
        services.open_scores(candidate=room.pia, **room.act)
    services.cancel_interview(interview=room.charlies, **room.act)
    services.open_scores(candidate=room.pia, **room.act)
    with pytest.raises(services.ScoresAreOpen):
        services.plan_interview(
            candidate=room.pia,
            person=cast.person(cast.charlie),
            planned_on=DAY,
            **room.act,
        )


def test_the_matrix_shows_each_question_and_what_lies_apart(cast, heard):
    matrix = queries.matrix_of(user=cast.alice, candidate=heard.pia)
    first, second = matrix.lines
    assert [score.score for score in first.scores] == [1, 4]
    assert first.spread.talk_about and not second.spread.talk_about
    assert (first.spread.words, second.spread.words) == ("1 × 1, 1 × 4", "2 × 3")
    assert matrix.to_talk_about == 1 and matrix.waiting == 0


def test_questions_stand_once_scoring_began(cast, room, at):
    question = room.questions[0]
    services.edit_question(question=question, changes={"weak": "Nothing"}, **room.act)
    card = {question.pk: (2, "")}
    services.write_scorecard(interview=room.bobs, scores=card, by=cast.bob, at=at)
    for refused in (
        lambda: services.edit_question(
            question=question, changes={"weak": "x"}, **room.act
        ),
        lambda: services.remove_question(question=question, **room.act),
        lambda: services.add_question(
            role=room.role,
            text="More",
            weak="w",
            good="g",
            strong="s",
            skill=room.baking,
            **room.act,
        ),
    ):
        with pytest.raises(services.ScoringBegan, match="asked the same"):
            refused()


def test_a_question_is_about_one_thing(room):
    anchors = {"weak": "w", "good": "g", "strong": "s", "text": "T"}
    for about in ({}, {"skill": room.baking, "value": room.care}):
        with pytest.raises(services.NotTied):
            services.add_question(role=room.role, **anchors, **about, **room.act)


def test_nobody_is_met_before_there_are_questions(cast, room):
    for question in room.questions:
        services.remove_question(question=question, **room.act)
    with pytest.raises(services.NoQuestionsYet):
        services.plan_interview(
            candidate=room.pia,
            person=cast.person(cast.alice),
            planned_on=DAY,
            **room.act,
        )


def test_who_leaves_the_hiring_team_leaves_unfinished_interviews(cast, room, hand_in):
    hand_in(room.bobs, cast.bob, 2, 3)
    for user in (cast.bob, cast.charlie):
        member = room.role.hiring_team.get(person__user=user)
        services.remove_from_hiring_team(member=member, **room.act)
    assert list(Interview.objects.all()) == [room.bobs]
    assert seen(cast.bob, room) == set(), "and reads nothing any more"
