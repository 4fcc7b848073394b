from datetime import UTC, date, datetime

ASANA = "Task ID,Created At,Completed At,Name,Section/Column,Assignee,Assignee Email,"
LINEAR = "ID,Team,Title,Description,Status,Estimate,Priority,Project,Assignee,Labels,"
TODOIST = "TYPE,CONTENT,DESCRIPTION,PRIORITY,INDENT,AUTHOR,RESPONSIBLE,DATE,DURATION,"


def test_asana_sections_are_statuses_or_labels(reading):
    got = reading(
        "a.csv",
        f"{ASANA}Due Date,Tags,Projects,Parent task\n"
        "1,2026-09-01,,Brief,In progress,Ann,a@x.org,2026-10-01,x,Launch,\n"
        "2,2026-09-01,2026-09-03,Venue,Backstage,Bob,,,,Launch,Brief\n",
    )
    one, two = got.tasks
    assert (got.format, one.status, one.labels) == ("asana_csv", "doing", ("x",))
    assert (two.status, two.labels, two.parent) == ("done", ("Backstage",), "1")
    assert got.people[0].email == "a@x.org"
    assert [project.title for project in got.projects] == ["Launch"]


def test_linear_estimates_are_points(reading):
    got = reading(
        "a.csv",
        f"{LINEAR}Created,Updated,Due Date,Parent issue\n"
        "P-1,Core,Ship,,In Progress,3,High,Core,ann,Bug,2026-08-01T09:00:00.000Z,,,\n"
        "P-2,Core,Test,,Canceled,,No priority,Core,,,,,2026-09-01,P-1\n",
    )
    one, two = got.tasks
    assert (one.story_points, one.priority, one.status) == (3, "high", "doing")
    assert one.created_at == datetime(2026, 8, 1, 9, tzinfo=UTC)
    assert (two.parent, two.status, two.priority) == ("P-1", "cancelled", "normal")
    assert two.deadline == date(2026, 9, 1)


def test_todoist_rows_of_other_kinds_are_folded_in(reading):
    got = reading(
        "a.csv",
        f"{TODOIST}DURATION_UNIT,IS_COLLAPSED\n"
        "section,Home,,,,,,,,,FALSE\n"
        "task,Milk @errands,,1,1,ann,Bob (2),2026-08-01,30,minute,\n"
        "note,a comment,,,,,,,,,\n"
        "task,Call,,4,2,ann,,tomorrow,,,\n",
    )
    milk, call = got.tasks
    assert (milk.title, milk.labels) == ("Milk", ("errands", "Home"))
    assert (milk.priority, milk.estimate_low) == ("urgent", 0.5)
    assert milk.planned_start == date(2026, 8, 1)
    assert (call.parent, call.priority) == (milk.external_id, "low")
    assert [comment.text for comment in got.comments] == ["a comment"]
    assert [row.row for row in got.dropped_rows] == [2, 4]
    assert [remark.value for remark in got.remarks] == ["tomorrow"]


def test_ticktick_is_found_below_its_preamble(reading):
    got = reading(
        "a.csv",
        '\ufeff"Date: 2025-11-25+0000"\n"Version: 7.1"\n"Status: \n0 Normal"\n'
        '"List Name","Title","Kind","Status","Priority","taskId","parentId"\n'
        '"Alpha","One","TEXT","2","5","1",""\n"Alpha","Two","TEXT","0","0","2","1"\n',
    )
    one, two = got.tasks
    assert (got.format, one.status, one.priority) == ("ticktick_csv", "done", "high")
    assert two.parent == "1"
    assert len(got.dropped_rows) == 3
