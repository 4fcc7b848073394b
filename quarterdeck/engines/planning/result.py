"""What comes back: the plan, how good it is, what was left out and why."""

from dataclasses import dataclass
from typing import Literal

from .problem import Assignment
from .stretch import Stretch

Status = Literal["OPTIMAL", "FEASIBLE", "INFEASIBLE", "STOPPED"]
UnplacedReason = Literal[
    "nobody_qualified",
    "not_enough_people",
    "not_enough_resource",
    "no_common_time",
    "beyond_horizon",
    "predecessor_unplaced",
    "hard_limits_not_met",
]
ConflictKind = Literal[
    "cycle",
    "deadline",
    "lock_people",
    "lock_start",
    "started",
    "need",
    "candidates",
    "dependency",
    "release",
    "leave",
    "working",
    "resource",
    "lock_mode",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One part of the objective: ``points = amount * weight`` (weights are rounded).

    ``unit`` is "hours", "currency", "changes" or "tasks"; for lateness and
    priority_finish the hours are multiplied by the tasks' priorities.
    """

    name: str
    amount: float
    unit: str
    weight: float
    points: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Aim:
    """One aim in strict order, with all aims before it held where they are.

    Parameters
    ----------
    name
        A term of ``Weights``, or "weights" for what the weights of all others decide.
    amount, bound
        As in ``Term``, and what it cannot be below in any plan that is as good in all
        aims before.
    proven
        No plan that is as good in all aims before is better in this one.
    """

    name: str
    amount: float
    bound: float
    unit: str
    proven: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Unplaced:
    """A task that is not in the plan.

    Parameters
    ----------
    task
        Its id.
    reason
        ``nobody_qualified``: no person fits ``skill`` at ``level``;
        ``not_enough_people``: fewer than ``count`` fit, or one person would have to
        fill two needs; ``not_enough_resource``: it takes more of a resource than there
        ever is; ``no_common_time``: those who fit never work ``effort`` slots
        together within the horizon; ``beyond_horizon``: no room was found before the
        horizon; ``predecessor_unplaced``: ``others`` are left out;
        ``hard_limits_not_met``: stopped before locks and hard deadlines were met.
    skill, level, count
        The need that cannot be filled, where the reason is one.
    others
        Ids of the predecessors that are left out.
    """

    task: str
    reason: UnplacedReason
    skill: str | None = None
    level: int | None = None
    count: int | None = None
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ConflictItem:
    """One member of a conflict; what is not meant is None or empty.

    ``cycle``: tasks; ``deadline``: task, end_slot; ``lock_people``: task, people;
    ``lock_start``: task, first_slot; ``started``: task, people, first_slot;
    ``need``: task, skill, level, count and, in people, all who fit (at most 10);
    ``candidates``: task, people; ``dependency``: tasks (before, after), dependency
    kind and lag; ``release``: task, first_slot; ``leave``: people, first_slot,
    end_slot, name; ``working``: people (working time outside named absences);
    ``resource``: resource (there is only so much of it), name; ``lock_mode``: task and
    in count the number of the mode.
    """

    kind: ConflictKind
    tasks: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    first_slot: int | None = None
    end_slot: int | None = None
    skill: str | None = None
    level: int | None = None
    count: int | None = None
    dependency: str | None = None
    lag: int | None = None
    name: str | None = None
    resource: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Requirements that cannot hold together.

    Parameters
    ----------
    items
        Apart from ordinary working time and one task at a time, they alone cannot all
        hold; links of a task come with it.
    minimal
        Without any one of the items the rest can hold. False only when the search for
        a smaller set was stopped or gave up.
    remedies
        Numbers of those items (from 0) that would make the whole problem solvable when
        given up alone, checked by solving; empty when there are more conflicts.
    """

    items: tuple[ConflictItem, ...]
    minimal: bool = True
    remedies: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """The answer of ``solve``.

    Parameters
    ----------
    status
        OPTIMAL: proven; FEASIBLE: a plan that keeps all rules; INFEASIBLE: see
        ``conflict``; STOPPED: the stop came before locks and hard deadlines were met.
    objective, bound
        Points of this plan, and points below which no plan can come. None without
        a plan.
    gap
        ``(objective - bound) / objective``, 0 when both are 0; None without a plan.
    seconds
        Time from call to answer by the clock given to ``solve``.
    assignments
        Sorted by start, then task id.
    unplaced
        Tasks that are not in ``assignments``; together they are all tasks.
    terms
        The parts of the objective, in the order of ``Weights``.
    conflict
        Only with INFEASIBLE.
    stretches
        Stretch tasks that were granted; ``solve`` grants none, ``stretching`` does.
    aims
        Of a problem with aims in strict order, each of them. Then ``objective`` tells
        the points by the weights, which were not minimised: there is no ``bound`` and
        no ``gap`` of them, and OPTIMAL means that every aim is proven.
    repeatable
        Whether counted steps, or a proof, ended the search: then the same problem and
        seed give the same plan. False where time or somebody else ended it.
    """

    status: Status
    objective: float | None = None
    bound: float | None = None
    gap: float | None = None
    seconds: float = 0.0
    assignments: tuple[Assignment, ...] = ()
    unplaced: tuple[Unplaced, ...] = ()
    terms: tuple[Term, ...] = ()
    conflict: Conflict | None = None
    stretches: tuple[Stretch, ...] = ()
    aims: tuple[Aim, ...] = ()
    repeatable: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """What ``on_progress`` and stop rules are told.

    ``phase`` is "compile", "dispatch", "repair", "exact", "search", "conflict" or
    "done"; ``done`` of ``total`` steps of the phase (total 0: not known);
    ``iterations`` counts plans tried since the call; ``aim`` names the aim in strict
    order that ``objective`` and ``bound`` are about.
    """

    phase: str
    done: int = 0
    total: int = 0
    objective: float | None = None
    bound: float | None = None
    iterations: int = 0
    aim: str = ""
