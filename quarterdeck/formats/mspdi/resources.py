"""Resource and assignment elements to people and their shares."""

from collections.abc import Container
from xml.etree.ElementTree import Element

from ..ledger import Ledger
from ..records import AssignmentRow, PersonRow, TimeOffRow
from ..refusals import Refused
from .attributes import Attributes
from .calendars import Calendars
from .elements import Fields

_NOBODY = "-65535"


class Resources:
    """Collects the people of a file; materials and costs are dropped rows."""

    def __init__(self, ledger: Ledger, attributes: Attributes) -> None:
        self.rows: dict[str, PersonRow] = {}
        self._ledger = ledger
        self._attributes = attributes
        self._others: set[str] = set()
        self._number = 0
        self._assignment = 0
        self._generic = 0
        self.assignments: dict[tuple[str, str], AssignmentRow] = {}

    def take(self, element: Element) -> None:
        """Read one ``Resource`` element into a person or a dropped row."""
        self._number += 1
        if self._number > self._ledger.limits.rows:
            raise Refused(f"The project has more than {self._number - 1:,} resources.")
        fields = Fields("Resource", self._number, element, self._ledger)
        uid, name = fields.text("UID"), " ".join(fields.text("Name").split())
        reason = self._not_a_person(fields, uid, name)
        if reason:
            self._others.add(uid)
            self._ledger.drop_row(self._number, f"resource {name or uid}", reason)
            return
        self._attributes.labels(element, "Resource")
        self._generic += fields.flag("IsGeneric")
        first, last = fields.moment("AvailableFrom"), fields.moment("AvailableTo")
        calendar = fields.text("CalendarUID")
        self.rows[uid] = PersonRow(
            external_id=uid,
            row=self._number,
            name=name,
            email=fields.text("EmailAddress"),
            team=fields.text("Group"),
            employment_type="generic" if fields.flag("IsGeneric") else "",
            starts_on=first.date() if first else None,
            ends_on=last.date() if last else None,
            capacity=_share(fields),
            calendar=calendar if calendar not in ("", "-1") else None,
        )

    def _not_a_person(self, fields: Fields, uid: str, name: str) -> str:
        if fields.flag("IsCostResource") or fields.text("Type") == "2":
            return "it is a cost, not a person"
        if fields.text("Type") == "0":
            return "it is a material, not a person"
        if fields.flag("IsBudget"):
            return "it is a budget, not a person"
        if uid == "0" and name.casefold() in ("", "unassigned"):
            return "it stands for nobody"
        if not name:
            return "it has no name"
        if not uid or uid in self.rows:
            return "its UID is missing or already that of another resource"
        return ""

    def assign(self, element: Element, tasks: Container[str]) -> None:
        """Read one ``Assignment`` element."""
        self._assignment += 1
        fields = Fields("Assignment", self._assignment, element, self._ledger)
        task, person = fields.text("TaskUID"), fields.text("ResourceUID")
        if person == _NOBODY or not person:
            reason = "nobody is assigned; the task carries its hours"
            self._ledger.drop_column("Assignment without a resource", reason, 1)
        elif person in self._others:
            reason = "the resource is not a person"
            self._ledger.drop_column("Assignment of other resources", reason, 1)
        elif task not in tasks or person not in self.rows:
            missing, uid = ("resource", person) if task in tasks else ("task", task)
            reason = f"the file has no {missing} with this UID"
            self._ledger.remark(self._assignment, "Assignment", uid, reason)
        elif (task, person) in self.assignments:
            reason = "this person is already assigned to this task"
            self._ledger.remark(self._assignment, "Assignment", person, reason)
        else:
            self.assignments[task, person] = AssignmentRow(
                task=task,
                person=person,
                share=fields.number("Units"),
                hours=fields.hours("Work"),
            )

    def assignees(self) -> dict[str, list[str]]:
        """The people of each task."""
        people: dict[str, list[str]] = {}
        for task, person in self.assignments:
            people.setdefault(task, []).append(person)
        return people

    def settle(self, calendars: Calendars) -> tuple[TimeOffRow, ...]:
        """Days off in people's own calendars; report what was noticed."""
        if self._generic:
            self._ledger.note(
                f"Generic roles among the resources: {self._generic:,}; they were kept "
                "as people of the type “generic”."
            )
        return tuple(
            TimeOffRow(
                person=person.external_id,
                starts_on=span.starts_on,
                ends_on=span.ends_on,
                name=span.name,
            )
            for person in self.rows.values()
            for span in calendars.days_off(person.calendar or "")
        )


def _share(fields: Fields) -> float | None:
    units = fields.number("MaxUnits")
    return None if units is None or units < 0 else round(units, 6)
