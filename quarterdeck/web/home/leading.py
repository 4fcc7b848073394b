"""What waits for me where people lead: turns that are mine soon or offered to me."""

from datetime import date
from typing import Any

from quarterdeck.domains.occasions import queries as occasions

from .lines import Need
from .links import page

SHOWN = 5
DOES = {
    "leads": "You lead",
    "opens": "You open",
    "presents": "You present at",
    "notes": "You take notes at",
}

SAID = {
    "occasion.set_up": "set up",
    "occasion.edited": "edited",
    "occasion.ended": "ended",
    "occasion.restored": "restored",
    "turn.named": "named who does what at",
    "turn.filled": "took the proposals for",
    "turn.removed": "took somebody off",
    "turn.offered": "offered a turn of",
    "turn.accepted": "took over a turn of",
    "turn.declined": "declined a turn of",
    "turn.kept": "keeps a turn of",
    "turn.wished": "said whether they would like to lead",
    "debrief.written": "looked back on a date they led",
    "debrief.edited": "edited how they look back",
    "debrief.removed": "erased how they looked back",
}


def leading_needs(user: Any, today: date) -> list[Need]:
    rows = occasions.waiting_for(user, today)[:SHOWN]
    return [_turn(row, user, today) for row in rows]


def _turn(row: Any, user: Any, today: date) -> Need:
    url = page("occasions:show", row.occasion_id)
    if row.person.user_id != user.pk:
        return Need(
            "arrow-right-left",
            f"{row.person} offers you a turn: {row.occasion}",
            f"{row.get_part_display().lower()} on {row.on.day} {row.on:%b}",
            "Answer",
            url,
        )
    day = {0: "today", 1: "tomorrow"}.get((row.on - today).days, f"on {row.on:%A}")
    return Need("mic", f"{DOES[row.part]} {row.occasion}", day, "Read the brief", url)
