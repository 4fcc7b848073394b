"""What of a proposal is looked at, as an address and a form say it."""

from typing import Any
from urllib.parse import urlencode

from quarterdeck.domains.planning.queries import Narrowing


def narrowing_of(given: Any) -> Narrowing:
    """Read it from what was sent; whatever makes no sense narrows nothing."""
    return Narrowing(
        project_id=_number(given.get("project", "")),
        person_id=_number(given.get("person", "")),
        kind=given.get("kind", "")[:20],
    )


def fields_of(narrowing: Narrowing) -> dict[str, str]:
    """The same as fields of a form, without those that say nothing."""
    named = {
        "project": narrowing.project_id,
        "person": narrowing.person_id,
        "kind": narrowing.kind,
    }
    return {name: str(value) for name, value in named.items() if value}


def address_of(narrowing: Narrowing) -> str:
    """The end of an address that shows the same again."""
    fields = fields_of(narrowing)
    return f"?{urlencode(fields)}" if fields else ""


def _number(text: str) -> int | None:
    return int(text) if text.isdecimal() and len(text) < 19 else None
