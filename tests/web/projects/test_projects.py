import pytest

from quarterdeck.domains.organization.models import Team
from quarterdeck.domains.projects import services
from quarterdeck.domains.projects.models import Project


@pytest.fixture
def url(project):
    return f"/projects/{project.pk}/"


def test_a_project_is_added(as_user, cast):
    body = {"name": "New", "team": cast.support.pk, "visibility": "team"}
    answer = as_user(cast.bob).post("/projects/add/", body)
    project = Project.objects.get(name="New")
    assert answer.headers["Location"] == f"/projects/{project.pk}/"
    assert project.visibility == "team"


def test_it_is_not_added_to_a_team_of_others(as_user, cast):
    body = {"name": "New", "team": cast.support.pk, "visibility": "team"}
    answer = as_user(cast.charlie).post("/projects/add/", body)
    assert answer.status_code == 200
    assert not Project.objects.exists()


def test_it_shows_its_work_in_hours_and_counts_what_has_no_estimate(
    as_user, cast, at, project, url
):
    for hours, status in ((2, "done"), (6, "todo"), (None, "todo")):
        services.add_task(
            title="T", project=project, status=status, by=cast.bob, at=at,
            estimate_low=hours, estimate_high=hours,
        )  # fmt: skip
    text = as_user(cast.charlie).get(url).text
    assert "2 of 8 h" in text
    assert "1 without an estimate" in text


def test_its_leader_edits_it_in_place(as_user, cast, project, url):
    body = {"fields": "why", "why": "Because", "version": 1}
    answer = as_user(cast.alice).post(f"{url}edit/", body, follow=True)
    project.refresh_from_db()
    assert project.why == "Because"
    assert "Undo" in answer.text


def test_a_member_of_the_team_may_not(as_user, cast, url):
    body = {"fields": "why", "why": "Because", "version": 1}
    assert as_user(cast.bob).post(f"{url}edit/", body).status_code == 403


def test_a_stranger_and_an_admin_see_no_team_only_project(as_user, cast, secret):
    for user in (cast.charlie, cast.olga, cast.gwen):
        assert as_user(user).get(f"/projects/{secret.pk}/").status_code == 404
        assert "Secret" not in as_user(user).get("/projects/").text
    assert "Secret" in as_user(cast.dana).get("/projects/").text


def test_it_is_archived_and_restored(as_user, cast, project, url):
    client = as_user(cast.alice)
    client.post(f"{url}archive/")
    assert "Refunds" not in client.get("/projects/").text.replace(
        "“Refunds” is archived", ""
    )
    assert "Refunds" in client.get("/projects/?archived=on").text
    client.post(f"{url}restore/")
    assert "Refunds" in client.get("/projects/").text


def test_somebody_is_let_in_by_name_and_out(as_user, cast, secret):
    url = f"/projects/{secret.pk}/members/"
    as_user(cast.alice).post(f"{url}add/", {"person": "charlie"})
    assert as_user(cast.charlie).get(f"/projects/{secret.pk}/").status_code == 200
    charlie = cast.person(cast.charlie)
    as_user(cast.alice).post(f"{url}{charlie.pk}/remove/")
    assert as_user(cast.charlie).get(f"/projects/{secret.pk}/").status_code == 404


def test_an_unknown_name_is_said(as_user, cast, secret):
    url = f"/projects/{secret.pk}/members/add/"
    answer = as_user(cast.alice).post(url, {"person": "Zed"}, follow=True)
    assert "There is no person “Zed”" in answer.text


def test_the_number_of_queries_is_fixed(as_user, cast, at, url, costs):
    def fill(count):
        for n in range(count):
            services.add_project(name=f"P{n}", team=cast.support, by=cast.bob, at=at)

    client = as_user(cast.bob)
    fill(3)
    few = costs(lambda: client.get("/projects/"))
    fill(27)
    assert costs(lambda: client.get("/projects/")) == few


def test_a_leader_chooses_among_the_teams_they_are_in_or_lead(as_user, cast, at):
    """Drawn at once, for a leader of all has a thousand; names are no markup."""
    Team.objects.filter(pk=cast.support.pk).update(name="<b>Support</b>")
    text = as_user(cast.alice).get("/projects/add/").text
    select = text.split('<select name="team"')[1].split("</select>")[0]
    option = f'<option value="{cast.support.pk}" selected>&lt;b&gt;Support&lt;/b&gt;'
    assert option in select
    assert '<option value="">Choose</option>' in select
    assert f'value="{cast.kitchen.pk}"' not in select
    body = {"name": "Bread", "team": cast.kitchen.pk, "visibility": "organization"}
    answer = as_user(cast.alice).post("/projects/add/", body)
    assert "Select a valid choice" in answer.text
