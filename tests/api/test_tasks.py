import pytest

from quarterdeck.domains.activity.models import Activity
from quarterdeck.domains.projects import services
from quarterdeck.domains.projects.models import Project, Task

URL = "/api/v1/tasks/"
JSON = {"content_type": "application/json"}


@pytest.fixture
def project(cast, at):
    return services.add_project(name="P", team=cast.support, by=cast.alice, at=at)


@pytest.fixture
def task(cast, at, project):
    return services.add_task(title="T", project=project, by=cast.bob, at=at)


def test_it_is_added_with_everything(as_user, cast, project):
    bob = cast.person(cast.bob).pk
    body = {
        "title": "T", "project_id": project.pk, "estimate_low": "1.5",
        "estimate_high": "3", "contributor_ids": [bob], "accountable_id": bob,
        "deadline": "2026-07-01", "planned_start": "2026-06-01T09:00:00Z",
    }  # fmt: skip
    answer = as_user(cast.bob).post(URL, body, **JSON)
    assert answer.status_code == 201
    shown = answer.json()
    assert (shown["contributor_ids"], shown["estimate_high"]) == ([bob], 3)
    assert shown["why_chain"][1]["title"] == "P"


def test_one_estimate_alone_is_refused(as_user, cast, project):
    body = {"title": "T", "project_id": project.pk, "estimate_low": 1}
    assert as_user(cast.bob).post(URL, body, **JSON).status_code == 409


@pytest.mark.parametrize(
    "wrong",
    [
        {"title": None}, {"priority": 5}, {"deadline": "9999-12-31"},
        {"remaining": -1}, {"planned_start": "2026-06-01T09:00:00"},
    ],
)  # fmt: skip
def test_what_is_no_value_is_422(as_user, cast, task, wrong):
    body = {"version": 1, **wrong}
    answer = as_user(cast.bob).patch(f"{URL}{task.pk}/", body, **JSON)
    assert answer.status_code == 422


def test_only_what_is_given_changes_and_stale_is_409(as_user, cast, task):
    client = as_user(cast.bob)
    body = {"version": 1, "title": "New"}
    answer = client.patch(f"{URL}{task.pk}/", body, **JSON)
    assert (answer.json()["title"], answer.json()["version"]) == ("New", 2)
    stale = client.patch(f"{URL}{task.pk}/", {"version": 1, "title": "X"}, **JSON)
    assert stale.status_code == 409
    assert stale.json()["errors"][0]["theirs"] == "New"


def test_many_are_tried_first_then_changed_then_undone(as_user, cast, at, task):
    client = as_user(cast.bob)
    body = {"task_ids": [task.pk], "changes": {"status": "done"}, "dry_run": True}
    dry = client.post(f"{URL}bulk/", body, **JSON).json()
    assert (dry["changed"], dry["activity_id"]) == (1, None)
    assert dry["rows"][0]["changes"] == [["status", "To do", "Done"]]
    assert Task.objects.get().status == "todo"
    done = client.post(f"{URL}bulk/", {**body, "dry_run": False}, **JSON).json()
    assert Task.objects.get().status == "done"
    answer = client.post(f"{URL}acts/{done['activity_id']}/undo/", **JSON)
    assert Activity.objects.get(pk=answer.json()["activity_id"]).verb == "act.undone"
    assert Task.objects.get().status == "todo"


def test_it_is_listed_with_the_filters_of_the_screen(as_user, cast, at, task):
    services.finish_task(task=task, by=cast.bob, at=at)
    client = as_user(cast.bob)
    assert client.get(URL).json()["items"] == []
    assert len(client.get(f"{URL}?status=closed").json()["items"]) == 1


def test_somebody_unknown_is_404(as_user, cast, task):
    body = {"version": 1, "contributor_ids": [10**9]}
    answer = as_user(cast.bob).patch(f"{URL}{task.pk}/", body, **JSON)
    assert answer.status_code == 404


def test_the_history_is_told(as_user, cast, at, task):
    services.edit_task(task=task, title="New", by=cast.bob, at=at)
    acts = as_user(cast.bob).get(f"{URL}{task.pk}/history/").json()
    assert [act["verb"] for act in acts] == ["edited", "added"]
    assert acts[0]["lines"] == [{"field": "title", "before": "T", "after": "New"}]


def test_a_project_is_added_edited_and_archived(as_user, cast):
    client = as_user(cast.alice)
    body = {"name": "Q", "team_id": cast.support.pk, "visibility": "team"}
    project = client.post("/api/v1/projects/", body, **JSON).json()
    url = f"/api/v1/projects/{project['id']}/"
    edited = client.patch(url, {"version": 1, "why": "W"}, **JSON).json()
    assert (edited["why"], edited["name"], edited["visibility"]) == ("W", "Q", "team")
    assert client.post(f"{url}archive/", **JSON).json()["archived_at"]
    assert Project.objects.get().archived_at
