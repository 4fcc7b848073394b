from datetime import date, datetime

import pytest

from quarterdeck.formats import Refused, read
from tests.formats.conftest import project_xml

WEEK = "".join(
    f"<WeekDay><DayType>{day}</DayType><DayWorking>{int(1 < day < 7)}</DayWorking>"
    + (
        "<WorkingTimes><WorkingTime><FromTime>08:00:00</FromTime>"
        "<ToTime>12:00:00</ToTime></WorkingTime><WorkingTime>"
        "<FromTime>13:00:00</FromTime><ToTime>17:00:00</ToTime></WorkingTime>"
        "</WorkingTimes>"
        if 1 < day < 7
        else ""
    )
    + "</WeekDay>"
    for day in range(1, 8)
)
OFF = (
    "<Exceptions><Exception><Name>Leave</Name><Type>1</Type><DayWorking>0</DayWorking>"
    "<TimePeriod><FromDate>2026-08-03T00:00:00</FromDate>"
    "<ToDate>2026-08-14T23:59:00</ToDate></TimePeriod></Exception>"
    "<Exception><Name>Every</Name><Type>4</Type><Period>2</Period></Exception>"
    "</Exceptions>"
)


def task(uid, name="x", level=1, more=""):
    return (
        f"<Task><UID>{uid}</UID><ID>{uid}</ID><Name>{name}</Name>"
        f"<OutlineLevel>{level}</OutlineLevel>{more}</Task>"
    )


def link(uid, kind=1, lag=0, layout=7, more=""):
    return (
        f"<PredecessorLink><PredecessorUID>{uid}</PredecessorUID><Type>{kind}</Type>"
        f"<LinkLag>{lag}</LinkLag><LagFormat>{layout}</LagFormat>{more}</PredecessorLink>"
    )


def tasks(*elements):
    return project_xml("<Title>P</Title><Tasks>" + "".join(elements) + "</Tasks>")


def test_the_outline_gives_parents(reading):
    got = reading(
        "a.xml",
        tasks(
            task(0, "P", 0),
            task(1, "A", 1, "<Summary>1</Summary>"),
            task(2, "B", 2),
            task(3, "C", 2, "<Milestone>1</Milestone>"),
            task(4, "D", 1),
            "<Task><UID>5</UID><IsNull>1</IsNull></Task>",
        ),
    )
    assert [(t.title, t.parent) for t in got.tasks] == [
        ("A", None),
        ("B", "1"),
        ("C", "1"),
        ("D", None),
    ]
    assert got.tasks[0].outline and got.tasks[2].milestone
    assert [row.row for row in got.dropped_rows] == [1, 6]
    assert got.projects[0].title == "P"


def test_work_comes_before_duration(reading):
    got = reading(
        "a.xml",
        tasks(
            task(1, more="<Duration>PT8H0M0S</Duration><Work>PT20H0M0S</Work>"
                 "<RemainingWork>PT5H0M0S</RemainingWork>"
                 "<ActualWork>PT15H0M0S</ActualWork>"),
            task(2, more="<Duration>PT16H0M0S</Duration><Work>PT0H0M0S</Work>"),
            task(3, more="<Duration>PT168H0M0S</Duration>"
                 "<DurationFormat>8</DurationFormat>"),
        ),
    )  # fmt: skip
    one, two, three = got.tasks
    assert (one.estimate_low, one.remaining, one.spent) == (20, 5, 15)
    assert two.estimate_low == 16
    assert three.estimate_low == 40
    assert any("Tasks without work: 2" in note for note in got.notes)


def test_progress_dates_and_priority_are_read(reading):
    more = (
        "<PercentComplete>100</PercentComplete><Priority>900</Priority>"
        "<Deadline>2026-03-01T17:00:00</Deadline><Start>2026-02-01T08:00:00</Start>"
        "<ActualStart>2026-02-02T08:00:00</ActualStart>"
        "<ActualFinish>2026-02-03T17:00:00</ActualFinish>"
        "<Notes>why not</Notes><HyperlinkAddress>https://x.org</HyperlinkAddress>"
    )
    (one,) = reading("a.xml", tasks(task(1, more=more))).tasks
    assert (one.status, one.priority, one.percent_done) == ("done", "urgent", 100)
    assert (one.deadline, one.planned_start) == (date(2026, 3, 1), date(2026, 2, 1))
    assert one.done_at == datetime(2026, 2, 3, 17)
    assert (one.description, one.url) == ("why not", "https://x.org")


def test_links_have_kind_and_lag(reading):
    got = reading(
        "a.xml",
        tasks(
            task(1, more="<Duration>PT10H0M0S</Duration>"),
            task(2, more=link(1, 3, 4800)),
            task(3, more=link(2, 0, -2400) + link(1, 2, 50, 19)),
            task(4, more=link(99) + link(1, more="<CrossProject>1</CrossProject>")),
        ),
    )
    found = [(k.predecessor, k.successor, k.kind, k.lag_hours) for k in got.links]
    assert found == [("1", "2", "SS", 8), ("2", "3", "FF", -4), ("1", "3", "SF", 5)]
    assert [r.reason for r in got.remarks] == [
        "the file has no task with this UID",
        "it leads to another project",
    ]


