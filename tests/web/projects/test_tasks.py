from datetime import date, timedelta

import pytest

from quarterdeck.domains.accounts.models import SavedView
from quarterdeck.domains.goals.services import add_goal
from quarterdeck.domains.projects import services

URL = "/projects/tasks/"


@pytest.fixture
def add(cast, at, project):
    def add(title, **fields):
        fields = {"project": project, "by": cast.bob, "at": at, **fields}
        return services.add_task(title=title, **fields)

    return add


def titles(answer):
    return [task.title for task in answer.context["page"].items]


def test_it_shows_open_tasks_by_deadline_with_their_why(as_user, cast, add):
    add("Late", deadline=date(2020, 1, 1))
    add("Someday")
    add("Soon", deadline=date(2100, 1, 1), why="Its own")
    add("Over", status="done")
    answer = as_user(cast.bob).get(URL)
    assert titles(answer) == ["Late", "Soon", "Someday"]
    assert "Its own" in answer.text
    assert "They wait" in answer.text


def test_a_row_without_any_why_says_so(as_user, cast, at, secret):
    services.add_task(title="Lost", project=secret, by=cast.bob, at=at)
    assert "no why yet" in as_user(cast.bob).get(URL).text


@pytest.fixture
def many(cast, at, add, secret):
    alice = cast.person(cast.alice)
    goal = add_goal(title="G", why="W", by=cast.alice, at=at)
    theirs = services.add_project(name="K", team=cast.kitchen, by=cast.dana, at=at)
    add("mine", accountable=cast.person(cast.bob))
    add("helped", contributors=[cast.person(cast.bob)])
    add("hers", accountable=alice, priority=1)
    add("counted", estimate_low=1, estimate_high=2)
    add("aimed", goal=goal, project=secret)
    add("done", status="done")
    add("late", deadline=date(2020, 1, 1))
    add("kitchen", project=theirs, by=cast.dana)
    add("silent", project=secret)
    start = at + timedelta(days=2)
    add("planned", planned_start=start, planned_end=start, accountable=alice)
    services.block_task(task=add("stuck"), reason="R", by=cast.bob, at=at)
    return goal


OPEN = {
    "mine", "helped", "hers", "counted", "aimed", "late", "kitchen", "silent",
    "planned", "stuck",
}  # fmt: skip


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", OPEN),
        ("status=all", OPEN | {"done"}),
        ("status=closed", {"done"}),
        ("status=done", {"done"}),
        ("mine=on", {"mine", "helped"}),
        ("priority=1", {"hers"}),
        ("text=MIN", {"mine"}),
        ("deadline=overdue", {"late"}),
        ("deadline=none", OPEN - {"late"}),
        ("estimate=none", OPEN - {"counted"}),
        ("why=none", {"silent", "kitchen"}),
        ("people=none", OPEN - {"mine", "helped", "hers", "planned"}),
        ("blocked=on", {"stuck"}),
        ("sort=planned", {"planned"}),
        ("status=nonsense&priority=x&project=-1&week=no", OPEN),
    ],
)
def test_filters(as_user, cast, many, query, found):
    assert set(titles(as_user(cast.bob).get(f"{URL}?{query}"))) == found


def test_filters_by_record(as_user, cast, many, secret, project):
    client = as_user(cast.dana)
    assert titles(client.get(f"{URL}?goal={many.pk}")) == ["aimed"]
    assert titles(client.get(f"{URL}?team={cast.kitchen.pk}")) == ["kitchen"]
    assert set(titles(client.get(f"{URL}?project={secret.pk}"))) == {"aimed", "silent"}
    alice = cast.person(cast.alice).pk
    assert titles(client.get(f"{URL}?person={alice}&week=2026-06-05")) == ["planned"]
    assert titles(client.get(f"{URL}?person={alice}&week=2026-06-08")) == []


def test_a_stranger_finds_nothing_of_a_team_only_project(as_user, cast, many, secret):
    answer = as_user(cast.charlie).get(f"{URL}?project={secret.pk}&text=silent")
    assert titles(answer) == []


def test_archived_work_is_out_of_the_way(as_user, cast, at, add, project):
    add("T")
    services.archive_project(project=project, by=cast.alice, at=at)
    assert titles(as_user(cast.bob).get(URL)) == []
    assert titles(as_user(cast.bob).get(f"{URL}?project={project.pk}")) == ["T"]


def test_post_is_405(as_user, cast):
    assert as_user(cast.bob).post(URL).status_code == 405


def test_the_number_of_queries_is_fixed(as_user, cast, add, costs):
    def fill(count):
        for n in range(count):
            people = [cast.person(cast.bob), cast.person(cast.alice)]
            add(f"T{n}", contributors=people)

    client = as_user(cast.bob)
    fill(3)
    few = costs(lambda: client.get(URL))
    fill(27)
    assert costs(lambda: client.get(URL)) == few


def test_a_status_changes_in_its_row_with_a_way_back(as_user, cast, task):
    url = f"{URL}{task.pk}/status/"
    headers = {"HX-Request": "true"}
    answer = as_user(cast.bob).post(url, {"status": "done"}, headers=headers)
    task.refresh_from_db()
    assert task.status == "done"
    assert f'id="task-{task.pk}"' in answer.text
    assert "Undo" in answer.text


def test_a_status_changes_without_javascript(as_user, cast, task):
    url = f"{URL}{task.pk}/status/"
    answer = as_user(cast.bob).post(url, {"status": "doing", "back": "mine=on"})
    assert answer.headers["Location"] == f"{URL}?mine=on"


def test_a_view_is_kept_and_removed(as_user, cast):
    client = as_user(cast.bob)
    body = {"name": "Late mine", "query": "mine=on&deadline=overdue"}
    assert "Late mine" in client.post(f"{URL}views/save/", body, follow=True).text
    view = SavedView.objects.get()
    assert "Late mine" not in as_user(cast.alice).get(URL).text
    assert as_user(cast.alice).post(f"{URL}views/{view.pk}/remove/").status_code == 404
    as_user(cast.bob).post(f"{URL}views/{view.pk}/remove/")
    assert not SavedView.objects.exists()
