"""A sentence of the command line, such as "Mara Lind leaves 2026-06-01", understood."""

import re
from datetime import date
from typing import Any

from quarterdeck.domains.planning import queries, services
from quarterdeck.domains.planning.choices import Adjustment, about_field
from quarterdeck.shared.errors import RuleBroken

DAY = r"\d{4}-\d\d-\d\d"
SENTENCES = (
    (Adjustment.PERSON_LEAVES, rf"(?P<about>.+?) leaves (?:on )?(?P<on>{DAY})"),
    (
        Adjustment.PERSON_AWAY,
        rf"(?P<about>.+?) (?:is )?away (?:from )?(?P<starts_on>{DAY}) "
        rf"(?:to |until )?(?P<ends_on>{DAY})",
    ),
    (Adjustment.DEADLINE_MOVES, rf"task (?P<about>.+?) due (?P<on>{DAY})"),
    (Adjustment.PROJECT_DEADLINE_MOVES, rf"project (?P<about>.+?) due (?P<on>{DAY})"),
)
HOW = (
    "Say “NAME leaves DAY”, “NAME away DAY to DAY”, “task TITLE due DAY” or "
    "“project NAME due DAY”, each DAY as 2026-06-01 and names also as #12."
)


class NotUnderstood(RuleBroken):
    pass


def understood(sentence: str) -> dict[str, Any]:
    """Return the supposition that a sentence stands for, about everybody's plan."""
    for kind, pattern in SENTENCES:
        if found := re.fullmatch(pattern, sentence.strip(), re.IGNORECASE):
            given = found.groupdict()
            about = _the_one(kind, given.pop("about"))
            days = {name: _day(text, sentence) for name, text in given.items()}
            return {"kind": kind, about_field(kind): about.pk, **days}
    raise NotUnderstood(f"“{sentence}” is not understood. {HOW}")


def _the_one(kind: str, text: str) -> Any:
    team = services.topmost_team()
    found = queries.found_to_suppose(kind=kind, team=team, text=text)
    if len(found) == 1:
        return found[0]
    if not found:
        raise NotUnderstood(f"Nothing in the plan is called “{text}”.")
    those = "; ".join(queries.label_to_suppose(record) for record in found)
    raise NotUnderstood(f"“{text}” may be several: {those}. Name one by its number.")


def _day(text: str, sentence: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise NotUnderstood(f"“{sentence}”: there is no day {text}.") from None
