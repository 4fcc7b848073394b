"""Answers: who is asked when, who reads them, and what is counted."""

import itertools
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from quarterdeck.domains.development.models import SkillProof
from quarterdeck.domains.goals.services import (
    add_goal,
    add_key_result,
    record_measurement,
)
from quarterdeck.domains.training import queries, rules, services
from quarterdeck.domains.training.choices import Stage
from quarterdeck.domains.training.models import Evaluation
from quarterdeck.shared.errors import RuleBroken, StaleEdit


def asked(stage):
    return Evaluation.objects.get(stage=stage)


def seen_by(user):
    rows = queries.evaluations_visible_to(user).filter(answered_at__isnull=False)
    return set(rows.values_list("stage", flat=True))


def test_they_wait_from_their_day_on(attended, cast, at):
    def due(user, days):
        rows = queries.evaluations_due(user, at.date() + timedelta(days=days))
        return [row.stage for row in rows]

    assert due(cast.bob, 0) == ["reaction", "learning"]
    assert due(cast.alice, 59) == []
    assert due(cast.alice, 60) == ["use_seen"]
    assert due(cast.bob, 90) == ["reaction", "learning", "use", "result"]
    assert due(cast.dana, 90) == []


def test_an_answer_is_read_by_its_writer_alone_unless_they_name_a_reader(
    attended, room, cast, at
):
    services.answer_evaluation(evaluation=asked("reaction"), mark=4, **room.mine)
    services.answer_evaluation(
        evaluation=asked("learning"),
        mark=3,
        share_with=room.alice,
        level_before=2,
        level_after=3,
        **room.mine,
    )
    assert seen_by(cast.bob) == {"reaction", "learning"}
    assert seen_by(cast.alice) == {"learning"}
    for user in (cast.dana, cast.olga, cast.charlie):
        assert seen_by(user) == set(), "not the leader above either"
    services.narrow_answer(evaluation=asked("learning"), **room.mine)
    assert seen_by(cast.alice) == set()


def test_a_leader_shares_with_the_one_it_is_about(attended, room, cast):
    seen = asked("use_seen")
    with pytest.raises(services.NotAReader):
        services.answer_evaluation(
            evaluation=seen, mark=2, share_with=cast.person(cast.dana), **room.act
        )
    services.answer_evaluation(evaluation=seen, mark=2, share_with=room.bob, **room.act)
    assert seen_by(cast.bob) == {"use_seen"}


def test_nobody_answers_for_another(attended, cast, at):
    for user in (cast.alice, cast.dana, cast.olga):
        with pytest.raises(PermissionDenied):
            services.answer_evaluation(
                evaluation=asked("reaction"), mark=0, by=user, at=at
            )


def test_an_answer_is_edited_without_new_readers(attended, room):
    row = asked("reaction")
    with pytest.raises(services.AnswerNotWritten):
        services.edit_answer(evaluation=row, mark=2, **room.mine)
    services.answer_evaluation(evaluation=row, mark=4, words="A", **room.mine)
    with pytest.raises(services.AnswerWritten):
        services.answer_evaluation(
            evaluation=row, mark=4, share_with=room.alice, **room.mine
        )
    seen = asked("reaction").version
    services.edit_answer(
        evaluation=row, mark=2, words="B", seen_version=seen, **room.mine
    )
    with pytest.raises(StaleEdit):
        services.edit_answer(
            evaluation=row, mark=1, words="C", seen_version=seen, **room.mine
        )


def test_what_one_does_not_want_to_answer_is_asked_no_more(attended, room, cast, at):
    services.set_aside_evaluation(evaluation=asked("reaction"), **room.mine)
    due = queries.evaluations_due(cast.bob, at.date())
    assert [row.stage for row in due] == ["learning"]
    services.take_up_evaluation(evaluation=asked("reaction"), **room.mine)
    assert queries.evaluations_due(cast.bob, at.date()).count() == 2


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["answer", "edit", "narrow", "aside", "take_up"]),
        st.sampled_from(["bob", "alice", "dana"]),
        st.sampled_from([None, "alice", "dana"]),
    ),
    max_size=6,
)


