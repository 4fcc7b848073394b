"""The words the story is written in."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Who:
    """Somebody with a name and a part; `skills` as "Baking 4, Cooking 2+" (+ wants more)."""

    key: str
    name: str
    position: str
    team: str
    skills: str = ""
    leads: bool = False
    account: bool = False
    week: str = ""  # hours from Monday to Sunday, "8 8 0 0 6 0 0"; "" is the usual week
    employment: str = "full_time"
    factor: str = "0.85"
    away: tuple[int, int] | None = (
        None  # first and last day, in working days from today
    )


@dataclass(frozen=True)
class Measure:
    """A key result with its weekly values, oldest first; the last one is this week's."""

    title: str
    unit: str
    target: float
    weeks: tuple[float, ...]


@dataclass(frozen=True)
class Aim:
    key: str
    title: str
    why: str
    owner: str
    team: str
    ends_in: int  # calendar days from today
    adds_to: str = ""
    measures: tuple[Measure, ...] = ()
    formula: str = "key_results"
    outcome: str = ""  # closed, with this
    lesson: str = ""


@dataclass(frozen=True)
class Job:
    """A task. Days are working days from today; hours are "6" or "4-8", "" unknown."""

    title: str
    who: str = ""
    state: str = "todo"
    hours: str = ""
    start: int | None = None
    due: int | None = None
    needs: str = ""
    after: str = ""
    priority: int = 3
    why: str = ""
    blocked: str = ""
    result: str = ""  # its definition of done
    hard: bool = False


@dataclass(frozen=True)
class Undertaking:
    """A project with its tasks."""

    name: str
    team: str
    leader: str
    why: str = ""
    goal: str = ""
    start: int = -20
    due: int = 20
    jobs: tuple[Job, ...] = ()
    helpers: str = ""  # let in from other teams


@dataclass(frozen=True)
class Handover:
    """A task handed on in one act, and how far the talk about it is."""

    task: str
    giver: str
    receiver: str
    expected: str
    limits: str
    help: str
    follow_up: int
    days_ago: int
    question: str = ""
    accepted: bool = False


@dataclass(frozen=True)
class Wish:
    """What somebody wants to learn or become, with steps: kind, title, days from today."""

    who: str
    title: str
    why: str
    skill: str  # "Public speaking 3", or nothing
    by: int
    days_ago: int
    goal: str
    steps: tuple[tuple[str, str, int], ...]


@dataclass(frozen=True)
class Proof:
    """Work that shows a level of a skill, and who is asked to confirm it."""

    who: str
    skill: str
    what: str
    asked: str
    days_ago: int
