"""Search: finds what one may see, five of a kind, on the page and in the palette."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from quarterdeck.domains.goals.models import Goal
from quarterdeck.domains.projects.models import Project, Task


@pytest.fixture
def project(cast, at):
    stamped = {"created_at": at, "updated_at": at}
    project = Project.objects.create(
        name="Lantern", team=cast.support, visibility="team", **stamped
    )
    for number in range(8):
        Task.objects.create(title=f"Lantern task {number}", project=project, **stamped)
    Goal.objects.create(title="Lantern goal", why="w", team=cast.support, **stamped)
    return project


def test_every_kind_is_found_five_of_each(as_user, cast, project):
    page = as_user(cast.bob).get("/search/", {"q": "lantern"}).text
    for text in ("Lantern goal", "Goals", "Projects", "Tasks"):
        assert text in page
    assert page.count("Lantern task") == 5


def test_a_stranger_does_not_find_what_is_the_teams(as_user, cast, project):
    page = as_user(cast.charlie).get("/search/", {"q": "lantern"}).text
    assert "Lantern task" not in page
    assert "Lantern goal" in page


def test_a_guest_finds_nobody(as_user, cast, project):
    page = as_user(cast.gwen).get("/search/", {"q": "alice"}).text
    assert "Nothing you may see" in page


def test_the_palette_is_asked_with_the_same_address(as_user, cast, project):
    headers = {"HX-Request": "true"}
    part = as_user(cast.bob).get("/search/", {"q": "lantern"}, headers=headers).text
    assert "<html" not in part
    assert part.count('role="option"') >= 7
    nothing = as_user(cast.bob).get("/search/", headers=headers).text
    assert "Create a task" in nothing
    assert "data-recent" in nothing


def test_only_an_admin_is_offered_the_settings(as_user, cast):
    ask = {"q": "settings"}
    headers = {"HX-Request": "true"}
    assert "/settings/" in as_user(cast.olga).get("/search/", ask, headers=headers).text
    assert (
        "/settings/" not in as_user(cast.bob).get("/search/", ask, headers=headers).text
    )


@pytest.mark.parametrize("text", ["", "a", "  ", "\x00\x00", "%", "_" * 300, "x " * 99])
def test_odd_words_are_answered(as_user, cast, text):
    assert as_user(cast.bob).get("/search/", {"q": text}).status_code == 200


def test_the_number_of_queries_is_fixed(as_user, cast, project, at):
    def queries():
        with CaptureQueriesContext(
            connection,
        ) as found:
            browser.get("/search/", {"q": "lantern"})
        return len(found)

    browser = as_user(cast.bob)
    few = queries()
    Task.objects.bulk_create(
        Task(title=f"Lantern {n}", project=project, created_at=at, updated_at=at)
        for n in range(30)
    )
    assert queries() == few
