from datetime import timedelta

import pytest
import time_machine

from quarterdeck.domains.activity.services import OPERATOR, only, record
from quarterdeck.domains.goals import services as goals
from quarterdeck.domains.imports.models import ImportRun
from quarterdeck.domains.projects.models import (
    Block,
    Contributor,
    Delegation,
    Project,
    Task,
)
from quarterdeck.domains.strategy.services import publish_vision
from quarterdeck.web.home.acts import told
from tests.web.counting import queries_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def monday(at):
    with time_machine.travel(at, tick=False):
        yield at


@pytest.fixture
def project(cast, at):
    return Project.objects.create(
        name="Refunds", team=cast.support, why="Trust", created_at=at, updated_at=at
    )


@pytest.fixture
def task(project, at):
    def task(title, **fields):
        return Task.objects.create(
            title=title, project=project, created_at=at, updated_at=at, **fields
        )

    return task


def home(as_user, user):
    return as_user(user).get("/")


def titles(answer):
    return [task.title for task in answer.context["day"].tasks]


def needs(answer):
    return [need.text for need in answer.context["needs"].lines]


def test_my_day_is_what_i_do_what_is_planned_and_what_is_due(as_user, cast, task, at):
    bob = cast.person(cast.bob)
    task("Doing", accountable=bob, status="doing")
    task("Planned", accountable=bob, planned_start=at + timedelta(hours=3))
    due = task("Due", deadline=at.date())
    Contributor.objects.create(task=due, person=bob, since=at)
    task("Next week", accountable=bob, planned_start=at + timedelta(days=7))
    task("Done", accountable=bob, status="done", deadline=at.date())
    task("Alice's", accountable=cast.person(cast.alice), status="doing")
    answer = home(as_user, cast.bob)
    assert set(titles(answer)) == {"Doing", "Planned", "Due"}
    assert "Trust" in answer.text  # the why comes down from the project


def test_late_tasks_need_me_and_stand_once(as_user, cast, task, at):
    bob = cast.person(cast.bob)
    day = at.date() - timedelta(days=2)
    task("Late", accountable=bob, status="doing", deadline=day)
    answer = home(as_user, cast.bob)
    assert needs(answer) == ["Late"]
    assert titles(answer) == []
    assert "2 days late" in answer.text


def test_a_delegation_waits_for_who_has_to_answer(as_user, cast, task, at):
    Delegation.objects.create(
        task=task("Call the bank"),
        giver=cast.person(cast.alice),
        receiver=cast.person(cast.bob),
        expected_result="r",
        follow_up_on=at.date(),
        created_at=at,
        updated_at=at,
    )
    assert needs(home(as_user, cast.bob)) == ["Alice hands you “Call the bank”"]
    assert needs(home(as_user, cast.alice)) == []


def test_a_follow_up_is_due_for_both(as_user, cast, task, at):
    Delegation.objects.create(
        task=task("Call the bank"),
        giver=cast.person(cast.alice),
        receiver=cast.person(cast.bob),
        expected_result="r",
        answer="accepted",
        follow_up_on=at.date(),
        created_at=at,
        updated_at=at,
    )
    for user in (cast.alice, cast.bob):
        assert needs(home(as_user, user)) == ["Look at “Call the bank” together"]


def test_who_leads_sees_what_blocks_the_team(as_user, cast, task, at):
    stuck = task("Import", accountable=cast.person(cast.bob))
    Block.objects.create(task=stuck, reason="no access", blocked_at=at)
    assert needs(home(as_user, cast.alice)) == ["Bob is blocked on “Import”"]
    assert needs(home(as_user, cast.bob)) == []
    assert needs(home(as_user, cast.charlie)) == []


def test_the_team_this_week_tells_facts(as_user, cast, task, at):
    today = at.date()
    goal = goals.add_goal(
        title="Answer",
        why="w",
        team=cast.support,
        starts_on=today - timedelta(days=60),
        ends_on=today + timedelta(days=40),
        by=cast.alice,
        at=at,
    )
    row = goals.add_key_result(goal=goal, title="K", target=10, by=cast.alice, at=at)
    goals.record_measurement(key_result=row, value=3, by=cast.alice, at=at)
    task("Late", deadline=today - timedelta(days=1))
    task(
        "Too much",
        accountable=cast.person(cast.bob),
        estimate_low=60,
        estimate_high=60,
        planned_start=at,
        planned_end=at + timedelta(days=4),
    )
    assert "/team-week/" in home(as_user, cast.alice).text
    answer = as_user(cast.alice).get("/team-week/")
    week = answer.context["week"]
    assert (week.goals, week.behind, week.late) == (1, 1, (1, False))
    assert "30 % done, 60 % of the time gone" in answer.text
    assert "at this pace 19 Oct 2026, wanted 11 Jul 2026" in answer.text
    heaviest = week.loads[0]
    assert heaviest.person.name == "Bob"
    assert heaviest.over
    assert heaviest.share == pytest.approx(1.5)


