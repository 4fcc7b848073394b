"""What a read file looks like: plain, frozen records.

Only strings, numbers, dates, tuples and nested records occur, so a whole
``Reading`` can be sent through a pipe. Moments keep the time zone the file
gives; without one they are naive, as written.
"""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectRow:
    """A project named in the file."""

    external_id: str
    title: str
    description: str = ""
    accountable: str | None = None
    starts_on: date | None = None
    ends_on: date | None = None
    row: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskRow:
    """A task.

    ``row`` is the record number in a table (the header counts) or the element
    number in a tree. ``project``, ``parent``, ``assignees`` and ``accountable``
    hold external ids found in the same reading. Estimates, ``remaining`` and
    ``spent`` are hours; ``percent_done`` runs from 0 to 100; ``outline`` marks a
    summary of other tasks; ``done_at`` is also when a task was cancelled;
    ``status`` is one of backlog, todo, doing, waiting,
    done, cancelled and ``priority`` one of urgent, high, normal, low.
    """

    external_id: str
    row: int
    title: str
    project: str | None = None
    parent: str | None = None
    outline: bool = False
    milestone: bool = False
    description: str = ""
    why: str = ""
    definition_of_done: str = ""
    estimate_low: float | None = None
    estimate_high: float | None = None
    remaining: float | None = None
    spent: float | None = None
    status: str = "todo"
    raw_status: str = ""
    priority: str = "normal"
    deadline: date | None = None
    planned_start: date | None = None
    planned_end: date | None = None
    created_at: datetime | None = None
    started_at: datetime | None = None
    done_at: datetime | None = None
    percent_done: float | None = None
    assignees: tuple[str, ...] = ()
    accountable: str | None = None
    labels: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    story_points: float | None = None
    blocked_reason: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRow:
    """A person.

    ``row`` is None for somebody who has no row of their own and is only
    mentioned by tasks. ``manager`` is the external id of another person of the
    reading. ``capacity`` is a share of full time (1.0 = full), ``calendar`` the
    external id of a calendar, ``skills`` pairs of name and level or None.
    """

    external_id: str
    name: str
    row: int | None = None
    email: str = ""
    position: str = ""
    department: str = ""
    team: str = ""
    manager: str | None = None
    employment_type: str = ""
    starts_on: date | None = None
    ends_on: date | None = None
    weekly_hours: float | None = None
    capacity: float | None = None
    calendar: str | None = None
    location: str = ""
    skills: tuple[tuple[str, float | None], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkRow:
    """An order in time between two tasks.

    ``kind`` is FS, SS, FF or SF; ``lag_hours`` are working hours, negative for
    an overlap.
    """

    predecessor: str
    successor: str
    kind: str = "FS"
    lag_hours: float = 0.0
    row: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignmentRow:
    """A person's share (1.0 = full time) and hours on one task."""

    task: str
    person: str
    share: float | None = None
    hours: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarException:
    """Days, both inclusive, with other hours than the week has (0 = off)."""

    starts_on: date
    ends_on: date
    hours: float
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarRow:
    """A working calendar.

    ``hours_by_weekday`` are seven floats, Monday first, or empty when the
    calendar takes its week from ``base``.
    """

    external_id: str
    name: str
    base: str | None = None
    hours_by_weekday: tuple[float, ...] = ()
    exceptions: tuple[CalendarException, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeOffRow:
    """Days, both inclusive, on which a person does not work."""

    person: str
    starts_on: date
    ends_on: date
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CommentRow:
    """What somebody wrote about a task; ``author`` as the file names them."""

    task: str
    text: str
    author: str = ""
    written_at: datetime | None = None
    row: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A source column; ``position`` counts from 1, ``samples`` are up to three.

    ``key`` is the name, or "name#2" for the second column of that name: the
    word to use in a mapping. ``field`` is None when the column is not read.
    """

    name: str
    key: str
    position: int
    field: str | None
    filled: int
    samples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DroppedColumn:
    """A column or kind of element that carries data and is not read."""

    name: str
    reason: str
    filled: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DroppedRow:
    """A row or element that did not become a record."""

    row: int
    name: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """A value that was not taken from a row that was."""

    row: int
    column: str
    value: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Detection:
    """What a file seems to be.

    ``kind`` is "tasks", "people" or "" when the columns do not tell;
    ``header_row`` counts from 1 and is None for files that are not tables;
    ``confidence`` runs from 0 to 1.
    """

    format: str
    title: str
    kind: str = ""
    confidence: float = 1.0
    encoding: str = ""
    delimiter: str = ""
    header_row: int | None = None
    columns: tuple[Column, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A file as read, with everything that was left out and why."""

    format: str
    source: str
    projects: tuple[ProjectRow, ...] = ()
    people: tuple[PersonRow, ...] = ()
    tasks: tuple[TaskRow, ...] = ()
    links: tuple[LinkRow, ...] = ()
    assignments: tuple[AssignmentRow, ...] = ()
    calendars: tuple[CalendarRow, ...] = ()
    time_off: tuple[TimeOffRow, ...] = ()
    comments: tuple[CommentRow, ...] = ()
    columns: tuple[Column, ...] = ()
    dropped_columns: tuple[DroppedColumn, ...] = ()
    dropped_rows: tuple[DroppedRow, ...] = ()
    remarks: tuple[Remark, ...] = ()
    notes: tuple[str, ...] = ()
