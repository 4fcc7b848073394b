import pytest

from quarterdeck.domains.activity import services
from quarterdeck.domains.activity.models import Activity, Change, Content
from quarterdeck.domains.goals.models import Goal
from quarterdeck.shared.errors import AlreadyDone, StaleEdit


@pytest.fixture
def goal(cast, at):
    return Goal.objects.create(title="A", why="B", created_at=at, updated_at=at)


def edit(goal, by, at, seen=None, **changes):
    made = services.revise(goal, changes, at=at, seen_version=seen)
    return services.record(
        by=by,
        verb="goal.changed",
        subject=goal,
        at=at,
        audience=services.everyone(),
        changes=made,
    )


def test_a_whole_chain_verifies(goal, cast, at):
    for title in ("B", "C", "D"):
        edit(goal, cast.alice, at, title=title)
    report = services.verify_chain()
    assert report.whole
    assert report.length == Activity.objects.count()


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (lambda: Activity.objects.latest("id").delete(), "ends after"),
        (lambda: Activity.objects.order_by("id")[:1].get().delete(), "does not follow"),
        (lambda: Activity.objects.update(actor_id=99), "was altered"),
        (lambda: Content.objects.update(subject_name="other"), "words"),
        (lambda: Change.objects.update(after="other"), "change of title"),
    ],
)
def test_tampering_is_named(goal, cast, at, spoil, told):
    edit(goal, cast.alice, at, title="B")
    spoil()
    report = services.verify_chain()
    assert not report.whole
    assert any(told in line for line in report.breaks)


def test_erased_words_leave_the_chain_whole(goal, cast, at):
    edit(goal, cast.alice, at, title="B")
    services.erase_words_of(kind="goals.Goal", subject_id=goal.pk)
    assert services.verify_chain().whole
    assert not Content.objects.filter(subject_name="B").exists()


def test_two_people_may_change_different_fields_of_one_record(goal, cast, at):
    edit(goal, cast.alice, at, seen=1, title="Alice's")
    edit(goal, cast.bob, at, seen=1, why="Bob's")
    goal.refresh_from_db()
    assert (goal.title, goal.why) == ("Alice's", "Bob's")


def test_a_stale_save_of_the_same_field_shows_both_texts(goal, cast, at):
    edit(goal, cast.alice, at, seen=1, title="Alice's")
    with pytest.raises(StaleEdit) as caught:
        edit(goal, cast.bob, at, seen=1, title="Bob's")
    (conflict,) = caught.value.conflicts
    assert (conflict.theirs, conflict.yours, conflict.by) == (
        "Alice's",
        "Bob's",
        "Alice",
    )


def test_a_request_that_comes_twice_acts_once(goal, cast, at):
    with services.carrying("7:abc"):
        edit(goal, cast.alice, at, title="B")
    with services.carrying("7:abc"), pytest.raises(AlreadyDone):
        edit(goal, cast.alice, at, title="C")


def test_what_was_changed_can_be_turned_back(goal, cast, at):
    act = edit(goal, cast.alice, at, title="B", ends_on=at.date())
    back = services.inverse_of(act.changes.all())
    services.revise(goal, back[goal.pk], at=at)
    goal.refresh_from_db()
    assert (goal.title, goal.ends_on) == ("A", None)
