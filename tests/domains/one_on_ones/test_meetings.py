from datetime import time, timedelta

import pytest
from django.core.exceptions import PermissionDenied

from quarterdeck.domains.activity.models import Activity, Change, Content
from quarterdeck.domains.one_on_ones import queries, services
from quarterdeck.domains.one_on_ones.models import Note, Topic
from quarterdeck.domains.projects.models import Project, Task
from quarterdeck.shared.errors import StaleEdit


def write(meeting, by, at, text="words", **more):
    fields = {"readers": "pair", "part": "notes", **more}
    return services.write_note(meeting=meeting, text=text, by=by, at=at, **fields)


def hold(cast, pair, at, **more):
    services.open_meeting(pair=pair, by=cast.alice, at=at)
    return services.close_meeting(pair=pair, by=cast.alice, at=at, **more)


# -- meetings


def test_a_meeting_is_opened_held_and_closed(cast, at, pair, meeting):
    held = hold(cast, pair, at)
    pair.refresh_from_db()
    assert held.pk == meeting.pk and held.closed_at == at
    assert pair.next_on == at.date() + timedelta(days=3, weeks=2), "its own weekday"
    assert queries.next_meeting(pair) != meeting


def test_the_day_of_the_next_is_set_at_closing(cast, at, pair):
    day = at.date() + timedelta(days=5)
    hold(cast, pair, at, next_on=day, next_time=time(10))
    pair.refresh_from_db()
    assert (pair.next_on, pair.next_time) == (day, time(10))


def test_what_was_not_opened_is_not_closed(cast, at, pair):
    with pytest.raises(services.NotOpened):
        services.close_meeting(pair=pair, by=cast.alice, at=at)


def test_opening_twice_is_opening_once(cast, at, pair):
    services.open_meeting(pair=pair, by=cast.alice, at=at)
    again = services.open_meeting(pair=pair, by=cast.bob, at=at + timedelta(1))
    assert again.opened_at == at


def test_moving_and_skipping(cast, at, pair):
    day = at.date() + timedelta(days=10)
    services.move_meeting(pair=pair, next_on=day, next_time=time(9), by=cast.bob, at=at)
    pair.refresh_from_db()
    assert pair.next_on == day
    skipped = services.skip_meeting(pair=pair, by=cast.bob, at=at)
    assert skipped.next_on == day + timedelta(weeks=2)
    with pytest.raises(services.InThePast):
        services.move_meeting(
            pair=pair,
            next_on=at.date() - timedelta(1),
            next_time=None,
            by=cast.bob,
            at=at,
        )


def test_two_who_move_it_at_once_see_both_days(cast, at, pair):
    seen = pair.version
    days = [at.date() + timedelta(days=n) for n in (7, 8)]
    for day, by in zip(days, (cast.alice, cast.bob), strict=True):
        moved = {"pair": pair, "next_on": day, "next_time": None, "at": at}
        if by == cast.alice:
            services.move_meeting(**moved, by=by, seen_version=seen)
        else:
            with pytest.raises(StaleEdit):
                services.move_meeting(**moved, by=by, seen_version=seen)


# -- topics


def test_open_topics_are_carried_over(cast, at, pair):
    stays = services.add_topic(pair=pair, text="Stays", by=cast.bob, at=at)
    done = services.add_topic(pair=pair, text="Done", by=cast.bob, at=at)
    services.open_meeting(pair=pair, by=cast.alice, at=at)
    services.close_topic(topic=done, by=cast.alice, at=at)
    later = at + timedelta(hours=1)
    meeting = services.close_meeting(pair=pair, by=cast.alice, at=later)
    (left,) = queries.open_topics(user=cast.bob, pair=pair)
    assert (left, left.carried) == (stays, 1)
    assert list(meeting.topics.all()) == [done]


def test_a_topic_is_reopened_removed_and_put_back(cast, at, pair):
    topic = services.add_topic(pair=pair, text="T", by=cast.bob, at=at)
    services.close_topic(topic=topic, by=cast.bob, at=at)
    services.reopen_topic(topic=topic, by=cast.alice, at=at)
    services.remove_topic(topic=topic, by=cast.bob, at=at)
    assert queries.open_topics(user=cast.bob, pair=pair) == []
    services.restore_topic(topic=topic, by=cast.bob, at=at)
    assert queries.open_topics(user=cast.bob, pair=pair) == [topic]


def test_what_was_removed_is_erased_with_the_meeting(cast, at, pair):
    topic = services.add_topic(pair=pair, text="T", by=cast.bob, at=at)
    services.remove_topic(topic=topic, by=cast.bob, at=at)
    hold(cast, pair, at)
    assert not Topic.objects.exists()


