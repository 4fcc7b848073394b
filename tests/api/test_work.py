import pytest

from quarterdeck.domains.projects.models import Block, Contributor
from tests.domains.projects.work import MONDAY, planned, project, task, wait

pytestmark = pytest.mark.django_db
API = "/api/v1"


@pytest.fixture
def send(as_user):
    def send(user, path, body=None, method="post"):
        call = getattr(as_user(user), method)
        return call(f"{API}{path}", body or {}, content_type="application/json")

    return send


@pytest.fixture
def opening(cast):
    return project(cast.support)


def test_dependencies_with_what_would_move(as_user, cast, opening, send):
    bake, ice = planned(opening, "Bake cake", 0, 2), planned(opening, "Ice cake", 0)
    made = send(cast.bob, f"/tasks/{ice.pk}/dependencies/", {"before_id": bake.pk})
    assert (made.status_code, made.json()["kind"]) == (201, "FS")
    told = as_user(cast.bob).get(f"{API}/tasks/{ice.pk}/dependencies/").json()
    assert [row["before_id"] for row in told["waits_for"]] == [bake.pk]
    assert [row["task_id"] for row in told["would_move"]] == [ice.pk]
    circle = send(cast.bob, f"/tasks/{bake.pk}/dependencies/", {"before_id": ice.pk})
    assert circle.status_code == 409
    assert "Ice cake → Bake cake → Ice cake" in circle.json()["detail"]
    act = send(cast.bob, f"/tasks/{bake.pk}/move-followers/").json()["activity_id"]
    assert send(cast.bob, f"/tasks/acts/{act}/undo/").status_code == 200


def test_a_delegation_from_offer_to_acceptance(as_user, cast, opening, send):
    body = {
        "receiver_id": cast.person(cast.bob).pk,
        "expected_result": "R",
        "follow_up_on": "2026-07-01",
    }
    made = send(cast.alice, f"/tasks/{task(opening, 'T').pk}/delegations/", body)
    at = f"/delegations/{made.json()['id']}/"
    waiting = as_user(cast.bob).get(f"{API}/delegations/?waiting=mine").json()
    assert [row["answer"] for row in waiting["items"]] == ["open"]
    send(cast.bob, f"{at}ask/", {"question": "Q"})
    send(cast.alice, f"{at}explain/", {"explanation": "E"})
    done = send(cast.bob, f"{at}accept/").json()
    assert [reply["kind"] for reply in done["replies"]] == [
        "asked",
        "explained",
        "accepted",
    ]
    assert send(cast.bob, f"{at}decline/", {"reason": "No"}).status_code == 409


def test_the_board_has_columns_with_blocked_cards(as_user, cast, opening):
    bake = task(opening, "Bake")
    Block.objects.create(task=bake, reason="No flour", blocked_at=MONDAY)
    columns = as_user(cast.bob).get(f"{API}/board/?project={opening.pk}").json()
    assert [c["status"] for c in columns] == ["todo", "doing", "waiting", "done"]
    assert columns[0]["cards"][0]["blocked"] == "No flour"


def test_a_load_is_told_to_oneself_and_to_ones_leaders(as_user, cast, opening):
    bob = cast.person(cast.bob)
    bake = task(opening, "Bake", estimate_low=4, estimate_high=4)
    Contributor.objects.create(task=bake, person=bob, since=MONDAY)
    for user, hours in ((cast.bob, [4]), (cast.alice, [4]), (cast.olga, [])):
        told = as_user(user).get(f"{API}/workload/?person={bob.pk}").json()
        assert [row["unplanned_hours"] for row in told["outside"]] == hours


def test_waiting_tasks_are_not_told_to_who_may_not_see_them(as_user, cast, send):
    hidden = task(project(cast.kitchen, "Own", visibility="team"), "Hidden")
    seen = task(project(cast.support), "Seen")
    wait(hidden, seen)
    told = as_user(cast.bob).get(f"{API}/tasks/{seen.pk}/dependencies/").json()
    assert told["waits_for"] == []
    body = {"before_id": hidden.pk}
    assert send(cast.bob, f"/tasks/{seen.pk}/dependencies/", body).status_code == 404
