"""A file comes in, is looked at, taken over, brought again and undone."""

import pytest
from django.core.exceptions import PermissionDenied

from quarterdeck.domains.activity.services import verify_chain
from quarterdeck.domains.imports import queries, services
from quarterdeck.domains.imports.models import ImportedRecord, ImportRun
from quarterdeck.domains.organization.models import Team
from quarterdeck.domains.people.models import Membership, Person, WorkingPattern
from quarterdeck.domains.projects.models import (
    Block,
    Contributor,
    Dependency,
    Project,
    Task,
)
from quarterdeck.domains.projects.queries import projects_visible_to

FIRST = """ID,Title,Estimate (h),Assignee,Due date,Status,Color
1,Bake the cake,4,Bob,2026-06-10,To do,red
2,Ice the cake,2,Mara,2026-06-11,To do,
3,Serve,1,,2026-06-12,Done,blue
,,,,,,
"""
AGAIN = """ID,Title,Estimate (h),Assignee,Due date,Status,Color
1,Bake the cake,6,Bob,2026-06-10,To do,red
2,Ice the cake,2,Mara,2026-06-11,To do,
4,Wash up,1,Bob,2026-06-13,To do,
"""


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    settings.DATA_DIR = tmp_path


def bring(cast, text, name="cakes.csv", by=None):
    run = services.receive_file(
        name=name, chunks=[text.encode()], by=by or cast.alice, at=cast.at
    )
    services.read_import.call(import_id=run.pk)
    run.refresh_from_db()
    return run


def taken(cast, text, **more):
    run = bring(cast, text, **more)
    services.commit_import(run=run, team=cast.support, by=cast.alice, at=cast.at)
    services.take_over.call(import_id=run.pk)
    run.refresh_from_db()
    return run


def test_reading_changes_nothing_and_says_what_is_left_out(cast):
    run = bring(cast, FIRST)
    assert run.state == "ready"
    assert (run.counts["tasks"], run.counts["people"]) == (3, 2)
    assert [c["name"] for c in run.dropped_columns] == ["Color"]
    assert not Task.objects.exists()


def test_what_is_taken_over_is_what_the_file_says(cast):
    run = taken(cast, FIRST)
    tasks = {task.title: task for task in Task.objects.all()}
    assert run.state == "done"
    assert tasks["Bake the cake"].estimate_low == 4
    assert tasks["Ice the cake"].deadline.isoformat() == "2026-06-11"
    assert tasks["Serve"].status == "done"
    doing = Contributor.objects.get(task=tasks["Bake the cake"])
    assert doing.person == cast.person(cast.bob)
    assert Membership.objects.filter(person__name="Mara", team=cast.support).exists()
    assert projects_visible_to(cast.bob).get() == tasks["Serve"].project


def test_the_same_file_twice_makes_no_doubles(cast):
    taken(cast, FIRST)
    before = list(Task.objects.order_by("pk").values_list("pk", "version"))
    run = taken(cast, FIRST)
    assert list(Task.objects.order_by("pk").values_list("pk", "version")) == before
    assert run.outcome["tasks_unchanged"] == 3
    assert Person.objects.filter(name="Mara").count() == 1
    assert Project.objects.count() == 1


def test_a_newer_file_changes_adds_and_leaves_the_rest(cast):
    taken(cast, FIRST)
    run = taken(cast, AGAIN)
    assert (run.outcome["tasks_added"], run.outcome["tasks_changed"]) == (1, 1)
    assert Task.objects.get(title="Bake the cake").estimate_low == 6
    assert Task.objects.filter(title="Serve").exists()
    assert len({t.project_id for t in Task.objects.all()}) == 1


def test_a_newer_file_under_another_name_is_noticed_and_brings_up_to_date(cast):
    first = taken(cast, FIRST)
    run = bring(cast, AGAIN, name="cakes (1).csv")
    assert queries.likely_earlier_run(run) == first
    services.commit_import(
        run=run, team=cast.support, by=cast.alice, at=cast.at, newer_than=first
    )
    services.take_over.call(import_id=run.pk)
    run.refresh_from_db()
    assert (run.outcome["tasks_added"], run.outcome["tasks_changed"]) == (1, 1)
    assert Project.objects.count() == 1


def test_the_same_numbers_under_other_titles_are_another_file(cast):
    """Project files count their tasks from one: the second is not the first again."""
    taken(cast, FIRST)
    other = AGAIN
    for title in Task.objects.values_list("title", flat=True):
        other = other.replace(title, f"Paint {len(title)} {title[::-1]}")
    run = bring(cast, other, name="fence.csv")
    assert queries.likely_earlier_run(run) is None


def test_a_file_that_only_looks_alike_is_taken_anew_when_somebody_says_so(cast):
    taken(cast, FIRST)
    run = bring(cast, AGAIN, name="other.csv")
    services.commit_import(run=run, team=cast.support, by=cast.alice, at=cast.at)
    services.take_over.call(import_id=run.pk)
    assert Task.objects.count() == 6
    assert Project.objects.count() == 2


def test_a_task_that_a_newer_file_closes_is_not_blocked_any_more(cast):
    taken(cast, FIRST)
    task = Task.objects.get(title="Ice the cake")
    Block.objects.create(task=task, reason="no sugar", blocked_at=cast.at)
    taken(cast, AGAIN.replace("2026-06-11,To do", "2026-06-11,Done"))
    assert not Block.objects.filter(task=task, cleared_at__isnull=True).exists()


