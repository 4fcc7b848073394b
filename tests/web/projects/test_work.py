import pytest

from quarterdeck.domains.people.models import Skill
from quarterdeck.domains.projects.models import Milestone, SkillNeed
from tests.domains.projects.work import project, task

pytestmark = pytest.mark.django_db


@pytest.fixture
def opening(cast):
    return project(cast.support)


@pytest.fixture
def doors(opening, cast):
    stamps = {"created_at": cast.at, "updated_at": cast.at}
    return Milestone.objects.create(project=opening, name="Doors open", **stamps)


def test_a_milestone_is_added_and_shows_its_hours(as_user, cast, opening, doors):
    hours = {"estimate_low": 10, "estimate_high": 10}
    task(opening, "Done", status="done", milestone=doors, **hours)
    task(opening, "Open", milestone=doors, **hours)
    url = f"/projects/{opening.pk}/milestones/"
    client = as_user(cast.alice)
    text = client.post(url, {"name": "First guest", "deadline": ""}, follow=True).text
    assert "First guest" in text
    assert "10 of 20 hours done" in text and "50 %" in text


def test_reached_reopened_and_edited(as_user, cast, doors):
    at = f"/projects/milestones/{doors.pk}/"
    client = as_user(cast.alice)
    assert "Reached" in client.post(f"{at}reach/", follow=True).text
    assert client.post(f"{at}reach/").status_code == 409
    client.post(f"{at}reopen/")
    client.post(f"{at}edit/", {"name": "Doors", "deadline": "2026-07-01"})
    doors.refresh_from_db()
    assert (doors.name, doors.reached_at) == ("Doors", None)


def test_a_stale_edit_shows_both_texts(as_user, cast, doors):
    at = f"/projects/milestones/{doors.pk}/edit/"
    as_user(cast.dana).post(at, {"name": "Dana's", "version": 1})
    answer = as_user(cast.alice).post(at, {"name": "Alice's", "version": 1})
    assert answer.status_code == 409
    assert "Dana&#x27;s" in answer.text and "Alice&#x27;s" in answer.text


def test_milestones_are_the_leaders_to_set(as_user, cast, opening, doors):
    url = f"/projects/{opening.pk}/milestones/"
    assert as_user(cast.bob).get(url).status_code == 200
    assert as_user(cast.bob).post(url, {"name": "N"}).status_code == 403
    assert as_user(cast.gwen).get(url).status_code == 404
    reach = f"/projects/milestones/{doors.pk}/reach/"
    assert as_user(cast.alice).get(reach).status_code == 405


def test_a_skill_is_needed_changed_and_no_longer_needed(as_user, cast, opening):
    Skill.objects.create(name="French")
    menu = task(opening, "Translate the menu")
    url = f"/projects/tasks/{menu.pk}/skills/"
    client = as_user(cast.bob)
    client.post(url, {"skill": "french", "level": 3, "head_count": 2})
    need = SkillNeed.objects.get()
    assert (need.level, need.head_count) == (3, 2)
    at = f"/projects/skill-needs/{need.pk}/"
    client.post(f"{at}edit/", {"level": 4, "head_count": 1})
    need.refresh_from_db()
    assert (need.level, need.head_count) == (4, 1)
    assert as_user(cast.charlie).post(f"{at}remove/").status_code == 403
    as_user(cast.bob).post(f"{at}remove/")
    assert not SkillNeed.objects.exists()


def test_an_unknown_skill_is_told_at_its_field(as_user, cast, opening):
    url = f"/projects/tasks/{task(opening, 'T').pk}/skills/"
    body = {"skill": "Klingon", "level": 3, "head_count": 2}
    assert "There is no skill “Klingon”." in as_user(cast.bob).post(url, body).text
