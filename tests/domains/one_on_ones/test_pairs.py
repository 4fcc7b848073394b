from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from quarterdeck.domains.activity.models import Activity
from quarterdeck.domains.one_on_ones import services
from quarterdeck.domains.one_on_ones.models import Meeting, Pair
from quarterdeck.domains.one_on_ones.queries import (
    lines_of,
    next_meeting,
    pairs_visible_to,
    partners_to_suggest,
)
from quarterdeck.domains.people.models import Person
from quarterdeck.domains.people.queries import activities_visible_to

THIRD = ("dana", "charlie", "olga", "gwen", "nora")


def start(cast, by, other, at, **more):
    return services.start_pair(person=cast.person(other), by=by, at=at, **more)


def test_a_leader_begins_with_whom_they_lead(cast, at):
    pair = start(cast, cast.alice, cast.bob, at)
    assert pair.is_running
    assert next_meeting(pair) is not None


def test_a_member_begins_with_who_leads_them(cast, at):
    assert start(cast, cast.bob, cast.alice, at).is_running


def test_two_colleagues_meet_when_both_agree(cast, at):
    pair = start(cast, cast.bob, cast.charlie, at)
    assert not pair.is_running
    with pytest.raises(PermissionDenied):  # the one who asked does not answer
        services.agree_to_pair(pair=pair, by=cast.bob, at=at)
    services.agree_to_pair(pair=pair, by=cast.charlie, at=at)
    pair.refresh_from_db()
    assert pair.is_running


def test_nothing_is_written_before_both_agree(cast, at):
    pair = start(cast, cast.bob, cast.charlie, at)
    with pytest.raises(services.NotRunning):
        services.add_topic(pair=pair, text="T", by=cast.bob, at=at)


@pytest.mark.parametrize("who", ["bob", "charlie"])
def test_a_no_leaves_nothing_behind(cast, at, who):
    pair = start(cast, cast.bob, cast.charlie, at)
    services.decline_pair(pair=pair, by=getattr(cast, who), at=at)
    assert not Pair.objects.exists()


def test_what_was_agreed_is_not_declined(cast, at, pair):
    with pytest.raises(services.AlreadyMeeting):
        services.decline_pair(pair=pair, by=cast.bob, at=at)


def test_two_people_have_one_space(cast, at, pair):
    with pytest.raises(services.AlreadyMeeting):
        start(cast, cast.bob, cast.alice, at)


def test_nobody_meets_themselves_or_somebody_without_an_account(cast, at):
    stamps = {"created_at": at, "updated_at": at}
    paper = Person.objects.create(name="Paper", **stamps)
    with pytest.raises(services.CannotMeet):
        start(cast, cast.alice, cast.alice, at)
    with pytest.raises(services.CannotMeet):
        services.start_pair(person=paper, by=cast.alice, at=at)


def test_both_see_the_space_and_nobody_else(cast, pair):
    for who in (cast.alice, cast.bob):
        assert list(pairs_visible_to(who)) == [pair]
    for who in THIRD:
        assert not pairs_visible_to(getattr(cast, who)).exists()


def test_a_space_is_shut_to_an_account_in_doubt(cast, at, pair, closed):
    bob = closed(cast.bob, at)
    assert not pairs_visible_to(bob).exists()
    assert pairs_visible_to(cast.alice).exists()
    with pytest.raises(PermissionDenied):
        services.end_pair(pair=pair, by=bob, at=at)


