from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from quarterdeck.domains.people import services
from quarterdeck.domains.people.models import Person
from quarterdeck.domains.people.rules import Line
from quarterdeck.domains.planning.models import Proposal, ProposedChange
from quarterdeck.domains.projects.models import Contributor, Project, SkillNeed, Task

NOW = datetime(2026, 6, 1, 9, tzinfo=UTC)


@pytest.fixture
def bob(cast):
    return cast.person(cast.bob)


@pytest.fixture
def task(cast, at, bob):
    stamps = {"created_at": at, "updated_at": at}
    project = Project.objects.create(name="Menu", team=cast.support, **stamps)
    task = Task.objects.create(
        project=project,
        title="T",
        estimate_low=50,
        estimate_high=50,
        planned_start=at,
        planned_end=at + timedelta(days=4),
        **stamps,
    )
    Contributor.objects.create(task=task, person=bob, since=at)
    return task


@pytest.fixture(autouse=True)
def monday():
    with time_machine.travel(NOW, tick=False):
        yield


def test_too_much_is_said_in_numbers_signs_and_words(as_user, cast, bob, task):
    text = as_user(cast.alice).get("/people/workload/").text
    assert "50 of 40 h, 1 task: over the target" in text
    assert "▲" in text
    assert f"?person={bob.pk}&amp;week=2026-06-01" in text


def test_the_employment_says_what_over_means(as_user, cast, at, bob, task):
    services.edit_person(person=bob, by=cast.alice, at=at, employment="contractor")
    text = as_user(cast.alice).get("/people/workload/").text
    assert "over the billable cap" in text


def test_time_off_and_hours_count(as_user, cast, at, bob, task):
    services.add_time_off(
        person=bob, starts_on=at.date(), ends_on=at.date(), by=cast.bob, at=at
    )
    assert "50 of 32 h" in as_user(cast.alice).get("/people/workload/").text


def test_tasks_without_hours_are_counted_not_guessed(as_user, cast, task):
    Task.objects.update(estimate_low=None, estimate_high=None, planned_start=None)
    text = as_user(cast.alice).get("/people/workload/").text
    assert "1 open task without hours, not counted" in text


@pytest.mark.parametrize(
    ("name", "sees"),
    [("bob", True), ("dana", True), ("charlie", False), ("olga", False)],
)
def test_a_load_is_seen_by_the_person_and_their_leaders(
    as_user, cast, task, name, sees
):
    user = getattr(cast, name)
    text = as_user(user).get(f"/people/workload/?team={cast.root.pk}").text
    assert (">Bob</a>" in text) is sees


def test_a_skill_that_hangs_on_one_person_is_marked(as_user, cast, at, bob, task):
    skill = services.add_skill(name="Baking", by=cast.alice, at=at)
    SkillNeed.objects.create(task=task, skill=skill, level=4)
    client = as_user(cast.alice)
    assert "nobody" in client.get("/people/skills/").text
    said = {"skill": skill, "level": 4, "on": at.date(), "by": cast.alice, "at": at}
    services.assess_skill(person=bob, **said)
    assert "one person only" in client.get("/people/skills/").text
    services.assess_skill(person=cast.person(cast.alice), **said)
    assert "one person only" not in client.get("/people/skills/").text


def test_the_count_is_of_the_team_and_not_of_the_page(as_user, cast, at, task):
    lines = [Line(f"P{n:03}", "") for n in range(60)]
    services.add_people(lines=lines, team=cast.support, by=cast.alice, at=at)
    first = as_user(cast.alice).get("/people/workload/").text
    assert "63 people" in first
    assert "of the 50 on this page" in first
    assert (
        "of the 13 on this page"
        in as_user(cast.alice).get("/people/workload/?page=2").text
    )


def test_who_leads_above_sees_all_of_a_team_below_and_others_only_themselves(
    as_user, cast
):
    url = f"/people/workload/?team={cast.support.pk}"
    assert ">Alice</a>" in as_user(cast.dana).get(url).text
    text = as_user(cast.bob).get(url).text
    assert ">Bob</a>" in text
    assert ">Alice</a>" not in text


def test_a_name_is_no_markup(as_user, cast, bob, task):
    Person.objects.filter(pk=bob.pk).update(name="<script>Bob</script>")
    text = as_user(cast.alice).get("/people/workload/").text
    assert "&lt;script&gt;Bob" in text
    assert "<script>Bob" not in text


def test_what_stands_in_no_week_is_told_beside_the_weeks(as_user, cast, at, bob, task):
    Task.objects.update(planned_start=at - timedelta(9), planned_end=at - timedelta(8))
    text = as_user(cast.alice).get("/people/workload/").text
    assert "50 h overdue" in text
    Task.objects.update(planned_start=None, planned_end=None)
    assert "50 h unplanned" in as_user(cast.alice).get("/people/workload/").text


def test_hours_as_mentor_are_part_of_the_load_and_lead_to_their_task(
    as_user, cast, at, bob, task
):
    assert "as mentor" not in as_user(cast.alice).get("/people/workload/").text
    learner = cast.person(cast.alice)
    Contributor.objects.update(person=learner)
    book_mentor(task, learner, bob, at)
    text = as_user(cast.alice).get("/people/workload/").text
    assert "2 of 40 h, 0 tasks and 2 h as mentor: much room left" in text
    assert "Hours as mentor" in text
    assert f'<a href="/projects/tasks/{task.pk}/">T</a>' in text
    assert "as mentor" not in as_user(cast.charlie).get("/people/workload/").text


def book_mentor(task, learner, mentor, at):
    proposal = Proposal.objects.create(
        team=task.project.team, asked_at=at, state="ready"
    )
    ProposedChange.objects.create(
        proposal=proposal,
        task=task,
        start_after=at,
        end_after=at + timedelta(days=4),
        decision="accepted",
        decided_at=at,
        mentor=mentor,
        growth={
            "person_learner": learner.pk,
            "person_mentor": mentor.pk,
            "skill_id": 1,
            "percent": 125,
            "hours": 20.0,
            "booked": True,
            "sessions": [[at.isoformat(), (at + timedelta(hours=2)).isoformat()]],
        },
    )