def test_undo_takes_everything_back(cast):
    people = Person.objects.count()
    run = taken(cast, FIRST)
    services.undo_import(run=run, by=cast.alice, at=cast.at)
    assert not Task.objects.exists()
    assert not Project.objects.exists()
    assert Person.objects.count() == people
    assert not ImportedRecord.objects.exists()
    assert verify_chain().whole


def test_undo_of_a_second_run_sets_fields_back(cast):
    taken(cast, FIRST)
    run = taken(cast, AGAIN)
    services.undo_import(run=run, by=cast.alice, at=cast.at)
    assert Task.objects.get(title="Bake the cake").estimate_low == 4
    assert not Task.objects.filter(title="Wash up").exists()
    assert Task.objects.count() == 3


def test_undo_keeps_what_somebody_touched_since(cast):
    run = taken(cast, FIRST)
    Task.objects.filter(title="Serve").update(version=2)
    services.undo_import(run=run, by=cast.alice, at=cast.at)
    run.refresh_from_db()
    assert [task.title for task in Task.objects.all()] == ["Serve"]
    assert run.outcome["kept"] == 2  # the task and the project it stands in


def test_a_worker_that_died_half_way_leaves_nothing_to_see_and_can_begin_again(cast):
    run = bring(cast, FIRST)
    services.commit_import(run=run, team=cast.support, by=cast.alice, at=cast.at)
    run.refresh_from_db()
    reading = services.committing.reading_of(run)
    people = services.committing.bring_people(run, reading)
    next(iter(services.committing.Staging(run, reading, people).fill()))
    assert not projects_visible_to(cast.alice).exists()
    services.take_over.call(import_id=run.pk)
    assert Task.objects.count() == 3
    assert Person.objects.filter(name="Mara").count() == 1


def test_a_refused_file_says_why_in_one_sentence(cast):
    run = bring(cast, "\x00\x01\x02", name="cakes.bin")
    assert run.state == "refused"
    assert run.refusal.endswith(".")


def test_a_file_that_is_too_large_is_refused_before_it_is_read(cast, settings):
    settings.IMPORT_MAX_BYTES = 10
    with pytest.raises(services.FileTooLarge):
        bring(cast, FIRST)
    assert not ImportRun.objects.exists()


def test_only_who_leads_or_administers_brings_files(cast):
    for user in (cast.bob, cast.gwen):
        with pytest.raises(PermissionDenied):
            bring(cast, FIRST, by=user)


def test_nobody_takes_over_into_a_team_they_do_not_lead(cast):
    run = bring(cast, FIRST)
    with pytest.raises(PermissionDenied):
        services.commit_import(run=run, team=cast.kitchen, by=cast.alice, at=cast.at)


def test_columns_can_be_corrected(cast):
    run = bring(cast, "Was,Stunden\nKuchen,4\n")
    services.map_columns(
        run=run,
        mapping={"Was": "title", "Stunden": "estimate"},
        by=cast.alice,
        at=cast.at,
    )
    services.read_import.call(import_id=run.pk)
    run.refresh_from_db()
    assert (run.state, run.counts["hours"]) == ("ready", 4)


STAFF = """Name,Email,Department,Manager
Ann,ann@acme.test,Bar,
Ben,ben@acme.test,Bar,Ann
Cem,cem@acme.test,Office,Ann
"""


def test_departments_become_teams_when_an_admin_brings_them(cast):
    run = bring(cast, STAFF, name="staff.csv", by=cast.olga)
    services.commit_import(run=run, team=cast.support, by=cast.olga, at=cast.at)
    services.take_over.call(import_id=run.pk)
    run.refresh_from_db()
    ben = Person.objects.get(name="Ben")
    assert ben.manager.name == "Ann"
    assert ben.memberships.get().team.parent == cast.support
    services.undo_import(run=run, by=cast.olga, at=cast.at)
    assert not Person.objects.filter(name="Ben").exists()
    assert not Team.objects.filter(name__in=["Bar", "Office"]).exists()


def test_a_leader_cannot_shape_the_tree_by_a_file(cast):
    run = bring(cast, STAFF, name="staff.csv")
    services.commit_import(run=run, team=cast.support, by=cast.alice, at=cast.at)
    services.take_over.call(import_id=run.pk)
    assert Person.objects.get(name="Ben").memberships.get().team == cast.support


def test_two_people_of_one_name_are_nobodys_guess(cast):
    for _ in range(2):
        Person.objects.create(name="Mara", created_at=cast.at, updated_at=cast.at)
    run = taken(cast, FIRST)
    assert run.outcome["people_ambiguous"] == ["Mara"]


def test_a_real_microsoft_project_file_keeps_tree_links_and_weeks(cast, samples):
    counted = 0
    for path in sorted((samples / "mspdi").glob("*.xml"))[:12]:
        run = services.receive_file(
            name=path.name, chunks=[path.read_bytes()], by=cast.alice, at=cast.at
        )
        services.read_import.call(import_id=run.pk)
        run.refresh_from_db()
        if run.state != "ready":
            continue
        services.commit_import(run=run, team=cast.support, by=cast.alice, at=cast.at)
        services.take_over.call(import_id=run.pk)
        run.refresh_from_db()
        tasks = Task.objects.filter(external_source=run.external_source)
        assert run.outcome["tasks_added"] == run.counts["tasks"] == tasks.count()
        links = Dependency.objects.filter(after__in=tasks).count()
        assert links == run.counts["links"]
        counted += run.counts["tasks"]
    assert counted
    assert WorkingPattern.objects.exists()