@pytest.mark.parametrize("who", THIRD)
def test_nobody_else_does_anything_there(cast, at, pair, meeting, who):
    by = getattr(cast, who)
    topic = services.add_topic(pair=pair, text="T", by=cast.bob, at=at)
    promise = services.make_promise(
        pair=pair,
        promiser=cast.person(cast.bob),
        text="P",
        due_on=at.date(),
        by=cast.bob,
        at=at,
    )
    text = {"readers": "pair", "part": "notes", "text": "T"}
    acts = [
        lambda: services.end_pair(pair=pair, by=by, at=at),
        lambda: services.change_rhythm(pair=pair, weeks=3, by=by, at=at),
        lambda: services.skip_meeting(pair=pair, by=by, at=at),
        lambda: services.open_meeting(pair=pair, by=by, at=at),
        lambda: services.add_topic(pair=pair, text="T", by=by, at=at),
        lambda: services.close_topic(topic=topic, by=by, at=at),
        lambda: services.write_note(meeting=meeting, **text, by=by, at=at),
        lambda: services.keep_promise(promise=promise, on=at.date(), by=by, at=at),
    ]
    for act in acts:
        with pytest.raises(PermissionDenied):
            act()


def test_the_acts_are_told_to_the_two_without_words(cast, pair):
    act = Activity.objects.get(verb="one_on_one.started")
    assert act.content.subject_name == "" and act.content.details == {}
    assert activities_visible_to(cast.bob).filter(pk=act.pk).exists()
    for who in THIRD:
        seen = activities_visible_to(getattr(cast, who))
        assert not seen.filter(pk=act.pk).exists()


def test_ended_1_1s_are_read_and_not_written_and_can_go_on(cast, at, pair):
    services.end_pair(pair=pair, by=cast.bob, at=at)
    assert pairs_visible_to(cast.alice).exists()
    assert lines_of(cast.alice, at.date()) == []
    assert len(lines_of(cast.alice, at.date(), ended=True)) == 1
    with pytest.raises(services.NotRunning):
        services.add_topic(pair=pair, text="T", by=cast.alice, at=at)
    services.restore_pair(pair=pair, by=cast.alice, at=at)
    services.add_topic(pair=pair, text="T", by=cast.alice, at=at)


def test_a_line_tells_what_waits(cast, at, pair):
    services.add_topic(pair=pair, text="T", by=cast.alice, at=at)
    services.make_promise(
        pair=pair,
        promiser=cast.person(cast.bob),
        text="P",
        due_on=at.date(),
        by=cast.alice,
        at=at,
    )
    (mine,) = lines_of(cast.bob, at.date())
    (theirs,) = lines_of(cast.alice, at.date())
    assert (mine.topics, mine.promises, mine.other.name) == (1, 1, "Alice")
    assert (theirs.topics, theirs.promises, theirs.other.name) == (1, 0, "Bob")


def test_who_has_not_met_for_longer_than_agreed_is_told(cast, at, pair):
    weeks = timedelta(weeks=1)
    (fine,) = lines_of(cast.bob, (at + 2 * weeks).date())
    (late,) = lines_of(cast.bob, (at + 3 * weeks).date())
    assert not fine.is_overdue
    assert late.is_overdue and late.weeks_without == 3


def test_the_list_costs_the_same_for_few_and_many(
    cast, at, pair, django_assert_num_queries
):
    lines_of(cast.dana, at.date())
    with django_assert_num_queries(1):
        lines_of(cast.dana, at.date())
    for number in range(12):
        other = cast._join(f"P{number}", cast.support)
        start(cast, cast.dana, other, at)
    with django_assert_num_queries(1):
        assert len(lines_of(cast.dana, at.date())) == 12


def test_whom_to_begin_with_is_suggested(cast, at):
    assert [p.name for p in partners_to_suggest(cast.alice, at.date())] == ["Bob"]
    assert [p.name for p in partners_to_suggest(cast.bob, at.date())] == ["Alice"]
    start(cast, cast.alice, cast.bob, at)
    assert partners_to_suggest(cast.alice, at.date()) == []


def test_an_ended_or_new_space_has_one_open_meeting_at_most(cast, at, pair):
    services.open_meeting(pair=pair, by=cast.bob, at=at)
    services.close_meeting(pair=pair, by=cast.bob, at=at)
    assert Meeting.objects.filter(pair=pair, closed_at=None).count() == 1
