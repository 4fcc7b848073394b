"""Elements of the schema: which are read, and why the others are not."""

from collections.abc import Iterator
from datetime import datetime
from xml.etree.ElementTree import Element

from ..dates import parse_moment
from ..durations import parse_iso_hours, parse_number
from ..ledger import Ledger
from ..text import clean
from ..xml import local

_CALCULATED = "Microsoft Project calculates it from the rest"
_COST = "costs and rates are not read"
_DISPLAY = "it only says how Microsoft Project shows or calculates"
_NO_PLACE = "there is no place for it"
_ZERO = frozenset(
    [
        "0",
        "0.0",
        "0.00",
        "-1",
        "PT0H0M0S",
        "PT0M0S",
        "PT0S",
        "false",
        "1984-01-01T00:00:00",
        "NA",
        "-65535",
    ]
)

READ = {
    "Project": frozenset(
        [
            "Title",
            "Name",
            "StartDate",
            "FinishDate",
            "Manager",
            "Subject",
            "Comments",
            "Tasks",
            "Resources",
            "Assignments",
            "Calendars",
            "ExtendedAttributes",
            "MinutesPerWeek",
            "MinutesPerDay",
            "DaysPerMonth",
            "CalendarUID",
            "SaveVersion",
            "OutlineCodes",
        ]
    ),
    "Task": frozenset(
        [
            "UID",
            "ID",
            "Name",
            "IsNull",
            "OutlineLevel",
            "Priority",
            "Start",
            "Finish",
            "Duration",
            "DurationFormat",
            "Milestone",
            "Summary",
            "PercentComplete",
            "Work",
            "ActualWork",
            "RemainingWork",
            "RemainingDuration",
            "ActualDuration",
            "ActualStart",
            "ActualFinish",
            "Deadline",
            "Notes",
            "CreateDate",
            "Active",
            "HyperlinkAddress",
            "PredecessorLink",
            "ExtendedAttribute",
        ]
    ),
    "Resource": frozenset(
        [
            "UID",
            "ID",
            "Name",
            "Type",
            "IsNull",
            "MaxUnits",
            "Group",
            "EmailAddress",
            "CalendarUID",
            "AvailableFrom",
            "AvailableTo",
            "IsGeneric",
            "IsBudget",
            "IsCostResource",
            "ExtendedAttribute",
        ]
    ),
    "Assignment": frozenset(["UID", "TaskUID", "ResourceUID", "Units", "Work"]),
}
_REASONS = {
    reason: frozenset(names.split())
    for reason, names in {
        _CALCULATED: "EarlyStart EarlyFinish LateStart LateFinish StartVariance "
        "FinishVariance WorkVariance FreeSlack TotalSlack StartSlack FinishSlack "
        "Critical OutlineNumber WBS WBSLevel RegularWork PeakUnits OverAllocated "
        "Overallocated PercentWorkComplete Estimated EarnedValueMethod CV SV VAC ACWP "
        "BCWS BCWP LinkedFields Stop Resume ResumeValid Finish Start Milestone "
        "RemainingWork ActualWork ActualStart ActualFinish PhysicalPercentComplete "
        "Work CreationDate CriticalSlackLimit ExternalTask UpdateNeeded",
        _COST: "Cost ActualCost RemainingCost FixedCost FixedCostAccrual "
        "OvertimeCost ActualOvertimeCost RemainingOvertimeCost StandardRate "
        "StandardRateFormat OvertimeRate OvertimeRateFormat CostPerUse "
        "CostVariance CostRateTable AccrueAt Rates RateScale BudgetCost "
        "CurrencySymbol CurrencyCode CurrencyDigits CurrencySymbolPosition "
        "DefaultStandardRate DefaultOvertimeRate",
        _DISPLAY: "Type EffortDriven HideBar Rollup LevelAssignments LevelingCanSplit "
        "LevelingDelay LevelingDelayFormat IgnoreResourceCalendar IsPublished "
        "CommitmentType Manual DisplayAsSummary FreeformDurationFormat CanLevel "
        "WorkGroup HasFixedRateUnits FixedMaterial WorkContour BookingType Views "
        "Filters Groups Tables Maps Reports Drawings DataLinks VBAProjects GUID "
        "Initials ID BoardStatusColumnOrderingID SprintColumnOrderingID "
        "NextAvailableBoardStatusColumnOrderingID NextAvailableSprintOrderingID",
        "baselines are not read": "Baseline",
        "figures day by day are not read": "TimephasedData",
        "dates that a task is tied to are not read": "ConstraintType ConstraintDate",
        "how availability changes over time is not read": "AvailabilityPeriods",
        "only the calendars of people are followed": "CalendarUID",
        "planned dates are taken from Start and Finish": "ManualStart ManualFinish "
        "ManualDuration PreLeveledStart PreLeveledFinish StartText FinishText "
        "DurationText",
    }.items()
}
_REASON_OF = {name: reason for reason, names in _REASONS.items() for name in names}


