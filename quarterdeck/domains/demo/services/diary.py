"""Acts of the past weeks, collected in any order and written down by the calendar."""

from datetime import datetime
from typing import Any

from quarterdeck.domains.activity import services as activity


class Diary:
    """The chain of activities goes by its own order; the demo fills it day by day."""

    def __init__(self) -> None:
        self.acts: list[tuple[datetime, int, dict[str, Any]]] = []

    def note(
        self,
        *,
        at: datetime,
        by: Any,
        verb: str,
        subject: Any,
        audience: activity.Audience | None = None,
        details: dict[str, Any] | None = None,
    ) -> None:
        act = {
            "by": by,
            "verb": verb,
            "subject": subject,
            "audience": audience or activity.everyone(),
            "details": details or {},
        }
        self.acts.append((at, len(self.acts), act))

    def write(self) -> None:
        for at, _, act in sorted(self.acts, key=lambda entry: entry[:2]):
            activity.record(at=at, **act)