def test_who_leads_nobody_sees_no_team(as_user, cast):
    for user in (cast.bob, cast.olga, cast.gwen):
        assert "/team-week/" not in home(as_user, user).text
        assert as_user(user).get("/team-week/").status_code == 403


def test_the_team_card_comes_alone_when_the_page_asks_for_it(as_user, cast):
    answer = as_user(cast.alice).get("/team-week/", headers={"HX-Request": "true"})
    assert "<html" not in answer.text
    assert "The team this week" in answer.text


def test_the_first_acts_are_told_to_who_can_do_them(as_user, cast, project, at):
    acts = home(as_user, cast.dana).context["first_acts"]
    assert [(act.title, act.done) for act in acts] == [
        ("Bring in a file", True),
        ("Add people", True),
        ("Write the vision", False),
    ]
    assert home(as_user, cast.bob).context["first_acts"] == []
    publish_vision(text="V", reason="", by=cast.dana, at=at)
    assert home(as_user, cast.dana).context["first_acts"] == []


def test_an_admin_sees_what_is_open_in_the_organization(as_user, cast):
    assert "1 team without a lead" in home(as_user, cast.olga).text
    assert "without a lead" not in home(as_user, cast.bob).text


def test_what_happened_is_told_in_sentences(as_user, cast, at):
    goal = goals.add_goal(title="Answer", why="w", by=cast.bob, at=at)
    page = home(as_user, cast.charlie)
    assert (page.context["happened"][0].who, page.context["happened"][0].did) == (
        "Bob",
        "added the goal",
    )
    assert f"/goals/{goal.pk}/" in page.text


def test_like_acts_in_a_row_are_one_line(as_user, cast, at):
    for i in range(5):
        goals.add_goal(title=f"G{i}", why="w", by=cast.bob, at=at)
    first = home(as_user, cast.bob).context["happened"][0]
    assert (first.name, first.more) == ("G4", 4)


def test_a_guest_is_told_nothing_of_the_organization(as_user, cast, at):
    goals.add_goal(title="Inner goal", why="w", by=cast.bob, at=at)
    assert "Inner goal" not in home(as_user, cast.gwen).text


@pytest.mark.parametrize("url", ["/", "/team-week/"])
def test_it_costs_the_same_for_thirty_and_little(as_user, cast, task, at, url):
    alice, client = cast.person(cast.alice), as_user(cast.alice)

    def grow(count):
        for i in range(count):
            one = task(f"T{i}", accountable=alice, status="doing")
            Block.objects.create(task=one, reason="r", blocked_at=at)
            task(f"L{i}", accountable=alice, deadline=at.date() - timedelta(days=1))
            goals.add_goal(
                title="G",
                why="w",
                team=cast.support,
                ends_on=at.date(),
                by=cast.alice,
                at=at,
            )

    grow(3)
    few = queries_of(client, url)
    grow(27)
    assert queries_of(client, url) == few
    assert few <= 25


def test_post_is_405(as_user, cast):
    assert as_user(cast.bob).post("/").status_code == 405


def test_bringing_a_file_is_one_line_with_its_counts(as_user, cast, at):
    run = ImportRun.objects.create(
        file_name="cakes.csv", size=1, sha256="0", brought_by=cast.alice, brought_at=at
    )
    details = {"tasks_added": 12, "tasks_changed": 1, "people_added": 3}
    for verb in ("received", "mapped", "started", "taken_over"):
        record(
            by=cast.alice,
            verb=f"import.{verb}",
            subject=run,
            at=at,
            audience=only(cast.alice.pk),
            details=details if verb == "taken_over" else {},
        )
    page = " ".join(as_user(cast.alice).get("/").text.split())
    assert page.count("cakes.csv") == 1
    assert "took over the file" in page
    assert "12 tasks added, 1 task changed, 3 people added" in page


def test_who_signs_in_by_a_link_is_named_once(as_user, cast, at):
    act = record(
        by=cast.alice,
        verb="account.signed_in_by_link",
        subject=cast.alice,
        at=at,
        audience=only(cast.alice.pk),
    )
    line = told(act)
    assert (line.who, line.did, line.name) == ("Alice", "signed in by a link", "")


def test_who_runs_a_command_is_named(cast, at):
    act = record(
        by=OPERATOR,
        verb="team.added",
        subject=cast.support,
        at=at,
        audience=only(cast.alice.pk),
    )
    assert told(act).who == "The operator at the command line"


@pytest.mark.parametrize(
    ("verb", "name", "said"),
    [
        ("scenario.drafted", "a what-if", ("drafted a what-if", "")),
        ("task.edited_with_others", "12 tasks", ("edited", "12 tasks")),
    ],
)
def test_acts_read_as_sentences(cast, at, verb, name, said):
    act = record(
        by=cast.alice,
        verb=verb,
        subject=cast.support,
        subject_name=name,
        at=at,
        audience=only(cast.alice.pk),
    )
    assert (told(act).did, told(act).name) == said
