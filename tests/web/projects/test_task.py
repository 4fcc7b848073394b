import pytest

from quarterdeck.domains.activity.models import Activity
from quarterdeck.domains.goals.services import add_goal
from quarterdeck.domains.projects import services


@pytest.fixture
def url(task):
    return f"/projects/tasks/{task.pk}/"


def edit(client, url, version=1, **fields):
    body = {"fields": " ".join(fields), "version": version, **fields}
    return client.post(f"{url}edit/", body, headers={"HX-Request": "true"})


def test_it_shows_the_whole_chain_of_whys(as_user, cast, at, project, task, url):
    goal = add_goal(title="Trust", why="People come back", by=cast.alice, at=at)
    services.edit_project(project=project, goal=goal, by=cast.alice, at=at)
    text = as_user(cast.charlie).get(url).text
    for words in ("Refunds", "They wait", "Trust", "People come back"):
        assert words in text


def test_without_a_why_it_says_so(as_user, cast, at, secret):
    task = services.add_task(title="T", project=secret, by=cast.bob, at=at)
    text = as_user(cast.bob).get(f"/projects/tasks/{task.pk}/").text
    assert "no why yet" in text


def test_each_field_is_edited_where_it_stands(as_user, cast, task, url):
    client = as_user(cast.bob)
    edit(client, url, title="Phone the bank")
    edit(client, url, estimate_low="2", estimate_high="")
    edit(client, url, accountable="alice", version=3)
    answer = edit(client, url, contributors="Bob, Alice", version=4)
    task.refresh_from_db()
    assert (task.title, task.estimate_low, task.estimate_high) == (
        "Phone the bank", 2, 2,
    )  # fmt: skip
    assert task.accountable == cast.person(cast.alice)
    assert task.contributors.count() == 2
    assert "Undo" in answer.text


def test_an_unticked_box_is_an_answer(as_user, cast, at, task, url):
    services.edit_task(task=task, deadline_is_hard=True, by=cast.bob, at=at)
    body = {"fields": "deadline deadline_is_hard", "deadline": "2026-07-01"}
    as_user(cast.bob).post(f"{url}edit/", {**body, "version": 2})
    task.refresh_from_db()
    assert not task.deadline_is_hard


def test_an_unknown_name_is_refused_and_kept_to_correct(as_user, cast, task, url):
    answer = edit(as_user(cast.bob), url, accountable="Zed")
    assert answer.status_code == 422
    assert "There is no person “Zed”" in answer.text
    assert 'value="Zed"' in answer.text


def test_a_stale_save_shows_both_texts(as_user, cast, at, task, url):
    services.edit_task(task=task, title="Hers", by=cast.alice, at=at)
    answer = edit(as_user(cast.bob), url, title="His", version=1)
    assert answer.status_code == 409
    assert "Hers" in answer.text
    assert "His" in answer.text


def test_who_may_not_edit_sees_no_form_and_gets_403(as_user, cast, task, url):
    client = as_user(cast.charlie)
    assert "edit/" not in client.get(url).text
    assert edit(client, url, title="Mine").status_code == 403


def test_a_guest_gets_404_until_let_in(as_user, cast, at, project, url):
    assert as_user(cast.gwen).get(url).status_code == 404
    services.add_member(
        project=project, person=cast.person(cast.gwen), by=cast.alice, at=at
    )
    assert as_user(cast.gwen).get(url).status_code == 200


def test_get_of_an_edit_is_405(as_user, cast, url):
    assert as_user(cast.bob).get(f"{url}edit/").status_code == 405


def test_the_history_tells_who_changed_what_and_undoes_ones_own(
    as_user, cast, at, task, url
):
    services.edit_task(task=task, status="doing", by=cast.alice, at=at)
    act = Activity.objects.latest("id")
    text = as_user(cast.alice).get(url).text
    assert "<del>To do</del>" in text
    assert f"/projects/undo/{act.pk}/" in text
    assert f"/projects/undo/{act.pk}/" not in as_user(cast.bob).get(url).text
    answer = as_user(cast.alice).post(f"/projects/undo/{act.pk}/", follow=True)
    task.refresh_from_db()
    assert task.status == "todo"
    assert "Undone" in answer.text


def test_what_moved_on_is_said_plainly(as_user, cast, at, task):
    act = services.edit_task(task=task, status="doing", by=cast.alice, at=at)
    services.finish_task(task=task, by=cast.bob, at=at)
    answer = as_user(cast.alice).post(f"/projects/undo/{act.pk}/")
    assert answer.status_code == 409
    assert "The status of “Call the bank” has changed again" in answer.text


def test_the_history_names_no_project_the_reader_may_not_see(
    as_user, cast, at, secret, project
):
    task = services.add_task(title="T", project=secret, by=cast.alice, at=at)
    services.edit_task(task=task, project=project, by=cast.alice, at=at)
    text = as_user(cast.charlie).get(f"/projects/tasks/{task.pk}/").text
    assert "Secret" not in text
    assert "something else" in text


def test_the_number_of_queries_is_fixed(as_user, cast, at, task, url, costs):
    client = as_user(cast.bob)
    for n in range(2):
        services.edit_task(task=task, title=f"A{n}", by=cast.bob, at=at)
    few = costs(lambda: client.get(url))
    for n in range(20):
        services.edit_task(task=task, title=f"B{n}", by=cast.bob, at=at)
    assert costs(lambda: client.get(url)) == few
