"""Topics, notes, promises and what motivates: on the page and in place."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from quarterdeck.domains.one_on_ones import services
from quarterdeck.domains.one_on_ones.models import Motivation, Note, Promise, Topic
from quarterdeck.domains.projects.models import Project, Task
from tests.own_data import data_of

PARTIAL = {"HX-Request": "true"}


@pytest.fixture
def bob(as_user, cast):
    return as_user(cast.bob)


def url(name, *args):
    return reverse(f"one_on_ones:{name}", args=args)


# -- topics


def test_a_topic_is_added_in_place(bob, pair):
    answer = bob.post(url("add_topic", pair.pk), {"text": "Shifts"}, headers=PARTIAL)
    assert "Shifts" in answer.text and "<html" not in answer.text
    assert 'id="agenda"' in answer.text


def test_an_empty_topic_is_told(bob, pair):
    answer = bob.post(url("add_topic", pair.pk), {"text": " "})
    assert "This field is required" in answer.text and not Topic.objects.exists()


def test_closing_removing_and_taking_back(bob, pair):
    bob.post(url("add_topic", pair.pk), {"text": "Shifts"})
    topic = Topic.objects.get()
    closed = bob.post(url("close_topic", topic.pk), headers=PARTIAL).text
    assert "Talked about (1)" in closed
    assert f'{url("reopen_topic", topic.pk)}"' in closed.partition("#notices")[2]
    bob.post(url("reopen_topic", topic.pk))
    assert "Taken off (1)" in (
        bob.post(url("remove_topic", topic.pk), headers=PARTIAL).text
    )
    bob.post(url("restore_topic", topic.pk))
    topic.refresh_from_db()
    assert topic.removed_at is None and topic.closed_at is None


def test_editing_a_topic_that_the_other_changed_shows_both(bob, pair, cast, now):
    topic = services.add_topic(pair=pair, text="A", by=cast.bob, at=now)
    services.edit_topic(topic=topic, text="B", by=cast.alice, at=now)
    assert "Edit a topic" in bob.get(url("edit_topic", topic.pk)).text
    answer = bob.post(url("edit_topic", topic.pk), {"text": "C", "version": "1"})
    assert answer.status_code == 409
    assert "<q>B</q>" in answer.text and "<q>C</q>" in answer.text


@pytest.mark.parametrize("name", ["close_topic", "edit_topic", "remove_topic"])
def test_a_stranger_gets_404_for_a_topic(as_user, cast, pair, now, name):
    topic = services.add_topic(pair=pair, text="A", by=cast.bob, at=now)
    assert as_user(cast.dana).post(url(name, topic.pk)).status_code == 404


def test_a_task_is_talked_about_from_its_page(bob, pair, cast, now):
    stamps = {"created_at": now, "updated_at": now}
    project = Project.objects.create(name="P", team=cast.support, **stamps)
    task = Task.objects.create(title="Oven", project=project, **stamps)
    link = f"{url('talk')}?task={task.pk}"
    assert link in bob.get(reverse("projects:task", args=[task.pk])).text
    assert 'value="Oven"' in bob.get(link).text
    form = {"text": "Oven", "task": task.pk, "pair": pair.pk}
    assert bob.post(url("talk"), form).status_code == 302
    assert Topic.objects.get().task == task


def test_nobody_puts_a_topic_into_a_space_of_others(as_user, cast, pair):
    form = {"text": "T", "pair": pair.pk}
    assert as_user(cast.dana).post(url("talk"), form).status_code == 404
    assert not Topic.objects.exists()


# -- notes


def write(browser, meeting, readers, text, version, **more):
    form = {"text": text, "version": version}
    return browser.post(url("write_note", meeting.pk, readers, "notes"), form, **more)


def test_a_text_is_saved_while_it_is_written(bob, meeting):
    answer = write(bob, meeting, "pair", "words", 0, headers=PARTIAL)
    assert "Saved" in answer.text and 'name="version" value="1"' in answer.text
    assert "words" not in answer.text, "the field keeps what is typed"


def test_a_stale_save_shows_both_texts_and_writes_neither(bob, meeting, cast, now):
    write(bob, meeting, "pair", "his", 0)
    services.write_note(
        meeting=meeting,
        readers="pair",
        part="notes",
        text="hers",
        by=cast.alice,
        at=now,
    )
    answer = write(bob, meeting, "pair", "his again", 1, headers=PARTIAL)
    assert answer.status_code == 409
    assert "hers" in answer.text and "his again" in answer.text
    assert Note.objects.get().text == "hers"


def test_own_notes_are_on_ones_own_page_only(client, as_user, cast, pair, meeting, at):
    write(as_user(cast.bob), meeting, "writer", "MINE ALONE", 0)
    assert "MINE ALONE" in client.get(url("space", pair.pk)).text
    assert "MINE ALONE" not in as_user(cast.alice).get(url("space", pair.pk)).text


@pytest.mark.parametrize(("readers", "part"), [("all", "notes"), ("pair", "salary")])
def test_there_is_no_other_text(bob, meeting, readers, part):
    form = {"text": "T", "version": 0}
    answer = bob.post(url("write_note", meeting.pk, readers, part), form)
    assert answer.status_code == 404


def test_a_text_that_is_too_long_is_refused(bob, meeting):
    answer = write(bob, meeting, "pair", "x" * 50_001, 0)
    assert answer.status_code == 422 and not Note.objects.exists()


def test_a_stranger_writes_nothing(as_user, cast, meeting):
    assert write(as_user(cast.dana), meeting, "pair", "T", 0).status_code == 404


# -- promises


def promise(bob, pair, who="me"):
    day = timezone.localdate() + timedelta(days=2)
    form = {"who": who, "text": "Send it", "due_on": day.isoformat()}
    bob.post(url("make_promise", pair.pk), form)
    return Promise.objects.get()


def test_a_promise_is_made_and_kept(bob, pair, cast):
    row = promise(bob, pair)
    assert row.promiser == cast.person(cast.bob)
    answer = bob.post(url("keep_promise", row.pk), headers=PARTIAL)
    assert "1 kept" in answer.text and 'id="promises"' in answer.text
    bob.post(url("reopen_promise", row.pk))
    row.refresh_from_db()
    assert row.is_open


def test_it_waits_on_the_promisers_home_and_on_no_other(client, as_user, cast, pair):
    promise(as_user(cast.alice), pair, who="other")
    assert "You promised: Send it" in as_user(cast.bob).get("/").text
    for who in (cast.alice, cast.dana, cast.olga):
        assert "Send it" not in as_user(who).get("/").text


def test_withdrawing_needs_a_reason_and_is_the_promisers(client, as_user, cast, pair):
    row = promise(as_user(cast.bob), pair)
    page = client.post(url("withdraw_promise", row.pk), {"reason": ""})
    assert "This field is required" in page.text
    answer = as_user(cast.alice).post(url("withdraw_promise", row.pk), {"reason": "R"})
    assert answer.status_code == 403
    as_user(cast.bob).post(url("withdraw_promise", row.pk), {"reason": "Gone"})
    assert "Gone" in as_user(cast.alice).get(url("space", pair.pk)).text


def test_a_promise_is_changed(bob, pair):
    row = promise(bob, pair)
    form = {"text": "Both", "due_on": row.due_on.isoformat(), "version": row.version}
    assert "Edit a promise" in bob.get(url("edit_promise", row.pk)).text
    bob.post(url("edit_promise", row.pk), form)
    row.refresh_from_db()
    assert row.text == "Both"


# -- what motivates, Home, one's own data


def test_what_motivates_is_shown_to_the_other(client, as_user, cast, pair):
    form = {"text": "Teaching", "audience": "partners", "version": ""}
    as_user(cast.bob).post(url("motivation"), form)
    assert "Teaching" in as_user(cast.alice).get(url("space", pair.pk)).text
    as_user(cast.bob).post(
        url("motivation"), {"text": "Teaching", "audience": "me", "version": "1"}
    )
    assert "Teaching" not in as_user(cast.alice).get(url("space", pair.pk)).text
    assert Motivation.objects.get().audience == "me"


def test_the_next_1_1_waits_on_home_for_both(client, as_user, cast, pair):
    assert "1:1 with Bob tomorrow" in as_user(cast.alice).get("/").text
    assert "1:1 with Alice tomorrow" in as_user(cast.bob).get("/").text
    assert "1:1 with" not in as_user(cast.dana).get("/").text


def test_who_has_not_met_is_told_the_two_and_nobody_else(
    client, as_user, cast, pair, now
):
    type(pair).objects.update(began_at=now - timedelta(weeks=5), next_on=None)
    told = "have not met for 5 weeks"
    assert f"Alice and you {told}" in as_user(cast.bob).get("/").text
    for who in (cast.dana, cast.charlie, cast.olga):
        assert told not in as_user(who).get("/").text


def test_ones_data_holds_what_is_ones_own(client, as_user, cast, pair, meeting, now):
    write(as_user(cast.bob), meeting, "writer", "MINE ALONE", 0)
    promise(client, pair)
    mine = data_of(cast.bob, now)
    assert mine["one_on_one_notes"][0]["text"] == "MINE ALONE"
    assert mine["promises"][0]["text"] == "Send it"
    theirs = data_of(cast.alice, now)
    assert theirs["one_on_one_notes"] == [] and "MINE ALONE" not in str(theirs)
    assert data_of(cast.dana, now)["promises"] == []


@pytest.mark.parametrize(("audience", "seen"), [("team", True), ("partners", False)])
def test_what_is_told_to_the_team_stands_on_the_persons_page(
    client, as_user, cast, audience, seen
):
    form = {"text": "Teaching", "audience": audience, "version": ""}
    as_user(cast.bob).post(url("motivation"), form)
    page = reverse("people:show", args=[cast.person(cast.bob).pk])
    assert ("Teaching" in as_user(cast.alice).get(page).text) is seen
    assert "Teaching" in as_user(cast.bob).get(page).text
    for who in (cast.charlie, cast.olga):
        assert "Teaching" not in as_user(who).get(page).text
