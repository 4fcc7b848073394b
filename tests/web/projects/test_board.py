import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.domains.projects.work import project, task

pytestmark = pytest.mark.django_db
URL = "/projects/board/"


@pytest.fixture
def bake(cast):
    return task(project(cast.support, why="Guests are hungry"), "Bake cake")


def move(client, bake, to, **headers):
    return client.post(f"{URL}move/", {"move": f"{bake.pk} {to}"}, headers=headers)


def test_a_card_tells_what_why_and_who(as_user, cast, bake):
    text = as_user(cast.bob).get(URL).text
    assert "Bake cake" in text and "Guests are hungry" in text
    assert "Nobody yet" in text and "No estimate" in text


def test_moving_is_told_and_can_be_undone(as_user, cast, bake):
    client = as_user(cast.bob)
    answer = client.get(move(client, bake, "doing").headers["Location"])
    bake.refresh_from_db()
    assert bake.status == "doing"
    assert "“Bake cake” is now in Doing." in answer.text
    undo = answer.text.split('action="/projects/undo/')[1].split("/")[0]
    client.post(f"/projects/undo/{undo}/")
    bake.refresh_from_db()
    assert bake.status == "todo"


def test_a_partial_move_answers_with_the_board_alone(as_user, cast, bake):
    client = as_user(cast.bob)
    headers = {"HX-Request": "true"}
    answer = client.post(
        f"{URL}move/", {"move": f"{bake.pk} doing"}, headers=headers, follow=True
    )
    assert "<html" not in answer.text
    assert 'id="board"' in answer.text and "is now in Doing" in answer.text


def test_a_leader_above_may_move_it(as_user, cast, bake):
    assert move(as_user(cast.dana), bake, "waiting").status_code == 302


def test_a_guest_gets_404(as_user, cast, bake):
    assert move(as_user(cast.gwen), bake, "doing").status_code == 404


def test_a_stranger_sees_it_but_may_not_move_it(as_user, cast, bake):
    client = as_user(cast.charlie)
    assert 'form="moves"' not in client.get(f"{URL}?team=all").text
    assert move(client, bake, "doing").status_code == 403


@pytest.mark.parametrize("said", ["", "1", "x doing", "1 gone", "9" * 30 + " doing"])
def test_a_move_that_makes_no_sense_changes_nothing(as_user, cast, bake, said):
    answer = as_user(cast.bob).post(f"{URL}move/", {"move": said})
    assert answer.status_code in (400, 404)


def test_wrong_methods_are_405(as_user, cast):
    assert as_user(cast.bob).post(URL).status_code == 405
    assert as_user(cast.bob).get(f"{URL}move/").status_code == 405


def test_it_starts_with_ones_own_teams(as_user, cast, bake):
    assert "Bake cake" not in as_user(cast.charlie).get(URL).text
    assert "Bake cake" in as_user(cast.charlie).get(f"{URL}?team=all").text


def test_more_cards_come_as_a_part_or_as_a_page(as_user, cast, bake):
    for n in range(52):
        task(bake.project, f"Task {n}")
    client = as_user(cast.bob)
    assert client.get(URL).text.count('class="task"') == 50
    more = f"{URL}column/?status=todo&page=2"
    part = client.get(more, headers={"HX-Request": "true"}).text
    assert part.count('class="task"') == 3 and "<html" not in part
    assert "<html" in client.get(more).text


@pytest.mark.parametrize("given", ["?team=x", "?project=-1", "?person=²", "?page=zz"])
def test_a_strange_address_is_no_failure(as_user, cast, given):
    for url in (URL, "/projects/timeline/", f"{URL}column/"):
        assert as_user(cast.bob).get(url + given).status_code == 200


@pytest.mark.parametrize("url", [URL, "/projects/timeline/", "/projects/blocked/"])
def test_the_number_of_queries_is_fixed(as_user, cast, bake, url):
    client = as_user(cast.bob)
    client.get(url)
    counts = []
    for more in (3, 30):
        for n in range(more):
            task(bake.project, f"Task {n}", accountable=cast.person(cast.bob))
        with CaptureQueriesContext(connection) as seen:
            client.get(url)
        counts.append(len(seen))
    assert counts[0] == counts[1] <= 25


def test_a_full_board_is_small(as_user, cast, bake):
    for status in ("todo", "doing", "waiting"):
        for n in range(60):
            task(
                bake.project,
                f"A title of quite some length that says what is to be done {n}",
                why="One sentence that says why this is worth the hours of anybody",
                status=status,
            )
    assert len(as_user(cast.bob).get(URL).content) < 300_000
