"""Real files of other programs, when they lie beside the repository."""

import csv
import io
import json
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import msgspec
import pytest

from quarterdeck.formats import Reading, Refused, detect, read
from tests.formats.conftest import records_in

SAMPLES = Path(__file__).resolve().parents[2].parent / "shared" / "samples"
SPACE = "{http://schemas.microsoft.com/project}"

pytestmark = pytest.mark.skipif(
    not SAMPLES.is_dir(), reason="The folder ../shared/samples is not there."
)

# file: format, tasks, people with rows of their own, links; delimiter and encoding
TABLES = {
    "asana/asana_export.csv": ("asana_csv", 2, 0, 0),
    "asana/asana_google_sheet_export.csv": ("asana_csv", 2, 0, 0),
    "linear/linear_export_small.csv": ("linear_csv", 1, 0, 0),
    "todoist/todoist_export.csv": ("todoist_csv", 2, 0, 0),
    "ticktick/testdata_ticktick_export.csv": ("ticktick_csv", 11, 0, 0),
    "ticktick/testdata_ticktick_multiline.csv": ("ticktick_csv", 2, 0, 0),
    "ticktick/testdata_ticktick_space_dates.csv": ("ticktick_csv", 2, 0, 0),
    "ticktick/testdata_ticktick_invalid_numbers.csv": ("ticktick_csv", 2, 0, 0),
    "jira/jira_bom_short.csv": ("jira_csv", 1, 0, 0),
    "jira/rueedlinger_jira.csv": ("csv", 2427, 0, 0),
    "jira/storypoint/bamboo.csv": ("csv", 521, 0, 0),
    "jira/storypoint/clover.csv": ("csv", 384, 0, 0),
    "jira/storypoint/mesos.csv": ("csv", 1680, 0, 0),
    "jira/storypoint/moodle.csv": ("csv", 1166, 0, 0),
    "jira/storypoint/springxd.csv": ("csv", 3526, 0, 0),
    "jira/storypoint/usergrid.csv": ("csv", 482, 0, 0),
    "hr/bumbeishvili_data-oracle.csv": ("csv", 0, 107, 0),
    "hr/bumbeishvili_org.csv": ("csv", 0, 1516, 0),
    "redmine/import_dates.csv": ("redmine_csv", 3, 0, 0, ";"),
    "redmine/import_dates_ja.csv": ("redmine_csv", 1, 0, 0, ";"),
    "redmine/import_issues.csv": ("redmine_csv", 3, 0, 0, ";"),
    "redmine/import_issues_auto_mapping.csv": ("redmine_csv", 1, 0, 0, ";"),
    "redmine/import_issues_single_quotation.csv": ("redmine_csv", 3, 0, 0, ";"),
    "redmine/import_issues_utf8_with_bom.csv": ("redmine_csv", 3, 0, 0, ";"),
    "redmine/import_issues_with_relation_and_invalid_issues.csv": (
        *("redmine_csv", 4, 0, 0, ";"),
    ),
    "redmine/import_subtasks.csv": ("redmine_csv", 4, 0, 0, ";"),
    "redmine/import_subtasks_with_relations.csv": ("redmine_csv", 4, 0, 2, ";"),
    "redmine/import_subtasks_with_unique_id.csv": ("redmine_csv", 9, 0, 2, ";"),
    "redmine/import_users.csv": ("redmine_users_csv", 0, 3, 0, ";"),
}
JSONS = {
    "github/issues.json": ("github", 2, 0),
    "github/pull_requests.json": ("github", 1, 0),
    "github/djptek_issues.json": ("github", 100, 0),
    "hr/djptek_employees.json": ("json", 0, 25),
    "trello/djptek_trello.json": ("trello", 27, 0),
    "trello/miyamae_trello.json": ("trello", 66, 3),
}
# beginning of the path: a part of the sentence
REFUSED = {
    "README.md": "a text and not a table",
    "forecasting/": "No column is known",
    "gan/HouseBuildingSample.gan": "GanttProject",
    "gan/issue1520.xml": "neither tasks nor people",
    "github/issue-comments.json": "without their issues",
    "hr/bumbeishvili_flatData.json": "“value”, “id”, “parentId”",
    "jira/jira_wide_header.csv": "no rows below",
    "linear/linear_headers.csv": "no rows below",
    "redmine/import_issues_no_data_row.csv": "no rows below",
    "redmine/import_crlf": "“plain_header”, “quoted_header contains_LF”",
    "redmine/import_iso8859": "“column A”",
    "redmine/import_time_entries.csv": "time entries",
    "redmine/invalid-Shift_JIS.csv": "plain text without columns",
    "redmine/unclosed": "Row 2 opens a quotation mark",
    "mpp/": "MPP file",
    "mpx/": "MPX file",
    "xer/": "Primavera XER",
    "tjp/": "TaskJuggler",
    "wekan/": "WeKan",
    "planka/": "Planka",
    "ics/": "",
    "planning/": "",
    "mspdi/PredecessorCalendar.xml": "Primavera P6",
    "mspdi/SuccessorCalendar.xml": "Primavera P6",
    "mspdi/TwentyFourHourCalendar.xml": "Primavera P6",
    "mspdi/assignment_resource-rates-test.xml": "Primavera P6",
    "mspdi/ganttproject_weekends.xml": "neither tasks nor people",
    "mspdi/generated_calendar-recurring": "neither tasks nor people",
    "mspdi/legacy_alias.xml": "neither tasks nor people",
    "mspdi/legacy_headertest9.xml": "neither tasks nor people",
}


