"""Wishes to grow become wishes of the engine; what was agreed already stays agreed."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

from quarterdeck.engines import planning
from quarterdeck.engines.planning.problem import StretchRules, Wish

from ..choices import STRETCH_DEFAULTS
from ..queries import Scope
from .axis import Axis
from .people import without


def rules_of(given: Mapping[str, int] | None, axis: Axis) -> StretchRules:
    """What growing costs, in slots."""
    rules = {**STRETCH_DEFAULTS, **(given or {})}
    return StretchRules(
        longer_percent=rules["longer_percent"],
        mentoring_percent=rules["mentoring_percent"],
        margin_slots=axis.slots(rules["margin_hours"]),
    )


class Growing:
    """Puts wishes on people, and keeps accepted stretch tasks with their learners.

    Such a task takes its learner's hours and may still move; the hours booked on its
    mentor are gone for other work. Both stay until somebody else is put on the task.
    """

    def __init__(self, scope: Scope, axis: Axis) -> None:
        self.scope, self.axis = scope, axis
        self._agreed: dict[tuple[str, str], float] = defaultdict(float)
        self._booked: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for kept in scope.stretches.values():
            self._agreed[str(kept.learner_id), str(kept.skill_id)] += kept.hours
            for first, end in kept.sessions:
                span = axis.slot_of(first), axis.end_slot_of(end)
                if span[1] > 0:
                    self._booked[str(kept.mentor_id)].append(span)

    def person(self, person: planning.Person) -> planning.Person:
        """Add wishes, less what is agreed already; take booked hours out."""
        rows = self.scope.skills.get(int(person.id), ())
        wishes = tuple(
            Wish(
                skill=str(row.skill_id),
                limit_slots=self._left(person.id, str(row.skill_id), row.grow_hours),
                mentor=row.grow_with_mentor,
            )
            for row in rows
            if row.wants_to_grow
        )
        booked = self._booked.get(person.id)
        if not (wishes or booked):
            return person
        working = without(person.working, booked) if booked else person.working
        return replace(person, stretch=wishes, working=working)

    def task(self, task: planning.Task) -> planning.Task:
        """Leave an accepted stretch task to its learner, as long as it takes them."""
        kept = self.scope.stretches.get(int(task.id))
        if kept is None or not task.effort:
            return task
        if task.started:
            return task
        learner = str(kept.learner_id)
        return replace(
            task,
            effort=-(-task.effort_for((learner,)) * kept.percent // 100),
            effort_of=(),
            needs=(),
            candidates=None,
            locked_people=(learner,),
        )

    def _left(self, person: str, skill: str, hours: int) -> int:
        left = hours - self._agreed.get((person, skill), 0.0)
        return self.axis.slots(left) if left > 0 else 0
