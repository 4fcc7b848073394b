"""Why this person, why then, and what the next best would cost.

Reasons are read off the plan; the alternative is found by taking the task out and
putting it back elsewhere with all other tasks where they are.
"""

from __future__ import annotations

from .compiled import Compiled
from .evaluate import evaluate
from .explanation import Alternative, Explanation, Reason
from .objective import SCALE, Objective
from .placing import Place, Placing
from .plan import plan_of
from .problem import Problem
from .result import Result


def explain(problem: Problem, result: Result, task_id: str) -> Explanation:
    """Explain one assignment of a result.

    Raises
    ------
    ValueError
        The task is not in the plan; ``result.unplaced`` says why.
    """
    return Explainer(problem, result).explain(task_id)


def explain_changes(problem: Problem, result: Result) -> tuple[Explanation, ...]:
    """Explain every assignment that differs from the current plan."""
    there = {each.task for each in result.assignments}
    changed = (each.task for each in evaluate(problem, result).changes)
    explainer = Explainer(problem, result)
    return tuple(explainer.explain(task) for task in changed if task in there)


class Explainer:
    """Explains many assignments of one result: compiles the problem once."""

    def __init__(self, problem: Problem, result: Result) -> None:
        self.compiled = Compiled(problem)
        self.objective = Objective(self.compiled)
        self.given = {each.task: each for each in result.assignments}
        self._plan = plan_of(self.compiled, result.assignments)
        self._points = self.objective.points(self.objective.amounts(self._plan))
        self._placing = Placing(self.compiled, self.objective)
        for number, start in enumerate(self._plan.start):
            if start >= 0:
                self._placing.take(
                    number, self._plan.team[number], start, self._plan.end[number]
                )

    def explain(self, task_id: str) -> Explanation:
        """Explain one assignment; ValueError when the task is not in the plan."""
        if task_id not in self.given:
            raise ValueError(f"only a task in the plan can be explained: {task_id}")
        number = self.compiled.task_number[task_id]
        place = (
            self._plan.team[number],
            self._plan.start[number],
            self._plan.end[number],
        )
        self._take_out(number, place)
        try:
            return Explanation(
                task=task_id,
                qualified=self.compiled.union[number].bit_count(),
                why_people=self._why_people(number, place),
                why_then=self._why_then(number, place),
                alternative=self._alternative(number, place),
            )
        finally:
            self._placing.take(number, *place)

    def _take_out(self, number: int, place: Place) -> None:
        self._placing.plan.put(number, (), -1, -1)
        for person in place[0]:
            self._placing.lines[person].release(place[1], place[2])

    def _names(self, people: tuple[int, ...] | list[int]) -> tuple[str, ...]:
        return tuple(self.compiled.people[each].id for each in people)

    def _why_people(self, number: int, place: Place) -> tuple[Reason, ...]:
        task, team = self.compiled.tasks[number], self._names(place[0])
        if task.effort == 0:
            return (Reason(code="milestone"),)
        if task.locked_people is not None:
            return (Reason(code="started" if task.started else "locked", people=team),)
        found = [
            Reason(
                code="only_one_qualified",
                people=self._names(self.compiled.members(mask)),
                skill=need.skill,
                level=need.level,
            )
            for need, (mask, count) in zip(
                task.needs, self.compiled.seats[number], strict=False
            )
            if mask.bit_count() == count
        ]
        found += self._wishes(number, place)
        return tuple(found) or (Reason(code="better_for_the_whole", people=team),)

    def _wishes(self, number: int, place: Place) -> list[Reason]:
        """Collect what speaks for the people chosen against the others."""
        objective, team = self.objective, place[0]
        others = self._others(number, place)
        found = []
        if all(place[2] <= other[2] for other in others):
            found.append(Reason(code="free_earliest", people=self._names(team)))
        current = objective.current.get(number)
        kept = [p for p in team if current is not None and p in current[0]]
        if kept and objective.price.stability:
            found.append(Reason(code="keeps_current_plan", people=self._names(kept)))
        growing = [p for p in team if objective.grows[number] >> p & 1]
        if growing and objective.price.growth:
            found.append(Reason(code="wants_to_grow", people=self._names(growing)))
        cost = [objective.cents(number, other[0][0]) for other in others]
        mine = [objective.cents(number, each) for each in team]
        if objective.price.cost and cost and len(team) == 1 and mine[0] < min(cost):
            found.append(Reason(code="cheapest", people=self._names(team)))
        return found

    def _why_then(self, number: int, place: Place) -> tuple[Reason, ...]:
        task = self.compiled.tasks[number]
        if task.locked_start is not None or task.started:
            return (Reason(code="locked_start", slot=place[1]),)
        start, end, _ = self._placing.earliest(number)
        found = self._links(number, start, end)
        if task.release and task.release == start:
            found.append(Reason(code="release", slot=task.release))
        if not place[0]:
            return tuple(found) or (Reason(code="from_the_start", slot=place[1]),)
        calendar = self.compiled.team_calendar(place[0])
        effort = task.effort
        at = max(
            calendar.position_from(start), calendar.position_ending_at(end, effort)
        )
        alone = calendar.slots[at]
        if alone > start and not end:
            found.append(
                Reason(code="working_time", people=self._names(place[0]), slot=alone)
            )
        if place[1] > alone:
            found = self._earlier_tasks(number, place, alone)
        return tuple(found) or (Reason(code="from_the_start", slot=place[1]),)

    def _links(self, number: int, start: int, end: int) -> list[Reason]:
        """Name the predecessors that decide the earliest start or end."""
        plan, found = self._plan, []
        for other, from_end, to_end, lag in self.compiled.into[number]:
            moment = (plan.end[other] if from_end else plan.start[other]) + lag
            if moment > 0 and moment == (end if to_end else start):
                name = (self.compiled.tasks[other].id,)
                found.append(Reason(code="after_predecessor", tasks=name, slot=moment))
        return found

    def _earlier_tasks(self, number: int, place: Place, alone: int) -> list[Reason]:
        """Name what its people do between when they could begin and when they do."""
        team, start = set(place[0]), place[1]
        busy = [
            other
            for other, begin in enumerate(self._plan.start)
            if other != number
            and 0 <= begin < start
            and self._plan.end[other] > alone
            and not team.isdisjoint(self._plan.team[other])
        ]
        first = self._placing.first_for_team(number, place[0], alone, 0)
        if first is None or first[1] < start or not busy:
            return [Reason(code="room_for_others", slot=start)]
        last = max(busy, key=lambda other: self._plan.end[other])
        return [
            Reason(
                code="after_earlier_task",
                tasks=(self.compiled.tasks[last].id,),
                people=self._names(sorted(team & set(self._plan.team[last]))),
                slot=self._plan.end[last],
            )
        ]

    def _others(self, number: int, place: Place) -> list[Place]:
        """Find where other people, or another team, could do it at their earliest."""
        compiled, placing = self.compiled, self._placing
        if compiled.locked[number] is not None or not place[0]:
            return []
        start, end, _ = placing.earliest(number)
        task = compiled.tasks[number]
        if task.locked_start is not None:
            start = task.locked_start
        people = compiled.members(compiled.union[number])
        teams: list[tuple[int, ...]] = []
        if compiled.heads[number] == 1:
            teams = [(each,) for each in people if (each,) != place[0]]
        else:
            teams = placing.teams_without(number, place[0], start)
        found = [placing.first_for_team(number, team, start, end) for team in teams]
        return [
            each
            for each in found
            if each is not None and task.locked_start in (None, each[1])
        ]

    def _alternative(self, number: int, place: Place) -> Alternative | None:
        task = self.compiled.tasks[number]
        others = self._others(number, place)
        if place[0] and task.locked_start is None and not task.started:
            later = self._placing.first_for_team(number, place[0], place[1] + 1, 0)
            others += [later] if later is not None else []
        limit = task.hard_deadline
        others = [each for each in others if limit is None or each[2] <= limit]
        asked = sorted(
            others, key=lambda each: (len(self._pushed(number, each)), each[2])
        )
        priced = [self._priced(number, place, each) for each in asked[:6]]
        return min(
            priced,
            key=lambda each: (len(each.pushes), each.points, each.end),
            default=None,
        )

    def _pushed(self, number: int, place: Place) -> list[int]:
        plan, found = self._plan, []
        for other, from_end, to_end, lag in self.compiled.out_of[number]:
            moment = (place[2] if from_end else place[1]) + lag
            if plan.start[other] >= 0 and (
                (plan.end[other] if to_end else plan.start[other]) < moment
            ):
                found.append(other)
        return found

    def _priced(self, number: int, place: Place, other: Place) -> Alternative:
        trial = self._plan.copy()
        trial.put(number, *other)
        amounts = self.objective.amounts(trial)
        return Alternative(
            people=self._names(other[0]),
            start=other[1],
            end=other[2],
            points=(self.objective.points(amounts) - self._points) / SCALE,
            later=other[2] - place[2],
            finish_later=max(trial.end) - max(self._plan.end),
            pushes=tuple(
                self.compiled.tasks[each].id for each in self._pushed(number, other)
            ),
        )
