from datetime import UTC, date, datetime

import pytest

from quarterdeck.formats import Refused, read

HEADER = (
    "Summary,Issue key,Issue id,Issue Type,Status,Project key,Project name,Assignee,"
    "Created,Original estimate,Sprint,Sprint,Inward issue link (Blocks),"
    "Outward issue link (Blocks),Outward issue link (Relates),"
    "Custom field (Story Points),Comment,Comment,Parent,Watchers\n"
)
ROWS = (
    "One,AB-1,101,Epic,To Do,AB,Alpha,,25/Feb/26 10:17 PM,,,,,,,,,,,\n"
    "Two,AB-2,102,Bug,In Progress,AB,Alpha,Ann,26/Feb/26 9:00 AM,7200,S1,S2,,AB-3,AB-1,"
    "5,25/Feb/26 10:17 PM;ann;Look here; please,plain words,101,Bob\n"
    "Three,AB-3,103,Task,Done,AB,Alpha,Ann,27/Feb/26 9:00 AM,,,,AB-2,,,,,,AB-1\n"
)


@pytest.fixture
def issues(reading):
    return reading("jira.csv", "\ufeff" + HEADER + ROWS)


def test_issues_become_tasks(issues):
    two = issues.tasks[1]
    assert issues.format == "jira_csv"
    assert (two.external_id, two.title, two.status) == ("AB-2", "Two", "doing")
    assert (two.project, two.story_points, two.estimate_low) == ("AB", 5, 2)
    assert two.created_at == datetime(2026, 2, 26, 9)
    assert two.labels == ("Bug", "S1", "S2")


def test_a_parent_is_found_by_its_number_or_key(issues):
    assert [task.parent for task in issues.tasks] == [None, "AB-1", "AB-1"]


def test_a_link_told_from_both_sides_is_one_link(issues):
    assert [(k.predecessor, k.successor) for k in issues.links] == [("AB-2", "AB-3")]


def test_links_without_an_order_are_reported(issues):
    dropped = {column.name for column in issues.dropped_columns}
    assert dropped == {"Outward issue link (Relates)", "Watchers"}


def test_comments_are_parted(issues):
    first, second = issues.comments
    assert (first.author, first.text) == ("ann", "Look here; please")
    assert first.written_at == datetime(2026, 2, 25, 22, 17)
    assert (second.author, second.text) == ("", "plain words")


ITEM = """<rss version="0.92"><channel><item>
<title>[AB-1] One</title><link>https://x.org/AB-1</link>
<project id="1" key="AB">Alpha</project>
<description>&lt;p&gt;First&lt;br/&gt;second&lt;/p&gt;</description>
<key id="7">AB-1</key><summary>One</summary><type>Bug</type>
<status>Cooking</status><statusCategory key="indeterminate"/>
<assignee accountid="-1">Unassigned</assignee>
<created>Fri, 24 Sep 2021 14:22:15 +0000</created><due></due>
<timeoriginalestimate seconds="3600">1 hour</timeoriginalestimate>
<labels><label>x</label><label>y</label></labels>
<comments><comment author="ann" created="Fri, 24 Sep 2021 14:22:15 +0000">Hi</comment>
</comments></item></channel></rss>"""


def test_the_xml_export_is_read_like_the_csv(reading):
    got = reading("jira.xml", ITEM)
    (task,) = got.tasks
    assert (got.format, task.external_id, task.status) == ("jira_xml", "AB-1", "doing")
    assert (task.description, task.estimate_low) == ("First\nsecond", 1)
    assert (task.labels, task.assignees) == (("Bug", "x", "y"), ())
    assert task.created_at == datetime(2021, 9, 24, 14, 22, 15, tzinfo=UTC)
    assert [comment.text for comment in got.comments] == ["Hi"]


def test_other_rss_is_refused(put):
    with pytest.raises(Refused, match="news"):
        read(
            put("a.xml", "<rss><channel><item><title>x</title></item></channel></rss>")
        )


def test_dates_keep_their_meaning(reading):
    row = "a,AB-1,1,Task,To Do,6/21/2025 16:14,7/1/2025\n"
    head = "Summary,Issue key,Issue id,Issue Type,Status,Created,Due date\n"
    (task,) = reading("a.csv", head + row).tasks
    assert task.deadline == date(2025, 7, 1)
