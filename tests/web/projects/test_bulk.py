import pytest

from quarterdeck.domains.projects import services
from quarterdeck.domains.projects.models import Task

URL = "/projects/tasks/bulk/"


@pytest.fixture
def tasks(cast, at, project):
    return [
        services.add_task(title=f"T{n}", project=project, by=cast.bob, at=at)
        for n in range(3)
    ]


def ids(tasks):
    return " ".join(str(task.pk) for task in tasks)


def test_from_ticks_to_a_preview_to_one_act_with_undo(as_user, cast, tasks):
    client = as_user(cast.bob)
    chosen = client.post(URL, {"task": [t.pk for t in tasks[:2]]})
    assert chosen.context["ids"] == ids(tasks[:2])
    body = {"ids": ids(tasks[:2]), "priority": "1", "add_contributor": "Alice"}
    preview = client.post(f"{URL}preview/", body)
    assert "Urgent" in preview.text
    assert Task.objects.filter(priority=1).count() == 0
    answer = client.post(f"{URL}apply/", body, follow=True)
    assert "2 tasks changed" in answer.text
    assert "Undo" in answer.text
    assert Task.objects.filter(priority=1).count() == 2


def test_all_that_fit_the_filter(as_user, cast, tasks):
    answer = as_user(cast.bob).post(URL, {"all": "1", "back": "text=T1"})
    assert answer.context["ids"] == str(tasks[1].pk)


def test_nothing_selected_goes_back_to_the_list(as_user, cast):
    answer = as_user(cast.bob).post(URL, {"back": "mine=on"})
    assert answer.headers["Location"] == "/projects/tasks/?mine=on"


def test_refusals_are_named_with_their_reason(as_user, cast, at, tasks):
    theirs = services.add_project(name="K", team=cast.kitchen, by=cast.dana, at=at)
    other = services.add_task(title="Cook", project=theirs, by=cast.dana, at=at)
    body = {"ids": ids([*tasks, other]), "status": "done"}
    answer = as_user(cast.bob).post(f"{URL}preview/", body)
    assert "You may look at this task, but not change it." in answer.text


def test_no_change_is_asked_for(as_user, cast, tasks):
    answer = as_user(cast.bob).post(f"{URL}preview/", {"ids": ids(tasks)})
    assert answer.status_code == 422
    assert "Say what is to change" in answer.text


def test_a_deadline_is_taken_away(as_user, cast, at, tasks):
    services.edit_task(task=tasks[0], deadline=at.date(), by=cast.bob, at=at)
    body = {"ids": ids(tasks), "no_deadline": "on"}
    as_user(cast.bob).post(f"{URL}apply/", body)
    assert not Task.objects.filter(deadline__isnull=False).exists()


def test_get_is_405(as_user, cast):
    assert as_user(cast.bob).get(URL).status_code == 405
