"""One's own plan: kept by quarter, read by its writer and nobody else."""

import pytest
from django.core.exceptions import PermissionDenied

from quarterdeck.domains.activity.models import Activity
from quarterdeck.domains.development import queries, services
from quarterdeck.domains.development.models import OwnAim, OwnMark, OwnStep
from quarterdeck.shared.errors import StaleEdit


@pytest.fixture
def own(cast, at):
    return {
        "person": cast.person(cast.alice),
        "quarter": at.date(),
        "by": cast.alice,
        "at": at,
    }


def test_a_quarter_keeps_one_aim_and_the_marks_of_the_one_before(own, cast, at):
    services.set_own_aim(aim="Ask before I answer", **own)
    services.set_own_aim(aim="Ask, then answer", sign="They speak first", **own)
    before = {**own, "quarter": at.date().replace(month=2)}
    services.mark_practice(practice="feedback", mark=2, **before)
    services.mark_practice(practice="feedback", mark=3, evidence="Bob said so", **own)
    plan = queries.own_plan(user=cast.alice, quarter=OwnAim.objects.get().quarter)
    assert plan.aim.aim == "Ask, then answer"
    marked = {one.practice: one for _, rows in plan.marks for one in rows}
    assert len(marked) == 12
    assert (marked["feedback"].before, marked["feedback"].now.mark) == (2, 3)
    assert marked["data"].now is None and marked["data"].before is None


def test_a_stale_aim_is_answered_with_both_texts(own):
    services.set_own_aim(aim="A", **own)
    services.set_own_aim(aim="B", seen_version=1, **own)
    with pytest.raises(StaleEdit):
        services.set_own_aim(aim="C", seen_version=1, **own)


@pytest.mark.parametrize("who", ["dana", "bob", "olga", "charlie", "gwen"])
def test_nobody_else_reads_or_writes_it(own, cast, at, who):
    services.set_own_aim(aim="A", **own)
    step = services.add_own_step(title="S", **own)
    user = getattr(cast, who)
    plan = queries.own_plan(user=user, quarter=OwnAim.objects.get().quarter)
    assert plan.aim is None and plan.steps == []
    with pytest.raises(OwnStep.DoesNotExist):
        queries.get_own_step(user=user, step_id=step.pk)
    for act in (
        lambda: services.set_own_aim(aim="B", **{**own, "by": user}),
        lambda: services.finish_own_step(step=step, by=user, at=at),
    ):
        with pytest.raises(PermissionDenied):
            act()


def test_acts_are_told_to_the_writer_alone_and_without_words(own, cast):
    services.mark_practice(practice="data", mark=1, evidence="None at all", **own)
    act = Activity.objects.get(verb="own_plan.marked")
    assert set(act.readers.values_list("user_id", flat=True)) == {cast.alice.pk}
    assert act.content.subject_name == "" and act.content.details == {}
    assert OwnMark.objects.count() == 1


def test_steps_are_done_and_taken_off(own, cast, at):
    step = services.add_own_step(title="S", practice="feedback", **own)
    services.finish_own_step(step=step, by=cast.alice, at=at)
    services.remove_own_step(step=step, by=cast.alice, at=at)
    assert queries.own_plan(user=cast.alice, quarter=step.quarter).steps == []
    services.restore_own_step(step=step, by=cast.alice, at=at)
    services.reopen_own_step(step=step, by=cast.alice, at=at)
    assert queries.own_plan(user=cast.alice, quarter=step.quarter).steps == [step]
