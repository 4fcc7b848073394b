"""The status and priority of a row, from words, dates and progress."""

from collections import Counter
from datetime import datetime

from .columns import normal
from .ledger import Ledger
from .profiles import Profile
from .rows import Row
from .words import priority_of, status_of


class Statuses:
    """Reads statuses and remembers the words nobody knows."""

    def __init__(self, profile: Profile, ledger: Ledger) -> None:
        self._profile = profile
        self._ledger = ledger
        self._unknown: Counter[tuple[str, str]] = Counter()
        self._priorities: Counter[str] = Counter()

    def status(
        self, row: Row, *, done_at: datetime | None, percent: float | None
    ) -> tuple[str, str]:
        """The status and the word it was read from."""
        raw = row.text("status")
        section = row.text("section")
        if not raw and section and status_of(section):
            raw = section
        if row.cells("cancelled_at"):
            return "cancelled", raw
        implied = _implied(row, done_at, percent)
        status = self._known(raw) or self._known(row.text("status_category"))
        if raw and status is None:
            status = implied or "todo"
            self._unknown[raw, status] += 1
        if status_of(row.text("resolution")) == "cancelled" and status == "done":
            status = "cancelled"
        if section and raw == section and implied == "done":
            status = implied
        return status or implied or "todo", raw

    def priority(self, row: Row) -> str:
        raw = row.text("priority")
        if not raw:
            return "normal"
        own = self._profile.priorities.get(raw.casefold())
        known = own or priority_of(raw)
        if known is None:
            self._priorities[raw] += 1
        return known or "normal"

    def report(self) -> None:
        """Say which words were not known and what they were taken for."""
        for (raw, status), count in self._unknown.most_common(50):
            self._ledger.note(
                f"Status “{raw[:60]}” ({count:,} rows) is not known "
                f"and was taken as “{status}”."
            )
        for raw, count in self._priorities.most_common(50):
            self._ledger.note(
                f"Priority “{raw[:60]}” ({count:,} rows) is not known "
                "and was taken as “normal”."
            )

    def _known(self, raw: str) -> str | None:
        if not raw:
            return None
        return self._profile.statuses.get(normal(raw)) or status_of(raw)


def _implied(row: Row, done_at: datetime | None, percent: float | None) -> str | None:
    if done_at is not None or percent == 100:
        return "done"
    if row.cells("started_at") or percent:
        return "doing"
    return None
