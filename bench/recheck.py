"""Takes one reason away and plans again: independent of the code that gives reasons."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from itertools import combinations

from quarterdeck.engines import planning
from quarterdeck.engines.planning import (
    Assignment,
    Explanation,
    Reason,
    Task,
)

from .again import Again

SMALL = 1e-6


class Recheck(Again):
    """The plan whose reasons are checked."""

    def all_of(self, told: Explanation) -> Iterator[tuple[str, bool]]:
        """Check each reason of an explanation; facts that nothing rests on are left."""
        for reason in told.why_people:
            holds = self._people(told, reason)
            if holds is not None:
                yield reason.code, holds
        for reason in told.why_then:
            yield reason.code, self._then(told, reason)
        for reason in told.why_mode:
            if reason.code != "locked_mode":
                yield reason.code, self._mode(told, reason)

    # when

    def _then(self, told: Explanation, reason: Reason) -> bool:
        place = self.given[told.task]
        if reason.code in ("under_way", "locked_start"):
            return self._is_held(self.tasks[told.task], place)
        if reason.code in ("no_gain_earlier", "could_begin_earlier"):
            return self._no_hurry(told, reason)
        if reason.code == "keeps_current_start":
            return self._moved(told.task, reason.without or 0) > SMALL
        task = self.tasks[told.task]
        if reason.code == "from_the_start":
            return (
                self._start(task, place, gone=told.why_then, alone=True) >= place.start
            )
        others = tuple(each for each in told.why_then if each != reason)
        without = self._start(task, place, gone=(reason,))
        if reason.without is not None and without != reason.without:
            return False
        if without < place.start:
            return True
        return any(
            self._start(task, place, gone=(*rest, reason))
            < self._start(task, place, gone=rest)
            for size in range(1, len(others) + 1)
            for rest in combinations(others, size)
        )

    def _is_held(self, task: Task, place: Assignment) -> bool:
        """Say whether it could be elsewhere, and only the lock is against it."""
        late = replace(task, started=False, locked_start=None, release=place.start + 1)
        found = self.solve(late, place.people, finish=True)
        if found is None:
            return False
        broken = planning.verify(self.problem, self.with_it(found))
        return any(each.rule == "lock_start" for each in broken)

    def _no_hurry(self, told: Explanation, reason: Reason) -> bool:
        place = self.given[told.task]
        if reason.slot is None or reason.slot >= place.start:
            return False
        change = self._moved(told.task, reason.slot)
        gains = reason.code == "could_begin_earlier"
        return change < -SMALL if gains else abs(change) <= SMALL

    def _moved(self, name: str, start: int) -> float:
        """Price the plan in which a task begins earlier."""
        task = replace(self.tasks[name], locked_start=start, release=0)
        found = self.solve(task, self.given[name].people, finish=True)
        assert found is not None and found.start == start
        return self.worth(found) - (self.result.objective or 0.0)

    def _start(
        self,
        task: Task,
        place: Assignment,
        gone: Collection[Reason],
        *,
        alone: bool = False,
    ) -> int:
        """Plan a task again with its people, as early as can be, without some reasons."""
        if any(each.code == "release" for each in gone):
            task = replace(task, release=0)
        found = self.solve(task, place.people, gone=gone, alone=alone, finish=True)
        return self.problem.horizon if found is None else found.start

    # who

    def _people(self, told: Explanation, reason: Reason) -> bool | None:
        task, place = self.tasks[told.task], self.given[told.task]
        code = reason.code
        if code in ("milestone", "nobody_needed"):
            return None
        if code in ("locked", "started"):
            only = any(each.code == "only_one_qualified" for each in told.why_people)
            free = replace(task, locked_people=None, started=False, locked_start=None)
            return only or self.by_others(free, place) is not None
        if code == "only_one_qualified":
            return self._only(task, place, reason)
        if code == "others_hold_up":
            found = self.by_others(task, place)
            return found is None or bool(self.broken(found))
        if code == "free_earliest":
            found = self.by_others(task, place)
            return found is None or found.end > place.end
        return self._weighed(task, place, reason)

    def _only(self, task: Task, place: Assignment, reason: Reason) -> bool:
        free = replace(
            task,
            locked_people=None,
            started=False,
            locked_start=None,
            hard_deadline=None,
            candidates=task.candidates or self.everybody,
        )
        gone = reason.people[0]
        rest = tuple(each for each in free.candidates or () if each != gone)
        if self.solve(replace(free, candidates=rest), alone=True) is not None:
            return False
        anybody = planning.Need(count=sum(need.count for need in task.needs) or 1)
        others = tuple(each for each in self.everybody if each != gone)
        wide = replace(free, needs=(anybody,), candidates=others, modes=())
        wide = replace(wide, effort=task.effort or 1, locked_mode=None)
        return self.solve(wide, alone=True) is not None

    def _weighed(self, task: Task, place: Assignment, reason: Reason) -> bool:
        now = self.result.objective or 0.0
        if reason.code in ("as_good_as_others", "could_be_better"):
            found = self.by_others(task, place, only=reason.people, finish=False)
            change = now + 1 if found is None else self.worth(found) - now
            return abs(change) <= SMALL if reason.code[0] == "a" else change < -SMALL
        found = self.by_others(task, place, finish=False)
        if found is None or self.broken(found):
            return True
        term = {
            "keeps_current_plan": "stability",
            "wants_to_grow": "growth",
            "cheapest": "cost",
            "less_loaded": "even_load",
        }.get(reason.code)
        if term is None:
            return self.worth(found) - now > SMALL
        moved = self.with_it(found)
        before = self.term(self.result.assignments, term)
        return self.term(moved, term) - before > SMALL

    def _mode(self, told: Explanation, reason: Reason) -> bool:
        task, place = self.tasks[told.task], self.given[told.task]
        now, best = self.result.objective or 0.0, float("inf")
        for mode in range(len(task.modes)):
            if mode == place.mode:
                continue
            found = self.solve(replace(task, locked_mode=mode))
            if found is not None and not self.broken(found):
                best = min(best, self.worth(found))
        if reason.code == "only_mode":
            return best == float("inf")
        return best < now if reason.code == "other_mode_is_better" else best >= now
