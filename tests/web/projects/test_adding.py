import pytest

from quarterdeck.domains.people.models import Skill
from quarterdeck.domains.projects.models import Task

URL = "/projects/tasks/quick-add/"
LINE = "Call @Bob #Refunds !high ~2-4h by 2027-03-01, why: they wait, needs Cooking 3"


@pytest.fixture
def cooking(db):
    return Skill.objects.create(name="Cooking")


def test_a_line_is_shown_as_chips_before_it_is_added(as_user, cast, project, cooking):
    client = as_user(cast.alice)
    answer = client.post(URL, {"line": LINE})
    assert answer.status_code == 200
    assert not Task.objects.exists()
    assert [c.label for c in answer.context["parsed"].chips] == [
        "Cooking 3", "they wait", "High", "2–4 h", "by Mon 1 Mar 2027", "Bob", "Refunds",
    ]  # fmt: skip
    client.post(URL, {"line": LINE, "seen": LINE})
    task = Task.objects.get()
    bob = cast.person(cast.bob)
    assert (task.title, task.why, task.priority) == ("Call", "they wait", 2)
    assert (task.accountable, task.estimate_high) == (bob, 4)
    assert [c.person for c in task.contributors.all()] == [bob]
    assert task.skill_needs.get().level == 3


def test_chips_follow_the_typing(as_user, cast, project):
    answer = as_user(cast.alice).get(f"{URL}read/", {"line": "Call @Bob @Zed"})
    assert "no person of this name" in answer.text
    assert "<html" not in answer.text


def test_a_plain_title_is_added_at_once_and_can_be_undone(as_user, cast, project):
    client = as_user(cast.alice)
    body = {"line": "Just this", "project": project.pk, "back": "mine=on"}
    answer = client.post(URL, body)
    assert answer.headers["Location"] == "/projects/tasks/?mine=on"
    assert "Undo" in client.get("/projects/tasks/").text
    assert Task.objects.get().project == project


def test_it_asks_for_the_project_when_none_is_said(as_user, cast, project):
    answer = as_user(cast.alice).post(URL, {"line": "Just this"})
    assert "Choose a project" in answer.text
    assert not Task.objects.exists()


def test_the_same_form_sent_twice_adds_once(as_user, cast, project):
    client = as_user(cast.alice)
    body = {"line": "Once", "project": project.pk, "request_key": "k"}
    client.post(URL, body)
    client.post(URL, body)
    assert Task.objects.count() == 1


def test_a_project_of_others_is_no_choice(as_user, cast, project):
    answer = as_user(cast.charlie).post(URL, {"line": "T", "project": project.pk})
    assert "Choose a project" in answer.text
    seen = as_user(cast.charlie).post(URL, {"line": "T #Refunds", "seen": "T #Refunds"})
    assert "no project of this name" in seen.text
    assert not Task.objects.exists()


def test_a_guest_learns_no_names(as_user, cast, project):
    answer = as_user(cast.gwen).get(f"{URL}read/", {"line": "T @Bob"})
    assert "no person of this name" in answer.text
