import pytest

from quarterdeck.domains.projects.models import Project, Task
from tests.web.counting import queries_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def bare(cast, at, make):
    """A goal, a project and a task that know nothing of each other."""
    fields = {"created_at": at, "updated_at": at}
    make("Lonely goal")
    project = Project.objects.create(name="Lonely", team=cast.kitchen, **fields)
    Task.objects.create(title="Lonely task", project=project, **fields)
    hidden = Project.objects.create(
        name="Secret", team=cast.kitchen, visibility="team", **fields
    )
    Task.objects.create(title="Secret task", project=hidden, **fields)


SLUGS = {
    "goals-without-work": "Lonely goal",
    "goals-without-measure": "Lonely goal",
    "projects-without-goal": "Lonely",
    "tasks-without-goal": "Lonely task",
    "tasks-without-why": "Lonely task",
}


def test_each_number_leads_to_its_list(as_user, cast, bare):
    client = as_user(cast.bob)
    page = client.get("/goals/coverage/")
    assert [one.count for one in page.context["gaps"]] == [1, 1, 1, 1, 1]
    for slug, name in SLUGS.items():
        assert f"/goals/coverage/{slug}/" in page.text
        told = client.get(f"/goals/coverage/{slug}/").text
        assert name in told
        assert "Secret" not in told


def test_who_may_see_more_counts_more(as_user, cast, bare):
    page = as_user(cast.charlie).get("/goals/coverage/")
    assert [one.count for one in page.context["gaps"]] == [1, 1, 2, 2, 2]


def test_a_gap_that_does_not_exist_is_404(as_user, cast):
    assert as_user(cast.bob).get("/goals/coverage/nothing/").status_code == 404


def test_no_gap_is_said_plainly(as_user, cast):
    assert "Every goal has work" in as_user(cast.bob).get("/goals/coverage/").text


def test_more_gaps_cost_the_same(as_user, cast, bare, at):
    client = as_user(cast.bob)
    few = queries_of(client, "/goals/coverage/tasks-without-goal/")
    project = Project.objects.get(name="Lonely")
    Task.objects.bulk_create(
        Task(title=str(i), project=project, created_at=at, updated_at=at)
        for i in range(30)
    )
    assert queries_of(client, "/goals/coverage/tasks-without-goal/") == few