def own_rows(people):
    return sum(person.row is not None for person in people)


@pytest.mark.parametrize("name", TABLES)
def test_a_table_is_read_and_every_row_accounted_for(name):
    kind, tasks, people, links, *mark = TABLES[name]
    got = read(SAMPLES / name)
    assert (got.format, len(got.tasks), own_rows(got.people), len(got.links)) == (
        *(kind, tasks, people, links),
    )
    raw = (SAMPLES / name).read_bytes()
    rows = records_in(raw, mark[0] if mark else ",", "utf-8-sig")
    assert rows - 1 == tasks + people + len(got.dropped_rows)


@pytest.mark.parametrize("name", TABLES)
def test_every_filled_column_is_read_or_reported(name):
    got = read(SAMPLES / name)
    dropped = {column.name: column.filled for column in got.dropped_columns}
    for column in got.columns:
        if column.field is None and column.filled:
            assert dropped.pop(column.key) == column.filled
    assert dropped == {}


@pytest.mark.parametrize("name", JSONS)
def test_json_is_read_and_every_entry_accounted_for(name):
    kind, tasks, people = JSONS[name]
    got = read(SAMPLES / name)
    assert (got.format, len(got.tasks), own_rows(got.people)) == (kind, tasks, people)
    text = (SAMPLES / name).read_text()
    try:
        value = json.loads(text)
    except json.JSONDecodeError:
        value = [json.loads(line) for line in text.splitlines()]
    if isinstance(value, dict):
        value = [*value["cards"], *value["members"]]
    assert len(value) == tasks + people + len(got.dropped_rows)


def project_files():
    paths = [*SAMPLES.glob("mspdi/*.xml"), *SAMPLES.glob("gan/*.xml")]
    names = sorted(str(path.relative_to(SAMPLES)) for path in paths)
    return [name for name in names if not name.startswith(tuple(REFUSED))]


@pytest.mark.parametrize("name", project_files())
def test_a_project_is_read_like_its_elements_count(name):
    root = ElementTree.parse(SAMPLES / name).getroot()
    tasks = root.findall(f"{SPACE}Tasks/{SPACE}Task")
    real = [
        task
        for task in tasks
        if task.findtext(f"{SPACE}IsNull") != "1"
        and (task.findtext(f"{SPACE}UID"), task.findtext(f"{SPACE}OutlineLevel"))
        != ("0", "0")
    ]
    resources = root.findall(f"{SPACE}Resources/{SPACE}Resource")
    links = root.findall(f".//{SPACE}PredecessorLink")
    got = read(SAMPLES / name)
    assert len(got.tasks) == len(real)
    assert len(got.tasks) + len(got.people) + len(got.dropped_rows) == len(tasks) + len(
        resources
    )
    assert len(got.links) == len(links)
    assert len(got.calendars) == len(root.findall(f".//{SPACE}Calendar"))
    done = sum(
        float(task.findtext(f"{SPACE}PercentComplete") or 0) == 100 for task in real
    )
    assert sum(task.percent_done == 100 for task in got.tasks) == done
    nobody = sum(
        one.findtext(f"{SPACE}ResourceUID") == "-65535"
        for one in root.iter(f"{SPACE}Assignment")
    )
    unread = {column.name: column.filled for column in got.dropped_columns}
    assert unread.get("Assignment without a resource", 0) == nobody
    assert len(got.assignments) == len(
        root.findall(f".//{SPACE}Assignment")
    ) - nobody - unread.get("Assignment of other resources", 0)


def test_the_issues_of_a_jira_search_are_read():
    got = read(SAMPLES / "jira" / "focalboard_jira-export.xml")
    assert [task.external_id for task in got.tasks] == ["AR-9", "AR-1"]
    assert len(got.comments) == 1


def test_the_managers_of_a_large_company_are_found():
    got = read(SAMPLES / "hr" / "bumbeishvili_org.csv")
    with (SAMPLES / "hr" / "bumbeishvili_org.csv").open(newline="") as stream:
        rows = list(csv.DictReader(stream))
    expected = {row["id"]: row["parentId"] or None for row in rows}
    assert {person.external_id: person.manager for person in got.people} == expected


def test_there_is_no_third_outcome():
    read_count = refused = 0
    for path in sorted(SAMPLES.rglob("*")):
        if not path.is_file():
            continue
        name = str(path.relative_to(SAMPLES))
        expected = next(
            (w for start, w in REFUSED.items() if name.startswith(start)), None
        )
        try:
            got, found = read(path), detect(path)
        except Refused as refusal:
            assert not refusal.unexpected, (name, refusal)
            assert expected is not None, (name, refusal)
            assert expected in str(refusal), (name, refusal)
            assert io.StringIO(str(refusal)).readline() == str(refusal)
            refused += 1
            continue
        assert expected is None, name
        assert found.format == got.format
        assert msgspec.json.decode(msgspec.json.encode(got), type=Reading) == got
        assert {p for task in got.tasks for p in task.assignees} <= {
            person.external_id for person in got.people
        }
        assert {task.parent for task in got.tasks} <= {
            None,
            *(task.external_id for task in got.tasks),
        }
        read_count += 1
    assert read_count >= 130
    assert refused >= 2_900
