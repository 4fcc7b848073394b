"""Read what a plan is made of, and the proposals that were made."""

from .links import Link
from .proposals import (
    changes_of,
    counts_of,
    get_proposal,
    get_scenario,
    lock_of,
    names_of_people,
    proposals_visible_to,
    scenarios_visible_to,
    told_of,
)
from .scope import Scope, open_work_of, scope_of
from .screens import (
    ChangeRow,
    Comparison,
    Work,
    change_rows,
    comparison_of,
    team_to_plan,
    teams_to_plan,
    who_and_what_to_suppose,
    work_of,
)

__all__ = [
    "ChangeRow",
    "Comparison",
    "Link",
    "Scope",
    "Work",
    "change_rows",
    "changes_of",
    "comparison_of",
    "counts_of",
    "get_proposal",
    "get_scenario",
    "lock_of",
    "names_of_people",
    "open_work_of",
    "proposals_visible_to",
    "scenarios_visible_to",
    "scope_of",
    "team_to_plan",
    "teams_to_plan",
    "told_of",
    "who_and_what_to_suppose",
    "work_of",
]
