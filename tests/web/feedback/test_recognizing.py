import re

import pytest

from quarterdeck.domains.feedback.models import Recognition
from quarterdeck.domains.goals.services import add_goal, close_goal
from tests.own_data import data_of
from tests.web.counting import queries_of

pytestmark = pytest.mark.django_db
URL = "/feedback/recognition/give/"


def sent(cast, user, shown, **more):
    return {
        "words": "You stayed calm.",
        "people": [cast.person(user).pk],
        "value": shown.pk,
        "team": "0",
        **more,
    }


def test_from_finished_work_in_one_step(as_user, cast, task, value):
    page = as_user(cast.alice).get(f"/projects/tasks/{task.pk}/").text
    assert f"{URL}?task={task.pk}" in page
    form = as_user(cast.alice).get(f"{URL}?task={task.pk}")
    assert form.context["form"].initial["people"] == [cast.person(cast.bob).pk]
    assert "Everybody in Support, and who leads it" in form.text
    body = sent(cast, cast.bob, value, task=task.pk, team=cast.support.pk)
    page = as_user(cast.alice).post(URL, body, follow=True).text
    assert "You stayed calm." in page
    assert Recognition.objects.get().task == task


def test_it_is_only_for_them_where_that_was_chosen(as_user, cast, value):
    as_user(cast.alice).post(URL, sent(cast, cast.bob, value))
    one = f"/feedback/recognition/{Recognition.objects.get().pk}/"
    assert as_user(cast.bob).get(one).status_code == 200
    for user in (cast.dana, cast.charlie, cast.olga, cast.gwen):
        assert as_user(user).get(one).status_code == 404


def test_a_value_is_asked_for_where_there_are_values(as_user, cast, value):
    body = sent(cast, cast.bob, value, value="")
    assert "This field is required" in as_user(cast.alice).post(URL, body).text
    assert not Recognition.objects.exists()


def test_it_stands_on_the_persons_page_for_who_may_read_it(as_user, cast, thank, value):
    thank(cast.alice, cast.bob, team=cast.support)
    bob = f"/people/{cast.person(cast.bob).pk}/"
    for user in (cast.alice, cast.dana, cast.bob):
        assert "You stayed calm." in as_user(user).get(bob).text
    for user in (cast.charlie, cast.olga):
        assert "You stayed calm." not in as_user(user).get(bob).text


def test_home_shows_the_receiver_what_was_said(as_user, cast, thank):
    thank(cast.charlie, cast.bob)
    assert "You stayed calm." in as_user(cast.bob).get("/").text
    assert "You stayed calm." not in as_user(cast.alice).get("/").text


def test_who_is_thanked_may_keep_it_between_them(as_user, cast, thank):
    one = thank(cast.alice, cast.bob, team=cast.support)
    url = f"/feedback/recognition/{one.pk}/"
    assert as_user(cast.dana).get(url).status_code == 200
    as_user(cast.bob).post(f"{url}narrow/")
    assert as_user(cast.dana).get(url).status_code == 404
    assert "thanked Bob" not in as_user(cast.dana).get("/").text
    assert as_user(cast.bob).post(f"{url}narrow/").status_code == 409


def test_only_the_giver_takes_it_back_and_can_write_it_anew(as_user, cast, thank):
    one = thank(cast.alice, cast.bob, team=cast.support)
    url = f"/feedback/recognition/{one.pk}/"
    assert as_user(cast.bob).post(f"{url}take-back/").status_code == 403
    page = as_user(cast.alice).post(f"{url}take-back/", follow=True).text
    assert f"?again={one.pk}" in page
    assert as_user(cast.bob).get(url).status_code == 404
    assert "You stayed calm." in as_user(cast.alice).get(f"{URL}?again={one.pk}").text
    # Another's words are not to be had that way.
    assert "You stayed calm." not in as_user(cast.bob).get(f"{URL}?again={one.pk}").text


@pytest.mark.parametrize("act", ["narrow", "take-back"])
def test_get_is_405(as_user, cast, thank, act):
    one = thank(cast.alice, cast.bob)
    url = f"/feedback/recognition/{one.pk}/{act}/"
    assert as_user(cast.alice).get(url).status_code == 405


def test_it_costs_the_same_for_three_and_for_fifteen(as_user, cast, thank):
    users = [cast._join(f"P{number}", cast.support) for number in range(15)]
    browser = as_user(cast.alice)
    few = thank(cast.alice, *users[:3]).pk
    many = thank(cast.alice, *users).pk
    costs = [queries_of(browser, f"/feedback/recognition/{pk}/") for pk in (few, many)]
    assert costs[0] == costs[1]


def test_nothing_is_counted_for_anybody_to_see(as_user, cast, thank):
    for _ in range(7):
        thank(cast.alice, cast.bob, team=cast.support)
    page = as_user(cast.dana).get(f"/people/{cast.person(cast.bob).pk}/").text
    assert page.count("You stayed calm.") == 3
    told = re.sub(
        r"<[^>]*>", " ", page.partition("Said about")[2].partition("</sec")[0]
    )
    assert "7" not in told


def test_ones_own_data_holds_both_sides_and_nothing_of_others(cast, thank, give, at):
    thank(cast.alice, cast.bob)
    give(cast.charlie, cast.bob, visibility="leaders")
    mine = data_of(cast.bob, at)
    assert [row["words"] for row in mine["recognition_received"]] == [
        "You stayed calm."
    ]
    assert len(mine["feedback_received"]) == 1
    theirs = data_of(cast.alice, at)
    assert theirs["feedback_received"] == []
    assert len(theirs["recognition_given"]) == 1


def test_a_team_where_nobody_of_them_is_is_asked_again(as_user, cast, value):
    body = sent(cast, cast.bob, value, team=cast.support.pk)
    body |= {"people": [], "other": f"Charlie · #{cast.person(cast.charlie).pk}"}
    answer = as_user(cast.alice).post(URL, body)
    assert "Nobody of those you thank is in this team." in answer.text
    assert "You stayed calm." in answer.text


def test_for_them_alone_they_must_be_able_to_read_it(as_user, cast, value):
    body = sent(cast, cast.bob, value, people=[])
    body["other"] = f"Gwen · #{cast.person(cast.gwen).pk}"
    answer = as_user(cast.alice).post(URL, body)
    assert "Gwen cannot sign in to read it." in answer.text
    assert "You stayed calm." in answer.text


def test_from_a_closed_goal_its_owner_is_thanked(as_user, cast, value, at):
    owner = cast.person(cast.bob)
    goal = add_goal(
        title="G", why="W", owner=owner, team=cast.support, by=cast.alice, at=at
    )
    page = f"/goals/{goal.pk}/"
    assert "/feedback/" not in as_user(cast.alice).get(page).text.partition("<main")[2]
    close_goal(goal=goal, outcome="reached", by=cast.alice, at=at)
    assert f"{URL}?goal={goal.pk}" in as_user(cast.alice).get(page).text
    form = as_user(cast.alice).get(f"{URL}?goal={goal.pk}").context["form"]
    assert form.initial["people"] == [owner.pk]
    body = sent(cast, cast.bob, value, goal=goal.pk, team=cast.support.pk)
    as_user(cast.alice).post(URL, body)
    assert Recognition.objects.get().goal == goal
