"""The whole file, read as a stream."""

import io
from dataclasses import replace
from xml.etree.ElementTree import Element

from ..checks import refuse_cycles
from ..dates import parse_sure_moment
from ..durations import parse_number
from ..ledger import Ledger
from ..limits import Limits
from ..records import ProjectRow, Reading
from ..refusals import Refused
from ..sources import Source
from ..text import clean
from ..xml import events, local
from .attributes import Attributes
from .calendars import Calendars
from .elements import READ, carries, reason_for
from .resources import Resources
from .tasks import Tasks


def read_mspdi(source: Source, limits: Limits, ledger: Ledger) -> Reading:
    """Read a Microsoft Project XML file.

    Refused when it is not well-formed, has neither tasks nor people, or its
    links run in a circle.
    """
    return _File(source, limits, ledger).read()


class _File:
    def __init__(self, source: Source, limits: Limits, ledger: Ledger) -> None:
        self._source = source
        self._limits = limits
        self._ledger = ledger
        self._about: dict[str, str] = {}
        self._attributes = Attributes(ledger)
        self._calendars = Calendars(ledger)
        self._tasks = Tasks(ledger, self._attributes)
        self._resources = Resources(ledger, self._attributes)

    def read(self) -> Reading:
        if self._source.raw.count(b"<Task>") > self._limits.rows:
            raise Refused(f"The project has more than {self._limits.rows:,} tasks.")
        for depth, element in events(io.BytesIO(self._source.raw), self._limits):
            if depth == 2:
                self._learn(element)
            elif depth == 3:
                self._take(element)
        if not self._tasks.rows and not self._resources.rows:
            raise Refused("The Microsoft Project file has neither tasks nor people.")
        project = self._project()
        self._tasks.assign(self._resources.assignees())
        links = self._tasks.links()
        self._check(links)
        self._tasks.report()
        self._ledger.note("Planned dates and deadlines are kept without a time of day.")
        time_off = self._resources.settle(self._calendars)
        tasks = (
            replace(t, project=project.external_id) for t in self._tasks.rows.values()
        )
        return Reading(
            format="mspdi",
            source=project.title,
            projects=(project,),
            people=self._people(),
            tasks=tuple(tasks),
            links=links,
            assignments=tuple(self._resources.assignments.values()),
            calendars=self._calendars.rows(),
            time_off=time_off,
            dropped_columns=self._ledger.dropped_columns,
            dropped_rows=self._ledger.dropped_rows,
            remarks=self._ledger.remarks,
            notes=self._ledger.notes,
        )

    def _learn(self, element: Element) -> None:
        """Keep what the project says about itself; report what is not read."""
        name, text = local(element.tag), clean(element.text or "")
        self._about[name] = text
        if name == "MinutesPerWeek":
            minutes = parse_number(text) or 0
            if 0 < minutes <= 10080:
                self._tasks.working_share = minutes / 10080

    def _take(self, element: Element) -> None:
        kind = local(element.tag)
        if kind == "Task":
            self._tasks.take(element)
        elif kind == "Resource":
            self._resources.take(element)
        elif kind == "Assignment":
            self._resources.assign(element, self._tasks.rows)
        elif kind == "Calendar":
            self._calendars.take(element)
        elif kind == "ExtendedAttribute":
            self._attributes.define(element)
        elif kind == "OutlineCode":
            reason = "codes of the outline are not read"
            self._ledger.drop_column("Project/OutlineCode", reason, 1)

    def _project(self) -> ProjectRow:
        about = self._about
        start = parse_sure_moment(about.get("StartDate", ""), self._limits)
        finish = parse_sure_moment(about.get("FinishDate", ""), self._limits)
        for name, text in about.items():
            if name not in READ["Project"] and carries(text):
                reason = reason_for(name, "it is a setting of the project")
                self._ledger.drop_column(f"Project/{name}", reason, 1)
        title = about.get("Title") or about.get("Name") or self._source.title
        return ProjectRow(
            external_id=about.get("GUID") or title,
            title=title,
            description=about.get("Comments") or about.get("Subject", ""),
            starts_on=start.date() if start else None,
            ends_on=finish.date() if finish else None,
        )

    def _people(self) -> tuple:  # type: ignore[type-arg]
        known = self._calendars
        return tuple(
            person
            if person.calendar is None or person.calendar in known
            else replace(person, calendar=None)
            for person in self._resources.rows.values()
        )

    def _check(self, links: tuple) -> None:  # type: ignore[type-arg]
        following: dict[str, list[str]] = {}
        for link in links:
            following.setdefault(link.predecessor, []).append(link.successor)
        titles = {uid: task.title for uid, task in self._tasks.rows.items()}
        refuse_cycles(following, "The links between tasks", titles.__getitem__)
