"""On one's own page: say in what one wants to grow, and take it back."""

import pytest

from quarterdeck.domains.people import services
from quarterdeck.domains.people.models import PersonSkill


@pytest.fixture
def url(cast):
    return f"/people/{cast.person(cast.bob).pk}/"


@pytest.fixture
def body(cast, at):
    skill = services.add_skill(name="Baking", by=cast.alice, at=at)
    return {"skill": skill.pk, "hours": "12", "with_mentor": "on"}


def test_a_wish_is_said_shown_and_taken_back(as_user, cast, url, body):
    client = as_user(cast.bob)
    assert "Say in what you want to grow" in client.get(url).text
    page = client.post(f"{url}skills/wish/", body, follow=True).text
    assert "The planner knows that you want to grow in Baking." in page
    assert "up to 12 h a plan, with a mentor" in page
    row = PersonSkill.objects.get()
    page = client.post(f"{url}skills/{row.pk}/withdraw-wish/", follow=True).text
    assert "up to 12 h a plan" not in page


def test_others_see_the_wish_and_cannot_say_it(as_user, cast, url, body):
    as_user(cast.bob).post(f"{url}skills/wish/", body)
    leader, stranger = as_user(cast.alice).get(url).text, as_user(cast.charlie)
    assert "up to 12 h a plan" in leader
    assert "Say in what you want to grow" not in leader
    page = stranger.get(url).text
    assert "wants to grow" in page and "12 h a plan" not in page
    assert stranger.post(f"{url}skills/wish/", body).status_code == 403


def test_too_many_hours_are_refused(as_user, cast, url, body):
    answer = as_user(cast.bob).post(f"{url}skills/wish/", {**body, "hours": "401"})
    assert answer.status_code == 422