def test_a_linked_task_is_named_only_to_whom_it_is_visible(cast, at, pair):
    stamps = {"created_at": at, "updated_at": at}
    project = Project.objects.create(name="P", team=cast.kitchen, **stamps)
    task = Task.objects.create(title="Oven", project=project, **stamps)
    services.add_topic(pair=pair, text="T", task=task, by=cast.bob, at=at)
    assert queries.open_topics(user=cast.bob, pair=pair)[0].seen_task == task
    Project.objects.update(visibility=Project.Visibility.TEAM)
    assert queries.open_topics(user=cast.bob, pair=pair)[0].seen_task is None
    with pytest.raises(PermissionDenied):
        services.add_topic(pair=pair, text="T", task=task, by=cast.bob, at=at)


def test_a_task_that_goes_leaves_the_topic(cast, at, pair):
    stamps = {"created_at": at, "updated_at": at}
    project = Project.objects.create(name="P", team=cast.support, **stamps)
    task = Task.objects.create(title="Oven", project=project, **stamps)
    services.add_topic(pair=pair, text="T", task=task, by=cast.bob, at=at)
    task.delete()
    assert Topic.objects.get().task is None


# -- notes


def test_common_notes_are_for_both_and_own_notes_for_one(cast, at, meeting):
    write(meeting, cast.alice, at, "common")
    write(meeting, cast.alice, at, "mine", readers="writer")
    write(meeting, cast.bob, at, "his", readers="writer")

    def texts(user):
        found = queries.texts_of(user=user, meeting=meeting)
        return {key: note.text for key, note in found.items()}

    assert texts(cast.alice) == {
        ("pair", "notes"): "common",
        ("writer", "notes"): "mine",
    }
    assert texts(cast.bob) == {
        ("pair", "notes"): "common",
        ("writer", "notes"): "his",
    }
    assert not queries.notes_visible_to(cast.dana).exists()


def test_both_write_the_common_notes_and_neither_loses_a_text(cast, at, meeting):
    first = write(meeting, cast.alice, at, "hers", seen_version=0)
    write(meeting, cast.bob, at, "hers and his", seen_version=first.version)
    with pytest.raises(StaleEdit) as told:
        write(meeting, cast.alice, at, "hers again", seen_version=first.version)
    (conflict,) = told.value.conflicts
    assert (conflict.theirs, conflict.by) == ("hers and his", "Bob")
    with pytest.raises(StaleEdit):  # a page on which there was no text yet
        write(meeting, cast.alice, at, "new", seen_version=0)


def test_words_stand_in_the_note_and_nowhere_else(cast, at, meeting):
    note = write(meeting, cast.alice, at, "SECRET words", seen_version=0)
    write(meeting, cast.alice, at, "SECRET more", seen_version=note.version)
    write(meeting, cast.alice, at, "", seen_version=note.version + 1)
    assert not Change.objects.filter(after__icontains="SECRET").exists()
    assert not Content.objects.filter(subject_name__icontains="SECRET").exists()
    assert Note.objects.get().text == ""


def test_one_sitting_is_one_act(cast, at, meeting):
    def acts():
        return Activity.objects.filter(verb="one_on_one.note_written").count()

    note = write(meeting, cast.alice, at, "a", seen_version=0)
    soon = at + timedelta(minutes=5)
    write(meeting, cast.alice, soon, "ab", seen_version=note.version)
    assert acts() == 1
    write(meeting, cast.bob, soon, "abc")
    assert acts() == 2
    write(meeting, cast.bob, soon + timedelta(hours=1), "abcd")
    assert acts() == 3


def test_an_own_note_is_told_to_its_writer_alone(cast, at, meeting):
    from quarterdeck.domains.people.queries import activities_visible_to

    write(meeting, cast.alice, at, "mine", readers="writer")
    verb = {"verb": "one_on_one.note_written"}
    assert activities_visible_to(cast.alice).filter(**verb).exists()
    assert not activities_visible_to(cast.bob).filter(**verb).exists()


def test_a_frame_is_shown_and_hidden_and_its_words_stay(cast, at, pair, meeting):
    services.use_coaching(pair=pair, use=True, by=cast.bob, at=at)
    write(meeting, cast.bob, at, "to lead a shift", part="goal")
    services.use_coaching(pair=pair, use=False, by=cast.bob, at=at)
    found = queries.texts_of(user=cast.alice, meeting=meeting)
    assert found["pair", "goal"].text == "to lead a shift"


def test_a_note_of_another_space_is_not_reached(cast, at, pair, meeting):
    other = services.start_pair(person=cast.person(cast.charlie), by=cast.dana, at=at)
    with pytest.raises(PermissionDenied):
        write(queries.next_meeting(other), cast.alice, at)
    assert not queries.notes_visible_to(cast.dana).exists()
