"""Task elements to tasks and links."""

from dataclasses import replace
from xml.etree.ElementTree import Element

from ..checks import Names
from ..ledger import Ledger
from ..outlines import Outline
from ..records import LinkRow, TaskRow
from ..refusals import Refused
from .attributes import Attributes
from .elements import Fields, leaves, parts

_KINDS = {"0": "FF", "1": "FS", "2": "SF", "3": "SS"}
_ELAPSED = frozenset(
    ["4", "6", "8", "10", "12", "20", "36", "38", "40", "42", "44", "52"]
)
_PERCENT = frozenset(["19", "20", "51", "52"])


class Tasks:
    """Collects the tasks of a file in their order."""

    def __init__(self, ledger: Ledger, attributes: Attributes) -> None:
        self.rows: dict[str, TaskRow] = {}
        self._ledger = ledger
        self._attributes = attributes
        self._outline = Outline(Names())
        self._durations: dict[str, float] = {}
        self._links: list[tuple[int, str, dict[str, str]]] = []
        self._number = 0
        self._by_duration = 0
        self.working_share = 2400 / 10080
        """The part of a week that is working time, for elapsed durations."""

    def take(self, element: Element) -> None:
        """Read one ``Task`` element into a task or a dropped row."""
        self._number += 1
        number = self._number
        if number > self._ledger.limits.rows:
            raise Refused(f"The project has more than {number - 1:,} tasks.")
        fields = Fields("Task", number, element, self._ledger)
        uid, name = fields.text("UID"), " ".join(fields.text("Name").split())
        if fields.flag("IsNull"):
            self._ledger.drop_row(number, name, "it is an empty line of the plan")
        elif not uid:
            self._ledger.drop_row(number, name, "the task has no UID")
        elif uid == "0" and fields.whole("OutlineLevel") == 0:
            reason = "it is the project itself and was kept as the project"
            self._ledger.drop_row(number, name, reason)
        elif uid in self.rows:
            reason = f"its UID {uid[:20]} is already that of another task"
            self._ledger.drop_row(number, name, reason)
        else:
            self.rows[uid] = self._task(uid, name, fields, element)

    def _task(self, uid: str, name: str, fields: Fields, element: Element) -> TaskRow:
        for link in parts(element, "PredecessorLink"):
            self._links.append((fields.row, uid, leaves(link)))
        if len(self._links) > self._ledger.limits.links:
            raise Refused(f"The project has more than {len(self._links) - 1:,} links.")
        if not name:
            self._ledger.remark(fields.row, "Task/Name", "", "the task has no name")
        percent = fields.number("PercentComplete")
        percent = percent if percent is None else min(100.0, max(0.0, percent))
        started, finished = fields.moment("ActualStart"), fields.moment("ActualFinish")
        start, finish = fields.moment("Start"), fields.moment("Finish")
        deadline = fields.moment("Deadline")
        effort, remaining, spent = self._effort(uid, fields)
        return TaskRow(
            external_id=uid,
            row=fields.row,
            title=name or f"(task {fields.text('ID') or uid} without a name)",
            parent=self._outline.under(fields.whole("OutlineLevel", 1), uid),
            outline=fields.flag("Summary"),
            milestone=fields.flag("Milestone"),
            description=fields.text("Notes"),
            estimate_low=effort,
            estimate_high=effort,
            remaining=remaining,
            spent=spent,
            status=_status(fields, percent, bool(started), bool(finished)),
            priority=_priority(fields.whole("Priority", 500)),
            deadline=deadline.date() if deadline else None,
            planned_start=start.date() if start else None,
            planned_end=finish.date() if finish else None,
            created_at=fields.moment("CreateDate"),
            started_at=started,
            done_at=finished,
            percent_done=percent,
            labels=self._attributes.labels(element, "Task"),
            url=fields.text("HyperlinkAddress"),
        )

    def _effort(
        self, uid: str, fields: Fields
    ) -> tuple[float | None, float | None, float | None]:
        """Estimate, remaining and spent hours of work, or of duration without."""
        share = 1.0
        if fields.text("DurationFormat") in _ELAPSED:
            share = self.working_share
        duration = fields.hours("Duration")
        self._durations[uid] = (duration or 0.0) * share
        work = fields.hours("Work")
        if fields.flag("Summary"):
            return None, None, None
        if work:
            return work, fields.hours("RemainingWork"), fields.hours("ActualWork")
        names = ("RemainingDuration", "ActualDuration")
        remaining, spent = (fields.hours(name) for name in names)
        self._by_duration += bool(duration)
        return _times(duration, share), _times(remaining, share), _times(spent, share)

    def links(self) -> tuple[LinkRow, ...]:
        """The links between tasks that exist; the others become remarks."""
        found: dict[tuple[str, str, str], LinkRow] = {}
        for row, uid, texts in self._links:
            other = texts.get("PredecessorUID", "")
            kind = _KINDS.get(texts.get("Type", "1"))
            if texts.get("CrossProject") in ("1", "true"):
                self._reject(row, other, "it leads to another project")
            elif other not in self.rows:
                self._reject(row, other, "the file has no task with this UID")
            elif kind is None:
                self._reject(row, texts.get("Type", ""), "the type is not known")
            else:
                found[other, uid, kind] = LinkRow(
                    predecessor=other,
                    successor=uid,
                    kind=kind,
                    lag_hours=self._lag(row, other, texts),
                    row=row,
                )
        return tuple(found.values())

    def _lag(self, row: int, other: str, texts: dict[str, str]) -> float:
        """Tenths of minutes, or per cent of the predecessor's duration, as hours."""
        text, layout = texts.get("LinkLag", "0"), texts.get("LagFormat", "7")
        try:
            lag = int(text[:20])
        except ValueError:
            self._reject(row, text, "the lag is not a number")
            return 0.0
        hours = lag / 600
        if layout in _PERCENT:
            hours = self._durations.get(other, 0.0) * lag / 100
        elif layout in _ELAPSED:
            hours *= self.working_share
        if abs(hours) > self._ledger.limits.hours:
            self._reject(row, text, "the lag is too long to be meant")
            return 0.0
        return round(hours, 4)

    def _reject(self, row: int, value: str, reason: str) -> None:
        self._ledger.remark(row, "Task/PredecessorLink", value, reason)

    def assign(self, assignees: dict[str, list[str]]) -> None:
        """Give tasks the people assigned to them."""
        for uid, people in assignees.items():
            self.rows[uid] = replace(self.rows[uid], assignees=tuple(people))

    def report(self) -> None:
        if self._by_duration:
            self._ledger.note(
                f"Tasks without work: {self._by_duration:,}; their duration was taken "
                "as their effort."
            )


def _times(hours: float | None, share: float) -> float | None:
    return None if hours is None else round(hours * share, 4)


def _status(
    fields: Fields, percent: float | None, started: bool, finished: bool
) -> str:
    if fields.text("Active") in ("0", "false"):
        return "cancelled"
    if percent == 100 or finished:
        return "done"
    return "doing" if percent or started else "todo"


def _priority(number: int) -> str:
    """From 0 to 1000, where 500 is normal."""
    if number >= 800:
        return "urgent"
    if number > 500:
        return "high"
    return "normal" if number == 500 else "low"
