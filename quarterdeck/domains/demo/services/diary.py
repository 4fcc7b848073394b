"""Acts of the past weeks that no service does, as records are made in one go here."""

from datetime import datetime
from typing import Any

from quarterdeck.domains.activity import services as activity


class Diary:
    """Whatever is noted is for everybody, unless it says for whom."""

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
        activity.record(
            at=at,
            by=by,
            verb=verb,
            subject=subject,
            audience=audience or activity.everyone(),
            details=details,
        )
