"""What the task list exports is read again: the same tasks, people, links and hours."""

from datetime import date, timedelta
from decimal import Decimal
from io import BytesIO

import pytest

from quarterdeck.domains.imports import services as imports
from quarterdeck.domains.people.models import Person, Skill
from quarterdeck.domains.projects import queries, services
from quarterdeck.domains.projects.models import (
    Block,
    Contributor,
    Dependency,
    Project,
    SkillNeed,
    Task,
)
from quarterdeck.formats import write_tasks_csv, write_tasks_xlsx

FIELDS = (
    *("title", "why", "description", "definition_of_done", "status", "priority"),
    *("estimate_low", "estimate_high", "remaining", "deadline", "is_summary"),
    *("planned_start__date", "planned_end__date", "started_at", "created_at"),
    *("project__name", "accountable__name"),
)


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    settings.DATA_DIR = tmp_path


@pytest.fixture
def work(cast, at):
    """Two projects with everything that a row of the file can tell."""
    by = {"by": cast.alice, "at": at}
    one = services.add_project(name="Refunds", team=cast.support, **by)
    two = services.add_project(name="Invoices; more", team=cast.support, **by)
    bob, alice = cast.person(cast.bob), cast.person(cast.alice)
    twin = Person.objects.create(name="Bob", created_at=at, updated_at=at)
    first = services.add_task(
        title="=Call the bank",
        project=one,
        why="They wait",
        description="Two lines\nof “text”",
        definition_of_done="Money is back",
        status="doing",
        priority=1,
        estimate_low=Decimal(4),
        estimate_high=Decimal("6.5"),
        remaining=Decimal("2.25"),
        accountable=alice,
        contributors=[bob, alice],
        deadline=date(2026, 7, 1),
        planned_start=at,
        planned_end=at + timedelta(days=3),
        **by,
    )
    second = services.add_task(
        title="Pay", project=two, contributors=[twin], accountable=twin, **by
    )
    third = services.add_task(title="Look back", project=two, status="done", **by)
    services.add_dependency(before=first, after=second, kind="SS", **by)
    services.add_dependency(before=second, after=third, lag_hours=Decimal(48), **by)
    services.add_skill_need(task=first, skill=Skill.objects.create(name="Bank"), **by)
    services.block_task(task=second, reason="No key", **by)
    Task.objects.filter(pk=first.pk).update(external_source="jira", external_id="7")
    Task.objects.filter(pk=second.pk).update(external_source="csv", external_id="7")
    Task.objects.filter(pk=third.pk).update(external_source="csv", external_id="A-1")


def written(cast, at, ending):
    wanted = queries.TaskFilter(status="all")
    export = queries.export_of(user=cast.alice, wanted=wanted, today=at.date())
    file = BytesIO()
    write = write_tasks_csv if ending == "csv" else write_tasks_xlsx
    write(file, export.tasks, export.links)
    return file.getvalue()


def taken(cast, at, content, ending):
    run = imports.receive_file(
        name=f"tasks.{ending}", chunks=[content], by=cast.alice, at=at
    )
    imports.read_import.call(import_id=run.pk)
    run.refresh_from_db()
    imports.commit_import(run=run, team=cast.support, by=cast.alice, at=at)
    imports.take_over.call(import_id=run.pk)
    run.refresh_from_db()
    return run


def told():
    """What is kept of the tasks, without the numbers of their rows."""
    tasks = {row["title"]: row for row in Task.objects.values(*FIELDS)}
    links = Dependency.objects.values_list(
        "before__title", "after__title", "kind", "lag_hours"
    )
    doing = Contributor.objects.values_list("task__title", flat=True)
    needs = SkillNeed.objects.values_list("task__title", "skill__name")
    blocks = Block.objects.values_list("task__title", "reason")
    return tasks, *(sorted(rows) for rows in (links, doing, needs, blocks))


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_an_export_comes_back_whole_and_only_once(cast, at, work, ending):
    before, content = told(), written(cast, at, ending)
    Task.objects.all().delete()
    Project.objects.all().delete()
    run = taken(cast, at, content, ending)
    assert (run.dropped_columns, run.dropped_rows, run.remarks) == ([], [], [])
    after = told()
    for row in after[0].values():  # two people of one name are told apart
        row["accountable__name"] = (row["accountable__name"] or "").partition(" (")[0]
    for row in before[0].values():
        row["accountable__name"] = row["accountable__name"] or ""
    assert after == before
    assert Person.objects.filter(name__startswith="Bob (").count() == 2
    again = taken(cast, at, content, ending)
    assert again.outcome["tasks_unchanged"] == len(before[0])
    assert Task.objects.count() == len(before[0])