@pytest.fixture
def widening(attended, cast, at):
    """Do any acts in any order; return who could read it after each."""
    acts = {
        "edit": services.edit_answer,
        "narrow": services.narrow_answer,
        "aside": services.set_aside_evaluation,
        "take_up": services.take_up_evaluation,
    }

    def walk(steps):
        readers = []
        for name, who, whom in steps:
            row, act = asked("use"), {"by": getattr(cast, who), "at": at}
            extra = {"mark": 1} if name in ("answer", "edit") else {}
            try:
                if name == "answer":
                    reader = cast.person(getattr(cast, whom)) if whom else None
                    services.answer_evaluation(
                        evaluation=row, share_with=reader, **extra, **act
                    )
                else:
                    acts[name](evaluation=row, **extra, **act)
            except (RuleBroken, PermissionDenied):
                continue
            everybody = (cast.bob, cast.alice, cast.dana, cast.olga)
            readers.append(
                {user.pk for user in everybody if "use" in seen_by(user)}
                if asked("use").answered_at
                else None
            )
        return readers

    return walk


def test_no_sequence_of_acts_lets_more_people_read(widening):
    @given(STEPS)
    @settings(max_examples=25, deadline=None)
    def walk(steps):
        with transaction.atomic():
            readers = [one for one in widening(steps) if one is not None]
            transaction.set_rollback(True)
        for before, after in itertools.pairwise(readers):
            assert after <= before

    walk()


@given(st.lists(st.integers(0, 4), max_size=40))
@settings(max_examples=200, deadline=None)
def test_counts_name_nobody(marks):
    told = rules.told(Stage.REACTION, marks)
    assert len(rules.counted_marks(marks)) % rules.FEWEST == 0
    if len(marks) < rules.FEWEST:
        assert told == "too few to show"
    else:
        total = len(rules.counted_marks(marks))
        assert f"{total} of {total}" not in told, "never all of them"
        assert not told.startswith("0 ")


def test_a_sixth_answer_does_not_show_itself():
    five = [4, 4, 4, 0, 4]
    assert rules.told(Stage.REACTION, five) == "4 of 5 found it useful"
    for sixth in (0, 4):
        assert rules.told(Stage.REACTION, [*five, sixth]) == "4 of 5 found it useful"
    assert rules.told(Stage.USE, [3] * 5) == "most of 5 use it most weeks"
    assert rules.told(Stage.USE, [0] * 5) == "few or none of 5 use it most weeks"


def test_counts_of_a_programme_are_for_every_member(attended, room, cast):
    services.answer_evaluation(evaluation=asked("reaction"), mark=4, **room.mine)
    told = dict(queries.counts_of(user=cast.charlie, programme=room.programme))
    assert set(told.values()) == {"too few to show"}


def test_what_was_learnt_is_shown_in_one_step(attended, room):
    shown = services.show_trained_skill(
        enrolment=attended,
        skill=room.skill,
        level=4,
        what="Settled the till row between two waiters.",
        asked=room.alice,
        **room.mine,
    )
    assert (shown.person, shown.asked) == (room.bob, room.alice)
    with pytest.raises(PermissionDenied):
        services.show_trained_skill(
            enrolment=attended, skill=room.skill, level=4, what="W",
            asked=room.bob, **room.act,
        )  # fmt: skip
    assert SkillProof.objects.count() == 1


def test_a_number_is_named_before_it_begins(place, room):
    services.name_measure(
        enrolment=place, measure="Rows a month", number_before=4.0, **room.act
    )
    place.refresh_from_db()
    assert (place.measure, place.number_before) == ("Rows a month", 4)


def test_a_key_result_says_its_number_itself(attended, room, cast, at):
    goal = add_goal(title="Calm", why="", owner=room.alice, **room.act)
    calls = add_key_result(
        goal=goal, title="Angry calls", start=9, target=2, **room.act
    )
    services.name_measure(enrolment=attended, key_result=calls, **room.act)
    record_measurement(key_result=calls, value=4, **room.act)
    result = asked("result")
    assert queries.recorded_number(result) == 4
    answered = services.answer_evaluation(
        evaluation=result, mark=3, number_after=1, **room.mine
    )
    assert answered.number_after == 4, "what is on record is not typed"
    record_measurement(key_result=calls, value=2, **room.act)
    edited = services.edit_answer(
        evaluation=result, mark=4, number_after=1, seen_version=2, **room.mine
    )
    assert edited.number_after == 4, "the answer is of its day"
