import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from quarterdeck.domains.people import services
from quarterdeck.domains.people.models import Person
from quarterdeck.domains.people.rules import Line


def queries_of(client, url):
    with CaptureQueriesContext(
        connection,
    ) as found:
        assert client.get(url).status_code == 200
    return len(found)


def crowd(cast, at, count):
    lines = [Line(f"P{n:03}", f"p{n}@x.test") for n in range(count)]
    by = cast.alice
    return services.add_people(lines=lines, team=cast.support, by=by, at=at)


def test_it_shows_the_team_and_who_leads_it(as_user, cast):
    text = as_user(cast.bob).get("/people/").text
    assert "leads Support" in text
    assert "Alice" in text
    assert "Charlie" not in text


def test_the_top_team_holds_everybody(as_user, cast):
    text = as_user(cast.dana).get(f"/people/?team={cast.root.pk}").text
    assert all(name in text for name in ("Charlie", "Bob", "Olga", "Dana"))


def test_a_search_finds_by_name_address_and_position(as_user, cast, at):
    services.edit_person(
        person=cast.person(cast.bob), position="Barista", by=cast.bob, at=at
    )
    client = as_user(cast.dana)
    url = f"/people/?team={cast.root.pk}&q="
    for words in ("bob", "BOB@acme", "barista"):
        text = client.get(url + words).text
        assert "Bob" in text
        assert "Charlie" not in text


def test_a_guest_sees_only_themselves(as_user, cast):
    text = as_user(cast.gwen).get("/people/").text
    assert "Gwen" in text
    assert "Bob" not in text


def test_who_left_is_apart(as_user, cast, at):
    bob = cast.person(cast.bob)
    services.archive_person(person=bob, ends_on=at.date(), by=cast.alice, at=at)
    client = as_user(cast.alice)
    url = f"/people/?team={cast.support.pk}"
    assert "Bob" not in client.get(url).text
    assert "Bob" in client.get(url + "&left=1").text


@pytest.mark.parametrize("page", ["", "skills/", "workload/"])
def test_more_people_need_no_more_queries(as_user, cast, at, page):
    skill = services.add_skill(name="Baking", by=cast.alice, at=at)
    said = {"skill": skill, "level": 3, "on": at.date(), "by": cast.alice, "at": at}
    for person in crowd(cast, at, 3):
        services.assess_skill(person=person, **said)
    client = as_user(cast.alice)
    client.get(f"/people/{page}")
    few = queries_of(client, f"/people/{page}")
    lines = [Line(f"Q{n}", "") for n in range(27)]
    for person in services.add_people(
        lines=lines, team=cast.support, by=cast.alice, at=at
    ):
        services.assess_skill(person=person, **said)
    assert queries_of(client, f"/people/{page}") == few


def test_a_page_has_fifty_people(as_user, cast, at):
    crowd(cast, at, 60)
    client = as_user(cast.alice)
    assert client.get("/people/").text.count('class="avatar') == 50
    assert client.get("/people/?page=2").text.count('class="avatar') == 13


def test_teams_without_a_lead_are_counted(as_user, cast):
    text = as_user(cast.bob).get("/people/teams/").text
    assert "1 without a lead" in text
    only = as_user(cast.bob).get("/people/teams/?without_lead=1").text
    assert f"?team={cast.kitchen.pk}" in only
    assert f"?team={cast.support.pk}" not in only


def test_names_are_offered_to_members(as_user, cast):
    assert "Alice · #" in as_user(cast.bob).get("/people/options/?manager=ali").text
    assert "Alice" not in as_user(cast.gwen).get("/people/options/?manager=ali").text


def test_a_pasted_list_is_looked_at_first(as_user, cast):
    client = as_user(cast.alice)
    body = {"lines": "Eve <eve@x.test>\nbob@acme.test", "team": cast.support.pk}
    answer = client.post("/people/add/several/", body)
    assert "is here already" in answer.text
    assert not Person.objects.filter(name="Eve").exists()
    client.post("/people/add/several/", {**body, "act": "add"})
    eve = Person.objects.get(name="Eve")
    assert eve.memberships.get().team == cast.support


def test_a_leader_cannot_add_to_a_team_of_others(as_user, cast):
    body = {"name": "Eve", "team": cast.kitchen.pk}
    answer = as_user(cast.alice).post("/people/add/", body)
    assert "Select a valid choice" in answer.text
    assert not Person.objects.filter(name="Eve").exists()


@pytest.mark.parametrize("page", ["", "skills/", "workload/"])
def test_a_large_tree_of_teams_needs_no_more_queries(as_user, cast, monkeypatch, page):
    client = as_user(cast.alice)
    client.get(f"/people/{page}")
    few = queries_of(client, f"/people/{page}")
    monkeypatch.setattr("quarterdeck.domains.organization.queries.teams.FEW", 2)
    assert queries_of(client, f"/people/{page}") == few
