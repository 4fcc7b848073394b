"""The weights somebody can turn, with the words that say what each one means."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Wish:
    """One soft aim: its name in the engine, its label, what it counts, its default."""

    name: str
    label: str
    unit: str
    default: float


WISHES = (
    Wish("lateness", "Meet deadlines", "points for each hour late × priority", 10.0),
    Wish(
        "priority_finish",
        "Finish urgent work first",
        "points for each hour until a task ends × priority",
        0.01,
    ),
    Wish("makespan", "Finish early", "points for each hour until all is done", 1.0),
    Wish(
        "even_load", "Spread the load", "points for each hour above a fair share", 0.1
    ),
    Wish("growth", "Let people grow", "points for each wished hour not given", 0.1),
    Wish("cost", "Save cost", "points for each unit of money an hour costs", 0.0),
    Wish("stability", "Keep the plan", "points for each person or start changed", 4.0),
)


@dataclass(frozen=True)
class StretchRule:
    """One assumption about what growing costs: named, bounded, and yours to change."""

    name: str
    label: str
    help: str
    default: int
    most: int


STRETCH_RULES = (
    StretchRule(
        "longer_percent",
        "A learner takes",
        "% of the task’s hours; our assumption",
        125,
        1000,
    ),
    StretchRule(
        "mentoring_percent",
        "A mentor is there for",
        "% of these hours; our assumption",
        10,
        100,
    ),
    StretchRule(
        "margin_hours",
        "Slack it keeps",
        "hours by the clock before anybody waits for it",
        24,
        1000,
    ),
)
STRETCH_DEFAULTS = {rule.name: rule.default for rule in STRETCH_RULES}
AS_FOUND, CHEAPEST = "as_found", "cheapest"
CHOICES = {
    AS_FOUND: ("Nobody grows", "The best plan found."),
    "growth": (
        "Growth, no date moves",
        "Work one level up, in the slack of the plan.",
    ),
    "more_growth": ("More growth", "As much as is wished; dates follow."),
    "earliest": ("Earliest", "All is done as soon as possible."),
    CHEAPEST: ("Cheapest", "The hours cost least."),
}
# The aims that may be put in strict order, by name.
AIMS = {wish.name: wish.label for wish in WISHES}
MOST_AIMS = 3  # of one order: more nobody means
REST = "weights"  # what the weights of all other aims decide
DEFAULTS = {wish.name: wish.default for wish in WISHES}


class Adjustment:
    """The kinds of what-if; each is a dictionary with `kind` and the fields named."""

    PERSON_LEAVES = "person_leaves"  # person_id, on
    PERSON_AWAY = "person_away"  # person_id, starts_on, ends_on
    DEADLINE_MOVES = "deadline_moves"  # task_id, on
    PROJECT_DEADLINE_MOVES = "project_deadline_moves"  # project_id, on
    # What would help is told in these; see services/levers.py.
    PEOPLE_JOIN = "people_join"  # team_id, skill_id or None, level, count, on
    FEWER_HOURS = "fewer_hours"  # task_id, hours
    LEAVE_MOVES = "leave_moves"  # person_id, starts_on, ends_on, on
    LONGER_DAYS = "longer_days"  # person_id, hours, starts_on, ends_on


ADJUSTMENT_FIELDS = {
    Adjustment.PERSON_LEAVES: ("person_id", "on"),
    Adjustment.PERSON_AWAY: ("person_id", "starts_on", "ends_on"),
    Adjustment.DEADLINE_MOVES: ("task_id", "on"),
    Adjustment.PROJECT_DEADLINE_MOVES: ("project_id", "on"),
    Adjustment.PEOPLE_JOIN: ("team_id", "skill_id", "level", "count", "on"),
    Adjustment.FEWER_HOURS: ("task_id", "hours"),
    Adjustment.LEAVE_MOVES: ("person_id", "starts_on", "ends_on", "on"),
    Adjustment.LONGER_DAYS: ("person_id", "hours", "starts_on", "ends_on"),
}


def about_field(kind: str) -> str:
    """The field of an adjustment that says whom or what it is about."""
    return ADJUSTMENT_FIELDS[kind][0]
