from datetime import timedelta

import pytest

from quarterdeck.domains.goals import services
from quarterdeck.domains.goals.models import Goal
from quarterdeck.domains.projects.models import Project, Task
from quarterdeck.domains.strategy.services import publish_vision
from tests.web.counting import queries_of

pytestmark = pytest.mark.django_db


def measure(row, value, cast, at):
    services.record_measurement(key_result=row, value=value, by=cast.alice, at=at)


def test_it_shows_the_way_up_to_the_vision(as_user, cast, make, at):
    publish_vision(text="Everybody is answered", reason="", by=cast.dana, at=at)
    goal = make("Leaf", adds_to=make("Top"))
    page = as_user(cast.bob).get(f"/goals/{goal.pk}/").text
    assert page.index("Everybody is answered") < page.index(">Top</a>")
    assert "why of Top" in page


def test_it_tells_the_formula_with_its_numbers(as_user, cast, key_result, at):
    services.add_key_result(
        goal=key_result.goal, title="Other", target=5, by=cast.alice, at=at
    )
    measure(key_result, 4, cast, at)
    page = as_user(cast.bob).get(f"/goals/{key_result.goal_id}/").text
    assert "0.4; 1 key result not measured yet, left out" in page
    assert "40 %" in page


def test_the_drawing_has_words(as_user, cast, key_result, at):
    measure(key_result, 2, cast, at)
    measure(key_result, 6, cast, at + timedelta(days=2))
    page = as_user(cast.bob).get(f"/goals/{key_result.goal_id}/").text
    label = (
        "Share: 2 measurements, from 2 on 1 Jun 2026 to 6 on 3 Jun 2026; target 10 %"
    )
    assert f'aria-label="{label}"' in page


def test_work_below_is_shown_as_far_as_one_may_see_it(as_user, cast, make, at):
    goal = make("A")
    fields = {"created_at": at, "updated_at": at}
    project = Project.objects.create(
        name="Secret", team=cast.kitchen, goal=goal, visibility="team", **fields
    )
    Task.objects.create(title="Hidden task", project=project, **fields)
    Task.objects.create(
        title="Named task",
        project=Project.objects.create(name="Open", team=cast.support, **fields),
        goal=goal,
        **fields,
    )
    page = as_user(cast.bob).get(f"/goals/{goal.pk}/").text
    assert "Named task" in page
    assert "Secret" not in page
    assert "Hidden task" not in page
    assert "Hidden task" in as_user(cast.charlie).get(f"/goals/{goal.pk}/").text


def test_a_peer_is_offered_no_act(as_user, cast, key_result):
    page = as_user(cast.bob).get(f"/goals/{key_result.goal_id}/").text
    assert "Record" not in page
    assert "Close this goal" not in page


def test_history_tells_what_changed(as_user, cast, make):
    goal = make("A")
    client = as_user(cast.alice)
    client.post(
        f"/goals/{goal.pk}/edit/", {"title": "B", "why": "because", "version": 1}
    )
    assert "Alice changed: title, why" in client.get(f"/goals/{goal.pk}/").text


def test_a_stranger_to_goals_gets_404(as_user, cast, make):
    assert as_user(cast.gwen).get(f"/goals/{make('A').pk}/").status_code == 404


def test_thirty_of_everything_cost_what_three_cost(as_user, cast, make, at):
    goal = make("A", formula="goals")
    client = as_user(cast.alice)

    def grow(count):
        for i in range(count):
            row = services.add_key_result(
                goal=goal, title=f"K{i}", target=5, by=cast.alice, at=at
            )
            measure(row, 1, cast, at)
            make(f"below {i}", adds_to=goal)
            services.link_goal(
                child=goal, parent=make(f"above {i}"), by=cast.alice, at=at
            )

    grow(3)
    few = queries_of(client, f"/goals/{goal.pk}/")
    grow(27)
    assert queries_of(client, f"/goals/{goal.pk}/") == few
    assert few <= 30


def test_a_stale_edit_shows_both_texts_and_keeps_theirs(as_user, cast, make, at):
    goal = make("A")
    services.edit_goal(
        goal=goal, changes={"why": "theirs"}, seen_version=1, by=cast.dana, at=at
    )
    answer = as_user(cast.alice).post(
        f"/goals/{goal.pk}/edit/", {"title": "A", "why": "mine", "version": 1}
    )
    assert answer.status_code == 409
    assert "theirs" in answer.text
    assert "mine" in answer.text
    assert Goal.objects.get(pk=goal.pk).why == "theirs"


def test_an_owner_far_away_is_no_choice(as_user, cast, make):
    goal = make("A")
    charlie = cast.person(cast.charlie)
    answer = as_user(cast.alice).post(
        f"/goals/{goal.pk}/edit/",
        {"title": "A", "why": "w", "version": 1, "owner_id": charlie.pk},
    )
    assert "Select a valid choice" in answer.text
    assert Goal.objects.get(pk=goal.pk).owner_id is None


def test_an_edit_in_place_answers_with_the_goal(as_user, cast, make, partial):
    goal = make("A")
    client, url = as_user(cast.alice), f"/goals/{goal.pk}/edit/"
    assert "<html" not in client.get(url, headers=partial).text
    answer = client.post(
        url, {"title": "New words", "why": "w", "version": 1}, headers=partial
    )
    assert answer.headers["HX-Retarget"] == "#goal"
    assert "New words" in answer.text


def test_a_formula_is_chosen(as_user, cast, key_result, at):
    measure(key_result, 4, cast, at)
    url = f"/goals/{key_result.goal_id}/formula/"
    page = as_user(cast.alice).post(url, {"formula": "work"}, follow=True).text
    assert "No estimated work below it yet" in page
    assert as_user(cast.bob).post(url, {"formula": "work"}).status_code == 403


def test_a_goal_is_added_below_another(as_user, cast, make):
    top = make("Top")
    answer = as_user(cast.bob).post(
        f"/goals/add/?below={top.pk}", {"title": "New", "why": "w"}, follow=True
    )
    assert ">Top</a>" in answer.text
    assert as_user(cast.gwen).get("/goals/add/").status_code == 403


def test_an_end_before_the_start_is_told_in_the_form(as_user, cast):
    body = {
        "title": "A",
        "why": "w",
        "starts_on": "2026-06-02",
        "ends_on": "2026-06-01",
    }
    answer = as_user(cast.bob).post("/goals/add/", body)
    assert "A goal ends after it starts" in answer.text
    assert not Goal.objects.exists()
