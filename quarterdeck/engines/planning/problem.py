"""What is to be planned: people, tasks, links, the plan in force and the weights.

Every record is frozen, keyword-only and made of plain types, so it can travel as
JSON. Times are *slots*: whole numbers from 0 to ``horizon``, each ``slot_minutes``
long, counted through nights and weekends. A pair ``(first, end)`` is half open.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from .own_effort import effort_for
from .resources import Mode as Mode
from .resources import Need as Need
from .resources import Resource as Resource
from .stretch import USUAL_RULES
from .stretch import StretchRules as StretchRules
from .stretch import Wish as Wish
from .validation import check_problem

DependencyKind = Literal["FS", "SS", "FF", "SF"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Absence:
    """A named time off, already missing from ``Person.working``; used for naming.

    Parameters
    ----------
    first_slot, end_slot
        Half-open interval in slots.
    name
        What a person would call it, e.g. ``"leave"`` or ``"public holiday"``.
    """

    first_slot: int
    end_slot: int
    name: str = "leave"


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody who can work on one task at a time.

    Parameters
    ----------
    id
        Unique among people.
    working
        Half-open working intervals in slots, ascending, not touching the outside of
        ``0..horizon``. Part time, holidays, leave and capacity are already in it.
    skills
        Pairs ``(skill, level)``; a level is a whole number from 0 up.
    cost_per_hour
        In any one currency; None counts as free.
    wants_to_grow
        Skills the person wishes to practise.
    growth_limit_slots
        How many slots of such practice are wished at most over the horizon.
    stretch
        Wishes for work one level up, which a search never grants by itself; see
        ``stretch.py`` and ``stretching``.
    absences
        Names for gaps in ``working``; they appear in conflicts only.
    name
        What others call this person; the id without one.
    """

    id: str
    working: tuple[tuple[int, int], ...]
    skills: tuple[tuple[str, int], ...] = ()
    cost_per_hour: float | None = None
    wants_to_grow: tuple[str, ...] = ()
    growth_limit_slots: int = 0
    stretch: tuple[Wish, ...] = ()
    absences: tuple[Absence, ...] = ()
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A piece of work.

    Parameters
    ----------
    id
        Unique among tasks.
    effort
        Slots of work **per person**: the task lasts until all of its people have
        worked ``effort`` slots *together*. 0 is a milestone and takes nobody.
    effort_of
        Pairs ``(person id, slots)``: for them it takes other hours than ``effort``. A
        team works until the slowest of its people is done: the largest effort of those
        chosen is what all of them work.
    needs
        Who is needed; each person fills one need. Empty means one person, any skill.
    release
        First slot in which work may begin.
    deadline
        Soft: work that ends after this slot is late. ``end <= deadline`` is in time.
    hard_deadline
        The plan is infeasible when ``end <= hard_deadline`` cannot be reached.
    priority
        Weight of this task's lateness and finish, a whole number from 0 up.
    candidates
        Only these people may be chosen; None means everybody.
    locked_people
        Exactly these people do it (hard). Without ``needs`` they may be any number.
    locked_start
        Work begins exactly in this slot (hard).
    started
        Already running; needs ``locked_people``. ``effort`` is what remains. It goes
        on at ``locked_start`` or, without one, in the first slot from ``release`` on
        in which all of its people work. What has happened is not questioned: links
        *into* it, its needs, candidates and (with ``locked_start``) release do not
        bind.
    project
        Carried along for the caller.
    modes
        Ways to do it, of which the planner chooses one; they say what is worked, by
        whom and with which resources, so ``effort`` stays 0 and ``needs`` and
        ``effort_of`` empty.
        Without modes the task has one, made of ``effort`` and ``needs``, and takes no
        resources. ``locked_people`` are for tasks whose modes all need somebody.
    locked_mode
        The number of the mode that must be taken (hard). A started task with several
        modes needs it.
    name
        What people call it; the id without one.
    """

    id: str
    effort: int = 0
    effort_of: tuple[tuple[str, int], ...] = ()
    needs: tuple[Need, ...] = ()
    release: int = 0
    deadline: int | None = None
    hard_deadline: int | None = None
    priority: int = 1
    candidates: tuple[str, ...] | None = None
    locked_people: tuple[str, ...] | None = None
    locked_start: int | None = None
    started: bool = False
    project: str | None = None
    modes: tuple[Mode, ...] = ()
    locked_mode: int | None = None
    name: str = ""

    def effort_for(self, people: Iterable[str]) -> int:
        """Give the slots that these people work on it together."""
        return effort_for(self.effort, self.effort_of, people)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dependency:
    """``after`` waits for ``before``.

    FS: start(after) >= end(before) + lag; SS: start >= start + lag;
    FF: end >= end + lag; SF: end(after) >= start(before) + lag.
    ``lag`` is in absolute slots and may be negative.
    """

    before: str
    after: str
    kind: DependencyKind = "FS"
    lag: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment:
    """Who does a task and when: ``start`` is the first slot worked, ``end`` is one
    past the last. Its people and renewable resources are reserved for the whole of
    ``[start, end)``. ``mode`` is the number of the mode, 0 for a task without modes."""

    task: str
    people: tuple[str, ...]
    start: int
    end: int
    mode: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """Points per unit of each term; the objective is their sum and is minimised.

    Parameters
    ----------
    lateness
        Per hour after the deadline, times the task's priority.
    priority_finish
        Per hour from slot 0 to a task's end, times its priority.
    makespan
        Per hour from slot 0 to the last end.
    cost
        Per unit of currency.
    even_load
        Per hour of work above a person's fair share, which is all work divided by
        working time over the horizon.
    growth
        Per hour of wished practice that is *not* given.
    stability
        Per change against the current plan: each person taken off a task is one, a
        start moved by more than 24 hours is one.
    unplaced
        Per task left out. Such a task also counts as ending at the horizon. Between
        two plans the one that leaves out fewer tasks wins, whatever the points.

    Weights are rounded to a millionth of a point per slot, so that all arithmetic
    is exact.
    """

    lateness: float = 10.0
    priority_finish: float = 0.01
    makespan: float = 1.0
    cost: float = 0.0
    even_load: float = 0.1
    growth: float = 0.1
    stability: float = 4.0
    unplaced: float = 1000.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Everything the planner may know; validated once, when it is made.

    Parameters
    ----------
    horizon
        Number of slots, 1 to 200,000.
    slot_minutes
        Length of a slot, 1 to 1,440.
    people, tasks, dependencies
        The organization. A cycle among dependencies is allowed here and answered by
        ``solve`` with its members in order.
    current
        The plan in force, for stability. It may be incomplete, may break rules and
        may speak of tasks and people who are gone.
    weights
        What counts how much.
    resources
        What the modes of tasks may take.
    stretch_rules
        What a stretch task takes; without wishes for one they mean nothing.
    order
        Terms of ``Weights`` in strict order: of two plans that leave out as few tasks
        the one wins in which the first of them is less, among equals the second, and
        so on; at last the weights of all other terms decide. Empty: only weights count.

    Raises
    ------
    ValueError
        Names the rule that is broken and the ids that break it.
    """

    horizon: int
    slot_minutes: int
    people: tuple[Person, ...]
    tasks: tuple[Task, ...]
    dependencies: tuple[Dependency, ...] = ()
    current: tuple[Assignment, ...] = ()
    weights: Weights = Weights()
    resources: tuple[Resource, ...] = ()
    stretch_rules: StretchRules = USUAL_RULES
    order: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Validate once."""
        check_problem(self)
