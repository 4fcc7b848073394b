"""Read occasions, who leads them when, who else could, and looking back."""

from .debriefs import (
    debriefs_of,
    debriefs_visible_to,
    get_debrief,
    not_looked_back,
    own_occasion_records,
)
from .occasions import (
    get_occasion,
    lines_of,
    occasions_visible_to,
    people_near,
)
from .others import Group, others_who_could
from .own import Held, held_by, leading_of, waiting_for
from .turns import (
    DateLine,
    get_turn,
    led_before,
    plan_of,
    proposals_for,
    said_by,
    turns_to_swap,
    turns_visible_to,
)

__all__ = [
    "DateLine",
    "Group",
    "Held",
    "debriefs_of",
    "debriefs_visible_to",
    "get_debrief",
    "get_occasion",
    "get_turn",
    "held_by",
    "leading_of",
    "led_before",
    "lines_of",
    "not_looked_back",
    "occasions_visible_to",
    "others_who_could",
    "own_occasion_records",
    "people_near",
    "plan_of",
    "proposals_for",
    "said_by",
    "turns_to_swap",
    "turns_visible_to",
    "waiting_for",
]
