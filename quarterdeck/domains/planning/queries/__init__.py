"""Read what a plan is made of, and the proposals that were made."""

from .aims import aims_in_words, order_in_words
from .choices import ChoiceRow, choice_rows, choices_visible_to, get_choice
from .costs import ChangeCost, Costs, PersonCost, costs_for, people_in
from .levers import FoundLever, Levers, levers_of, told_levers
from .links import Link
from .mentoring import Mentoring, mentoring_of
from .narrowing import (
    Choices,
    Narrowing,
    choices_of,
    count_open,
    open_change_ids,
)
from .parts import Parts, Round, parts_of, told_of_parts
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
    columns_of,
    comparison_of,
    team_to_plan,
    teams_to_plan,
    work_of,
)
from .supposing import (
    Supposition,
    found_to_suppose,
    label_to_suppose,
    skills_to_suppose,
    suppositions_of,
    to_suppose,
)

__all__ = [
    "ChangeCost",
    "ChangeRow",
    "ChoiceRow",
    "Choices",
    "Comparison",
    "Costs",
    "FoundLever",
    "Levers",
    "Link",
    "Mentoring",
    "Narrowing",
    "Parts",
    "PersonCost",
    "Round",
    "Scope",
    "Supposition",
    "Work",
    "aims_in_words",
    "change_rows",
    "changes_of",
    "choice_rows",
    "choices_of",
    "choices_visible_to",
    "columns_of",
    "comparison_of",
    "costs_for",
    "count_open",
    "counts_of",
    "found_to_suppose",
    "get_choice",
    "get_proposal",
    "get_scenario",
    "label_to_suppose",
    "levers_of",
    "lock_of",
    "mentoring_of",
    "names_of_people",
    "open_change_ids",
    "open_work_of",
    "order_in_words",
    "parts_of",
    "people_in",
    "proposals_visible_to",
    "scenarios_visible_to",
    "scope_of",
    "skills_to_suppose",
    "suppositions_of",
    "team_to_plan",
    "teams_to_plan",
    "to_suppose",
    "told_levers",
    "told_of",
    "told_of_parts",
    "work_of",
]
