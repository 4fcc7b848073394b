"""The frame: places, errors, notices, and what stands on every page."""

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from quarterdeck.domains.accounts.models import User
from quarterdeck.domains.organization.services import add_team
from quarterdeck.domains.people.models import Membership
from quarterdeck.web.shell.errors import server_error
from quarterdeck.web.shell.frame import team_name_of
from quarterdeck.web.shell.notices import Notices, tell


def test_the_organization_and_the_team_stand_at_the_top(as_user, cast):
    page = as_user(cast.bob).get("/account/").text
    brand = page.split('class="brand"')[1].split("</a>")[0]
    assert "Acme" in brand
    assert "Support" in brand


def test_settings_are_offered_to_admins_alone(as_user, cast):
    assert 'href="/settings/"' in as_user(cast.olga).get("/account/").text
    assert 'href="/settings/"' not in as_user(cast.alice).get("/account/").text


@pytest.mark.parametrize(
    ("path", "status"), [("/nowhere/", 404), ("/goals/999999/", 404)]
)
def test_a_missing_page_is_told_in_the_frame_or_in_the_notices(
    as_user, cast, path, status
):
    browser = as_user(cast.bob)
    page = browser.get(path)
    part = browser.get(path, headers={"HX-Request": "true"})
    assert (page.status_code, part.status_code) == (status, status)
    assert 'class="app"' in page.text
    assert "<html" not in part.text
    assert part.headers["HX-Retarget"] == "#notices"


def test_back_leads_only_to_our_own_pages(as_user, cast):
    browser = as_user(cast.bob)
    ours = browser.get("/nowhere/", headers={"Referer": "http://testserver/account/"})
    foreign = browser.get("/nowhere/", headers={"Referer": "https://elsewhere.test/"})
    assert "http://testserver/account/" in ours.text
    assert "elsewhere.test" not in foreign.text


def test_a_broken_server_answers_without_database_or_user(
    django_assert_num_queries, db
):
    with django_assert_num_queries(0):
        page = server_error(RequestFactory().get("/"))
        part = server_error(RequestFactory().get("/", headers={"HX-Request": "true"}))
    assert (page.status_code, part.status_code) == (500, 500)
    assert b"<!doctype html>" in page.content
    assert b"<html" not in part.content
    assert part.headers["HX-Retarget"] == "#notices"


def test_an_old_form_is_answered_in_words(client, cast):
    from django.test import Client

    answer = Client(enforce_csrf_checks=True).post("/sign-in/login/", {"login": "x"})
    assert answer.status_code == 403
    assert "too old" in answer.text


def test_a_partial_answer_carries_the_notice_and_its_undo(rf, cast):
    request = rf.get("/", headers={"HX-Request": "true"})
    request.user, request.session = cast.bob, {}
    request.resolver_match = None
    from django.contrib.messages.storage.cookie import CookieStorage

    request._messages = CookieStorage(request)

    def view(request):
        tell(request, "“Tea” is done.", undo="/projects/undo/7/")
        return HttpResponse("<li>Tea</li>")

    text = Notices(view)(request).text
    assert text.startswith("<li>Tea</li>")
    assert 'hx-swap-oob="innerHTML:#notices"' in text
    assert 'action="/projects/undo/7/"' in text
    assert request._messages.used, "told once"


def test_an_undo_address_is_always_our_own(rf):
    from quarterdeck.web.shell.templatetags.shell import undo_url

    assert undo_url("undo:/projects/undo/7/") == "/projects/undo/7/"
    for tags in ("undo:https://elsewhere.test", "undo:javascript:x", "", None):
        assert undo_url(tags) == ""


def test_every_key_of_a_place_is_its_own():
    from quarterdeck.web.shell.navigation import PLACES

    keys = [place.key for place in PLACES]
    assert len(set(keys)) == len(keys)
    assert all(len(key) == 1 for key in keys)


def test_of_several_teams_the_highest_one_stands_at_the_top(cast):
    below = add_team(name="Night", parent=cast.support, by=cast.olga, at=cast.at)
    person = cast.person(cast.bob)
    Membership.objects.create(person=person, team=below, since=cast.at.date())
    assert team_name_of(User.objects.get(pk=cast.bob.pk)) == "Support"
    assert team_name_of(User.objects.get(pk=cast.dana.pk)) == ""
    assert team_name_of(User.objects.get(pk=cast.gwen.pk)) == ""


def test_a_guest_is_led_to_no_closed_door(as_user, cast):
    """Neither by a tab nor by the first act of an empty list."""
    tabs = as_user(cast.gwen).get("/people/").text
    for closed in ("/feedback/", "/development/", "/one-on-ones/", "/hiring/"):
        assert f'href="{closed}"' not in tabs
        assert f'href="{closed}"' in as_user(cast.bob).get("/people/").text
    for page in ("/one-on-ones/", "/occasions/", "/circles/", "/conversations/"):
        told = as_user(cast.gwen).get(page).text
        for act in ("start/", "set-up/", "open/"):
            assert f'href="{page}{act}"' not in told
