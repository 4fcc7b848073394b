"""Readers and writers of the files in which people's projects live.

``detect`` says what a file is, ``read`` turns it into records, the ``write_…``
functions export tables. Pure: no database, no network, no clock. A file that is
not read raises ``Refused`` with one sentence; nothing else is raised.
"""

from .limits import Limits
from .reading import detect, read
from .records import (
    AssignmentRow,
    CalendarException,
    CalendarRow,
    Column,
    CommentRow,
    Detection,
    DroppedColumn,
    DroppedRow,
    LinkRow,
    PersonRow,
    ProjectRow,
    Reading,
    Remark,
    TaskRow,
    TimeOffRow,
)
from .refusals import Refused
from .writing import (
    guarded,
    write_people_csv,
    write_people_xlsx,
    write_table_csv,
    write_table_xlsx,
    write_tasks_csv,
    write_tasks_xlsx,
)

__all__ = [
    "AssignmentRow",
    "CalendarException",
    "CalendarRow",
    "Column",
    "CommentRow",
    "Detection",
    "DroppedColumn",
    "DroppedRow",
    "Limits",
    "LinkRow",
    "PersonRow",
    "ProjectRow",
    "Reading",
    "Refused",
    "Remark",
    "TaskRow",
    "TimeOffRow",
    "detect",
    "guarded",
    "read",
    "write_people_csv",
    "write_people_xlsx",
    "write_table_csv",
    "write_table_xlsx",
    "write_tasks_csv",
    "write_tasks_xlsx",
]