def carries(text: str) -> bool:
    """Whether a text is more than blank, zero or the default of its element."""
    return text.strip() not in _ZERO and not text.isspace() and bool(text)


def reason_for(name: str, otherwise: str) -> str:
    """Why an element of that name is not read."""
    return _REASON_OF.get(name, otherwise)


def leaves(element: Element) -> dict[str, str]:
    """The texts of the children that have no children of their own."""
    return {
        local(child.tag): clean(child.text or "")
        for child in element
        if not len(child) and child.text
    }


def parts(element: Element, name: str) -> Iterator[Element]:
    """Children of that name, whatever their namespace."""
    return (child for child in element if local(child.tag) == name)


class Fields:
    """The leaves of one element, read by type; bad values become remarks."""

    def __init__(self, kind: str, row: int, element: Element, ledger: Ledger) -> None:
        self.row = row
        self._kind = kind
        self._texts = leaves(element)
        self._ledger = ledger
        for child in element:
            self._account(child)

    def text(self, name: str) -> str:
        return self._texts.get(name, "")

    def flag(self, name: str) -> bool:
        return self._texts.get(name, "") in ("1", "true")

    def whole(self, name: str, default: int = 0) -> int:
        number = self.number(name)
        return default if number is None else int(number)

    def number(self, name: str) -> float | None:
        text = self._texts.get(name)
        if not text:
            return None
        number = parse_number(text) if len(text) < 40 else _short(text)
        if number is None:
            self._reject(name, text, "it is not a number")
        return number

    def hours(self, name: str) -> float | None:
        text = self._texts.get(name)
        if not text:
            return None
        hours = parse_iso_hours(text)
        if hours is None:
            self._reject(name, text, "it is not a duration")
        elif hours < 0:
            self._reject(name, text, "a duration cannot be negative")
        elif hours > self._ledger.limits.hours:
            self._reject(name, text, "it is too long to be meant")
        else:
            return round(hours, 4)
        return None

    def moment(self, name: str) -> datetime | None:
        text = self._texts.get(name)
        if not text or text in _ZERO:
            return None
        moment, limits = parse_moment(text), self._ledger.limits
        if moment is None:
            self._reject(name, text, "it is not a date")
        elif not limits.first_year <= moment.year <= limits.last_year:
            years = f"{limits.first_year} and {limits.last_year}"
            self._reject(name, text, f"the year is not between {years}")
        else:
            return moment
        return None

    def _reject(self, name: str, text: str, reason: str) -> None:
        self._ledger.remark(self.row, f"{self._kind}/{name}", text, reason)

    def _account(self, child: Element) -> None:
        """Count a child that carries something and is not read."""
        name = local(child.tag)
        if name in READ[self._kind]:
            return
        if len(child) or carries(child.text or ""):
            reason = reason_for(name, _NO_PLACE)
            self._ledger.drop_column(f"{self._kind}/{name}", reason, 1)


def _short(text: str) -> float | None:
    """Microsoft Project writes some numbers with forty decimals."""
    return parse_number(text[:30]) if len(text) < 80 and "." in text[:20] else None