def test_a_circle_of_links_is_refused_by_name(put):
    text = tasks(
        task(1, "A", more=link(3)),
        task(2, "B", more=link(1)),
        task(3, "C", more=link(2)),
    )
    with pytest.raises(Refused, match=r"A → B → C → A|→ A → B →|→ B → C →"):
        read(put("a.xml", text))


def test_absurd_values_are_remarks(reading):
    more = "<Work>-PT8H0M0S</Work><Deadline>0001-01-01T00:00:00</Deadline>"
    more += "<Start>9999-12-31T00:00:00</Start><Duration>PT99999999H0M0S</Duration>"
    got = reading("a.xml", tasks(task(1, more=more)))
    assert {remark.column for remark in got.remarks} == {
        "Task/Work",
        "Task/Deadline",
        "Task/Start",
        "Task/Duration",
    }


def test_people_shares_and_leave_are_read(reading):
    got = reading(
        "a.xml",
        project_xml(
            f"<Calendars><Calendar><UID>1</UID><Name>Standard</Name>"
            f"<IsBaseCalendar>1</IsBaseCalendar><WeekDays>{WEEK}</WeekDays></Calendar>"
            f"<Calendar><UID>2</UID><Name>Ann</Name><IsBaseCalendar>0</IsBaseCalendar>"
            f"<BaseCalendarUID>1</BaseCalendarUID>{OFF}</Calendar></Calendars><Tasks>"
            + task(1)
            + "</Tasks><Resources><Resource><UID>0</UID></Resource>"
            "<Resource><UID>1</UID><Name>Ann</Name><Type>1</Type>"
            "<MaxUnits>0.8</MaxUnits><Group>Ops</Group><CalendarUID>2</CalendarUID>"
            "<EmailAddress>ann@x.org</EmailAddress></Resource>"
            "<Resource><UID>2</UID><Name>Steel</Name><Type>0</Type></Resource>"
            "<Resource><UID>3</UID><Name>Travel</Name>"
            "<IsCostResource>1</IsCostResource></Resource></Resources><Assignments>"
            "<Assignment><TaskUID>1</TaskUID><ResourceUID>1</ResourceUID>"
            "<Units>0.5</Units><Work>PT12H0M0S</Work></Assignment>"
            "<Assignment><TaskUID>1</TaskUID><ResourceUID>-65535</ResourceUID>"
            "</Assignment>"
            "<Assignment><TaskUID>7</TaskUID><ResourceUID>1</ResourceUID></Assignment>"
            "</Assignments>"
        ),
    )
    (ann,) = got.people
    assert (ann.capacity, ann.team, ann.email) == (0.8, "Ops", "ann@x.org")
    assert got.tasks[0].assignees == ("1",)
    assert [(a.share, a.hours) for a in got.assignments] == [(0.5, 12)]
    assert [(off.person, off.starts_on, off.ends_on) for off in got.time_off] == [
        ("1", date(2026, 8, 3), date(2026, 8, 14))
    ]
    standard, own = got.calendars
    assert standard.hours_by_weekday == (8, 8, 8, 8, 8, 0, 0)
    assert (own.base, own.hours_by_weekday) == ("1", ())
    assert {row.name for row in got.dropped_rows} == {
        "resource 0",
        "resource Steel",
        "resource Travel",
    }
    assert {remark.column for remark in got.remarks} == {
        "Calendar/Exception",
        "Assignment",
    }


def test_named_custom_fields_become_labels(reading):
    value = (
        "<ExtendedAttribute><FieldID>{}</FieldID><Value>v</Value></ExtendedAttribute>"
    )
    got = reading(
        "a.xml",
        project_xml(
            "<ExtendedAttributes><ExtendedAttribute><FieldID>1</FieldID>"
            "<FieldName>Text1</FieldName><Alias>Customer</Alias></ExtendedAttribute>"
            "<ExtendedAttribute><FieldID>2</FieldID><FieldName>Text2</FieldName>"
            "</ExtendedAttribute></ExtendedAttributes><Tasks>"
            + task(1, more=value.format(1) + value.format(2) + "<Baseline><Number>0"
                   "</Number></Baseline><Cost>5</Cost>")
            + "</Tasks>"
        ),
    )  # fmt: skip
    assert got.tasks[0].labels == ("Customer: v",)
    assert {(c.name, c.filled) for c in got.dropped_columns} == {
        ("Task/Text2", 1),
        ("Task/Baseline", 1),
        ("Task/Cost", 1),
    }


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("<APIBusinessObjects/>", "Primavera P6 XML"),
        ('<project name=""/>', "GanttProject"),
        ("<html/>", "web page"),
        ("<plan/>", "root element “plan”"),
        (project_xml(""), "neither tasks nor people"),
        (project_xml("<Tasks><Task>")[:-10], "not well-formed"),
    ],
)
def test_other_xml_is_refused(put, text, words):
    with pytest.raises(Refused, match=words):
        read(put("a.xml", text))
