from datetime import date, timedelta

import pytest
from django.utils import timezone

from quarterdeck.domains.people import services
from quarterdeck.domains.people.models import Person, PersonSkill, TimeOff
from quarterdeck.domains.people.rules import Line
from quarterdeck.domains.projects.models import Project
from quarterdeck.domains.projects.services import add_task


@pytest.fixture
def bob(cast):
    return cast.person(cast.bob)


@pytest.fixture
def url(bob):
    return f"/people/{bob.pk}/"


def card(person, **more):
    return {
        "version": person.version,
        "name": person.name,
        "employment": "part_time",
        "capacity_factor": "0.8",
        **more,
    }


def test_a_stranger_gets_404_and_a_guest_too(as_user, cast, url):
    assert as_user(cast.charlie).get(url).status_code == 200
    assert as_user(cast.gwen).get(url).status_code == 404
    assert as_user(cast.nora).get(url).status_code == 403


def test_a_leader_edits_the_card(as_user, cast, bob, url):
    body = card(bob, manager="Alice", position="Cook")
    assert as_user(cast.alice).post(url + "edit/", body).status_code == 302
    bob.refresh_from_db()
    assert (bob.position, bob.manager.name, bob.employment) == (
        "Cook",
        "Alice",
        "part_time",
    )


def test_two_people_of_one_name_are_told_apart(as_user, cast, at, bob, url):
    other = services.add_person(name="Alice", team=None, by=cast.olga, at=at)
    client = as_user(cast.alice)
    text = client.post(url + "edit/", card(bob, manager="Alice")).text
    assert "several people of this name" in text
    client.post(url + "edit/", card(bob, manager=f"Alice · #{other.pk}"))
    bob.refresh_from_db()
    assert bob.manager == other


def test_nobody_of_a_name_is_said(as_user, cast, bob, url):
    text = as_user(cast.alice).post(url + "edit/", card(bob, manager="Zed")).text
    assert "There is nobody of this name" in text


def test_a_stale_save_shows_both_texts(as_user, cast, at, bob, url):
    body = card(bob, position="Mine")
    services.edit_person(person=bob, position="Theirs", by=cast.dana, at=at)
    answer = as_user(cast.alice).post(url + "edit/", body)
    assert answer.status_code == 409
    assert "Theirs" in answer.text
    assert "Mine" in answer.text


def test_who_left_stands_before_a_shut_door(as_user, cast, at, bob):
    yesterday = timezone.now().date() - timedelta(days=1)
    services.archive_person(person=bob, ends_on=yesterday, by=cast.alice, at=at)
    client = as_user(cast.bob)
    for url in ("/", "/people/", "/projects/", "/account/"):
        answer = client.get(url)
        assert answer.status_code == 403, url
        assert "no access here any more" in answer.text
    assert client.get("/api/v1/people/").status_code == 401
    services.restore_person(person=bob, by=cast.alice, at=at)
    assert client.get("/").status_code == 200


def test_people_set_their_own_levels(as_user, cast, at, bob, url):
    skill = services.add_skill(name="Baking", by=cast.alice, at=at)
    body = {"skill": skill.pk, "level": "2", "wants_to_grow": "on"}
    client = as_user(cast.bob)
    client.post(url + "skills/assess/", body)
    row = PersonSkill.objects.get(person=bob)
    assert (row.level, row.wants_to_grow, row.assessed_by) == (2, True, bob)
    assert "wants to grow" in client.get(url).text
    client.post(f"{url}skills/{row.pk}/drop/")
    assert not PersonSkill.objects.exists()


def test_an_old_level_asks_to_be_looked_at_again(as_user, cast, at, bob, url):
    skill = services.add_skill(name="Baking", by=cast.alice, at=at)
    said = {"person": bob, "skill": skill, "level": 2, "by": cast.bob, "at": at}
    services.assess_skill(**said, on=date(2020, 1, 1))
    assert "look again" in as_user(cast.bob).get(url).text


def test_the_hours_of_a_week_change_from_a_day_on(as_user, cast, url):
    days = dict.fromkeys(("mon", "tue", "wed", "thu"), "6")
    body = {"starts_on": "2026-01-05", **days, "fri": "0", "sat": "0", "sun": "0"}
    client = as_user(cast.alice)
    client.post(url + "hours/set/", body)
    assert "24 h a week" in client.get(url).text
    answer = client.post(url + "hours/set/", {**body, "mon": "25"})
    assert answer.status_code == 422


def test_time_off_can_be_taken_back(as_user, cast, bob, url):
    body = {"starts_on": "2030-08-03", "ends_on": "2030-08-14", "reason": "Regatta"}
    client = as_user(cast.bob)
    client.post(url + "time-off/add/", body)
    row = TimeOff.objects.get(person=bob)
    assert "Regatta" in client.get(url).text
    assert "Regatta" not in as_user(cast.charlie).get(url).text
    assert "Regatta" not in as_user(cast.olga).get(url).text
    as_user(cast.bob).post(f"{url}time-off/{row.pk}/remove/")
    assert not TimeOff.objects.exists()


def test_get_is_405_where_something_is_done(as_user, cast, url):
    for act in ("archive/", "restore/", "hours/set/", "time-off/add/", "teams/join/"):
        assert as_user(cast.alice).get(url + act).status_code == 405


def test_the_same_form_twice_counts_once(as_user, cast, at):
    body = {"name": "Eve", "team": cast.support.pk, "request_key": "k"}
    client = as_user(cast.alice)
    client.post("/people/add/", body)
    client.post("/people/add/", body)
    assert Person.objects.filter(name="Eve").count() == 1


def test_the_history_is_for_whoever_may_edit(as_user, cast, at, bob, url):
    services.edit_person(
        person=bob,
        position="Cook",
        manager=cast.person(cast.alice),
        by=cast.alice,
        at=at,
    )
    services.join_team(person=bob, team=cast.kitchen, by=cast.olga, at=at)
    text = as_user(cast.bob).get(url).text.split('id="history-title"')[1]
    assert "<ins>Cook</ins>" in text
    assert "<ins>Alice</ins>" in text
    assert "added to Kitchen" in text
    assert 'id="history-title"' not in as_user(cast.charlie).get(url).text


def test_the_history_of_somebody_from_a_pasted_list_begins_there(
    as_user, cast, at, bob, url
):
    lines = [Line("Eve", "eve@x.test"), Line("Finn", "")]
    eve, _ = services.add_people(lines=lines, team=cast.support, by=cast.alice, at=at)
    services.edit_person(
        person=eve, name="Eve Ek", by=cast.alice, at=at + timedelta(days=1)
    )
    client = as_user(cast.alice)
    text = client.get(f"/people/{eve.pk}/").text.split('id="history-title"')[1]
    assert "<b>Alice</b> added this person to Support, with others" in text
    assert text.index("changed the card") < text.index("with others")
    assert "with others" not in client.get(url).text


def test_their_open_tasks_are_those_the_reader_may_see(as_user, cast, at, bob, url):
    team = Project.objects.create(
        name="Refunds",
        team=cast.support,
        visibility="team",
        created_at=at,
        updated_at=at,
    )
    for number in range(12):
        add_task(
            project=team, title=f"Task {number}", accountable=bob, by=cast.alice, at=at
        )
    text = as_user(cast.alice).get(url).text
    assert text.count("· accountable") == 10
    assert "All open tasks" in text
    assert "No open tasks that you can see" in as_user(cast.charlie).get(url).text
