"""Reasons in words: every code of the planner has a sentence for one and for several."""

from types import SimpleNamespace
from typing import get_args

import pytest

from quarterdeck.domains.planning.translation.reasons import (
    alternative_in_words,
    reasons_in_words,
)
from quarterdeck.domains.planning.translation.words import (
    Words,
    left_out_in_words,
    listed,
)
from quarterdeck.engines.planning import Alternative, Explanation, Reason, Unplaced
from quarterdeck.engines.planning.explanation import ReasonCode
from quarterdeck.engines.planning.result import UnplacedReason


@pytest.fixture
def words():
    """Names without records: Ann and Bo, the task Cook, the skill Cooking."""
    named = SimpleNamespace(
        axis=SimpleNamespace(hours=lambda slots: slots / 2),
        people=lambda ids: listed([{"1": "Ann", "2": "Bo"}[i] for i in ids]),
        skill=lambda _: "Cooking",
        task=lambda _: "“Cook”",
        few_tasks=lambda ids: ["“Cook”" for _ in ids],
        resource=lambda _: "the oven",
        moment=lambda slot: f"{slot} Jun 2026, 09:00",
        now=0,
    )
    assert {"people", "skill", "task", "few_tasks", "resource"} <= set(dir(Words))
    return named


def sentence(code, people, words):
    reason = Reason(code=code, people=people, tasks=("7",), skill="3", slot=1)
    explanation = Explanation(
        task="7", qualified=5, why_people=(reason,), why_then=(), alternative=None
    )
    (told,) = reasons_in_words(explanation, words)
    return told


@pytest.mark.parametrize("code", get_args(ReasonCode))
@pytest.mark.parametrize("people", [("1",), ("1", "2")])
def test_every_reason_is_a_sentence(code, people, words):
    told = sentence(code, people, words)
    assert told.endswith(".")
    assert "None" not in told


@pytest.mark.parametrize(
    ("code", "one", "several"),
    [
        ("started", "Ann has begun it.", "Ann and Bo have begun it."),
        ("locked", "Ann stays on it:", "Ann and Bo stay on it:"),
        ("free_earliest", "Ann is done earliest of 5", "Ann and Bo are done earliest"),
        ("less_loaded", "Of 5 who can, Ann has most", "Of 5 who can, Ann and Bo have"),
        ("working_time", "Ann works next on 1 Jun", "Ann and Bo work next on 1 Jun"),
    ],
)
def test_one_person_has_and_several_have(code, one, several, words):
    assert sentence(code, ("1",), words).startswith(one)
    assert sentence(code, ("1", "2"), words).startswith(several)


def test_no_reason_says_who_costs_less(words):
    assert "cost" in sentence("cheapest", ("1",), words)
    assert "least" not in sentence("cheapest", ("1",), words)


def test_what_would_change_it_is_said(words):
    reason = Reason(code="after_predecessor", tasks=("7",), slot=5, without=2)
    near = Reason(code="only_one_qualified", people=("2",), skill="3", level=2)
    told = reasons_in_words(
        Explanation(
            task="7",
            qualified=1,
            why_people=(),
            why_then=(reason,),
            alternative=None,
            nearly=(near,),
        ),
        words,
    )
    assert told == [
        "It waits for “Cook” until 5 Jun 2026, 09:00. Without that it could begin on "
        "2 Jun 2026, 09:00.",
        "Bo could as well with Cooking 2, one level more.",
    ]


def test_a_release_that_is_over_holds_nothing_back(words):
    words.now = 1
    assert sentence("release", (), words) == "It can begin at once."


def test_every_way_to_be_left_out_has_words(words):
    for reason in get_args(UnplacedReason):
        told = left_out_in_words(
            Unplaced(task="7", reason=reason, others=("7",)), words
        )
        assert told and "None" not in told


def test_half_an_hour_later_is_not_told_as_nothing(words):
    found = Alternative(
        people=("1",), start=0, end=1, points=0, later=1, finish_later=0
    )
    assert "0.5 h later" in alternative_in_words(found, words)
