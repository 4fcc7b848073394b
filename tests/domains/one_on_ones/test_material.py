"""What the system knows, as far as the reader may see it elsewhere."""

from datetime import timedelta

import pytest

from quarterdeck.domains.feedback import services as feedback
from quarterdeck.domains.one_on_ones.queries import material_of
from quarterdeck.domains.people import services as people
from quarterdeck.domains.projects.models import Block, Project, Task


@pytest.fixture
def work(cast, at):
    stamps = {"created_at": at, "updated_at": at}
    project = Project.objects.create(name="P", team=cast.support, **stamps)

    def task(title, **fields):
        return Task.objects.create(
            title=title,
            project=project,
            accountable=cast.person(cast.bob),
            **stamps,
            **fields,
        )

    return task


def groups(cast, user, at, since=None):
    found = material_of(
        user=user, person=cast.person(cast.bob), since=since, today=at.date()
    )
    return {group.label: [item.text for item in group.items] for group in found}


def test_finished_blocked_and_late_work(cast, at, work):
    work("Done", status="done", done_at=at)
    work("Long ago", status="done", done_at=at - timedelta(days=90))
    stuck = work("Stuck")
    Block.objects.create(task=stuck, reason="No key", blocked_at=at)
    work("Late", deadline=at.date() - timedelta(days=2))
    expected = {
        "Finished since last time": ["Done"],
        "Blocked": ["Stuck"],
        "Late": ["Late"],
    }
    assert groups(cast, cast.alice, at) == expected
    assert groups(cast, cast.bob, at) == expected, (
        "the member sees what the leader sees"
    )


def test_only_what_was_finished_since_last_time(cast, at, work):
    work("Before", status="done", done_at=at - timedelta(days=3))
    assert groups(cast, cast.alice, at, since=at.date()) == {}


def test_work_that_the_reader_may_not_see_is_not_told(cast, at, work):
    work("Done", status="done", done_at=at)
    Project.objects.update(visibility=Project.Visibility.TEAM)
    assert groups(cast, cast.charlie, at) == {}
    assert "Finished since last time" in groups(cast, cast.alice, at)


def test_wishes_and_days_off_without_their_reason(cast, at):
    bob = {"person": cast.person(cast.bob), "by": cast.alice, "at": at}
    skill = people.add_skill(name="Baking", by=cast.alice, at=at)
    row = people.assess_skill(skill=skill, level=2, on=at.date(), evidence="", **bob)
    row.wants_to_grow = True
    row.save()
    day = at.date() + timedelta(days=4)
    people.add_time_off(starts_on=day, ends_on=day, reason="Surgery", **bob)
    far = at.date() + timedelta(days=100)
    people.add_time_off(starts_on=far, ends_on=far, reason="", **bob)
    found = groups(cast, cast.alice, at)
    assert found["Wants to grow in"] == ["Baking"]
    assert len(found["Away soon"]) == 1
    assert "Surgery" not in str(found)


def test_feedback_that_is_due_between_the_two(cast, at):
    def ask(asker, asked, question):
        return feedback.ask_for_feedback(
            question=question,
            people=[cast.person(asked)],
            answer_by=None,
            by=asker,
            at=at,
        )

    ask(cast.bob, cast.alice, "How was my talk?")
    ask(cast.alice, cast.bob, "How do I lead?")
    ask(cast.dana, cast.bob, "And I?")
    due = {"How was my talk?", "How do I lead?"}
    assert set(groups(cast, cast.alice, at)["Feedback due"]) == due
    assert "Feedback due" not in groups(cast, cast.charlie, at)
    assert groups(cast, cast.dana, at)["Feedback due"] == ["And I?"]
