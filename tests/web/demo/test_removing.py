"""The banner says it is a demo, and an admin clears it away."""

import pytest
from django.urls import reverse

from quarterdeck.domains.accounts.models import User
from quarterdeck.domains.demo.queries import get_demo
from quarterdeck.domains.demo.services import make_demo
from tests.databases.statistics import know_the_tables

pytestmark = pytest.mark.django_db
PAGE = "/demo/remove/"


def test_every_page_says_so_and_admins_are_led_to_the_button(as_user, at):
    leader = make_demo(at=at)
    page = as_user(leader).get("/").content.decode()
    assert "people and work are invented" in page
    assert reverse("demo:remove") in page
    other = as_user(User.objects.get(name="Jonas Weber")).get("/").content.decode()
    assert "people and work are invented" in other
    assert reverse("demo:remove") not in other


def test_no_banner_where_the_work_is_real(as_user, cast):
    assert "work are invented" not in as_user(cast.olga).get("/").content.decode()


def test_an_admin_removes_it(as_user, at):
    client = as_user(make_demo(at=at))
    know_the_tables()
    assert b"What stays" in client.get(PAGE).content
    answer = client.post(PAGE, follow=True)
    assert b"The demo is removed" in answer.content
    assert get_demo() is None


def test_nobody_else_may(as_user, cast):
    assert as_user(cast.alice).post(PAGE).status_code == 403


def test_without_a_demo_there_is_nothing_to_remove(as_user, cast):
    assert b"all of this is real" in as_user(cast.olga).get(PAGE).content
    assert as_user(cast.olga).post(PAGE).status_code == 409


def test_wrong_method(as_user, cast):
    assert as_user(cast.olga).put(PAGE).status_code == 405
