import pytest

from quarterdeck.domains.projects.models import Dependency
from tests.domains.projects.work import planned, project, task, wait

pytestmark = pytest.mark.django_db


@pytest.fixture
def opening(cast):
    return project(cast.support)


@pytest.fixture
def cake(opening):
    return planned(opening, "Bake cake", 0, 2), planned(opening, "Ice cake", 0)


def url(task, act=""):
    return f"/projects/tasks/{task.pk}/dependencies/{act}"


def test_a_task_is_found_and_waited_for(as_user, cast, cake):
    bake, ice = cake
    client = as_user(cast.bob)
    assert f'value="{bake.pk}"' in client.get(url(ice) + "?find=bake").text
    body = {"before": bake.pk, "kind": "FS", "lag_days": "0.5"}
    text = client.post(url(ice, "add/"), body, follow=True).text
    assert "“Ice cake” now waits for “Bake cake”." in text
    assert Dependency.objects.get().lag_hours == 12


def test_a_circle_is_409_with_its_path(as_user, cast, cake):
    bake, ice = cake
    wait(bake, ice)
    answer = as_user(cast.bob).post(
        url(bake, "add/"), {"before": ice.pk, "kind": "FS", "lag_days": ""}
    )
    assert answer.status_code == 409
    assert "Ice cake → Bake cake → Ice cake" in answer.text


def test_what_would_move_is_shown_moved_on_request_and_undone(as_user, cast, cake):
    bake, ice = cake
    wait(bake, ice)
    client = as_user(cast.bob)
    assert "1 task would move" in client.get(url(bake)).text
    was = ice.planned_start
    text = client.post(f"/projects/tasks/{bake.pk}/move-followers/", follow=True).text
    assert "would move" not in text
    ice.refresh_from_db()
    assert ice.planned_start > bake.planned_end
    client.post(f"/projects/undo/{text.split('/projects/undo/')[1].split('/')[0]}/")
    ice.refresh_from_db()
    assert ice.planned_start == was


def test_changed_removed_and_a_wrong_lag(as_user, cast, cake):
    link = wait(*cake)
    at = f"/projects/dependencies/{link.pk}/"
    client = as_user(cast.bob)
    client.post(f"{at}change/", {"kind": "SS", "lag_days": "-1"})
    link.refresh_from_db()
    assert (link.kind, link.lag_hours) == ("SS", -24)
    wrong = client.post(f"{at}change/", {"kind": "SS", "lag_days": "99999"})
    assert wrong.status_code == 422
    client.post(f"{at}remove/")
    assert not Dependency.objects.exists()


def test_a_hidden_task_cannot_be_waited_for(as_user, cast, cake):
    hidden = task(project(cast.kitchen, "Own", visibility="team"), "Hidden")
    client = as_user(cast.bob)
    assert "Hidden" not in client.get(url(cake[1]) + "?find=hidden").text
    body = {"before": hidden.pk, "kind": "FS"}
    assert client.post(url(cake[1], "add/"), body).status_code == 404


@pytest.mark.parametrize("before", ["", "x", "9" * 40, "-1"])
def test_a_strange_number_is_404(as_user, cast, cake, before):
    answer = as_user(cast.bob).post(url(cake[1], "add/"), {"before": before})
    assert answer.status_code == 404


def test_who_may_not_and_strangers(as_user, cast, cake):
    body = {"before": cake[0].pk, "kind": "FS"}
    assert as_user(cast.charlie).post(url(cake[1], "add/"), body).status_code == 403
    assert as_user(cast.gwen).get(url(cake[1])).status_code == 404
    assert as_user(cast.bob).get(url(cake[1], "add/")).status_code == 405


def test_a_block_is_told_to_the_leader_and_cleared(as_user, cast, cake):
    ice = cake[1]
    at = f"/projects/tasks/{ice.pk}/"
    client = as_user(cast.bob)
    assert client.post(f"{at}block/", {"reason": ""}).status_code == 422
    client.post(f"{at}block/", {"reason": "No sugar"})
    assert "No sugar" in as_user(cast.alice).get("/projects/blocked/").text
    assert "No sugar" in as_user(cast.bob).get(url(ice)).text
    assert "No sugar" in as_user(cast.bob).get("/projects/board/").text
    assert as_user(cast.charlie).post(f"{at}unblock/").status_code == 403
    as_user(cast.bob).post(f"{at}unblock/")
    assert "Nothing is blocked" in as_user(cast.alice).get("/projects/blocked/").text
