"""Why these people: what speaks for them against everybody else who could do it."""

from __future__ import annotations

from .explanation import Reason
from .objective import Amounts
from .pricing import Place
from .standing import Standing

Priced = tuple[Place, Amounts]
MOST_NEAR = 3


def others(board: Standing, number: int, place: Place) -> list[Place]:
    """Find where other people, or another team, could do it at their earliest."""
    compiled = board.compiled
    if compiled.locked[number] is not None or not compiled.effort[number]:
        return []
    task = compiled.tasks[number]
    start, end = board.earliest(number)
    if task.locked_start is not None:
        start = task.locked_start
    teams: list[tuple[int, ...]]
    if compiled.heads[number] == 1:
        able = compiled.members(compiled.union[number])
        teams = [(each,) for each in able if (each,) != place[0]]
    else:
        teams = board.placing.teams_without(number, place[0], start)
    found = [board.first(number, team, start, end) for team in teams]
    limit = task.hard_deadline
    return [
        each
        for each in found
        if each is not None
        and task.locked_start in (None, each[1])
        and (limit is None or each[2] <= limit)
    ]


def why_people(
    board: Standing, number: int, place: Place, found: list[Place]
) -> tuple[Reason, ...]:
    """Give the reasons for the people of a task that has been taken off the board."""
    task = board.problem.tasks[number]
    team = board.names(place[0])
    if not place[0]:
        code = "nobody_needed" if board.length(number) else "milestone"
        return (Reason(code=code),)  # type: ignore[arg-type]
    only = _only_ones(board, number)
    alone = {p for each in only for p in each.people} == set(team)
    if task.locked_people is not None:
        kept = Reason(code="started" if task.started else "locked", people=team)
        return (kept, *only) if alone else (kept,)
    if alone:
        return tuple(only)
    return (*only, *_compared(board, number, place, found))


def _only_ones(board: Standing, number: int) -> list[Reason]:
    compiled = board.compiled
    needs = compiled.tasks[number].needs
    if not needs:
        mask, count = compiled.seats[number][0]
        if mask.bit_count() == count:
            who = board.names(compiled.members(mask))
            return [Reason(code="only_one_qualified", people=who)]
        return []
    return [
        Reason(
            code="only_one_qualified",
            people=board.names(compiled.members(mask)),
            skill=need.skill,
            level=need.level,
        )
        for need, (mask, count) in zip(needs, compiled.seats[number], strict=True)
        if mask.bit_count() == count
    ]


def _compared(
    board: Standing, number: int, place: Place, found: list[Place]
) -> tuple[Reason, ...]:
    team, old = board.names(place[0]), board.place(number)
    rest = [each for each in found if not board.pushed(number, each)]
    if not rest:
        return (
            Reason(code="others_hold_up" if found else "free_earliest", people=team),
        )
    priced = [(each, board.prices.change(number, old, each)) for each in rest]
    points = [board.objective.points(change) for _, change in priced]
    if min(points) < 0:
        better = rest[points.index(min(points))]
        return (Reason(code="could_be_better", people=board.names(better[0])),)
    told = _wishes(board, number, place, priced)
    if place[2] < min(each[2] for each in found):
        told.insert(0, Reason(code="free_earliest", people=team))
    told += _own_hours(board, number, place, rest)
    if min(points) == 0:
        equal = [each for each, price in zip(rest, points, strict=True) if not price]
        people = [p for each in equal for p in each[0] if p not in place[0]]
        names = board.names(dict.fromkeys(people))
        return (Reason(code="as_good_as_others", people=names),)
    return tuple(told) or (Reason(code="better_for_the_whole", people=team),)


def _own_hours(
    board: Standing, number: int, place: Place, rest: list[Place]
) -> list[Reason]:
    """Say so where it takes these people less than usual, and less than the others."""
    compiled = board.compiled
    usual, mine = compiled.tasks[number].effort, compiled.slots(number, place[0])
    others = [compiled.slots(number, each[0]) for each in rest]
    if not compiled.own[number] or mine >= min([usual, *others]):
        return []
    names = board.names(place[0])
    return [Reason(code="takes_fewer_hours", people=names, slots=mine, usual=usual)]


def _wishes(
    board: Standing, number: int, place: Place, priced: list[Priced]
) -> list[Reason]:
    """Collect aims by which all others are worse; what they lose is in the plan."""
    objective = board.objective
    price = objective.price
    found = []

    def worse(term: str) -> bool:
        counts = getattr(price, term) or term in board.problem.order
        return bool(counts) and all(getattr(change, term) > 0 for _, change in priced)

    current = objective.current.get(number)
    kept = [p for p in place[0] if current is not None and p in current[0]]
    if kept and worse("stability"):
        found.append(Reason(code="keeps_current_plan", people=board.names(kept)))
    growing = [p for p in place[0] if objective.grows[number] >> p & 1]
    if growing and worse("growth"):
        skill = _wished(board, number, growing[0])
        names = board.names(growing)
        found.append(Reason(code="wants_to_grow", people=names, skill=skill))
    if worse("cost"):
        found.append(Reason(code="cheapest", people=board.names(place[0])))
    if worse("even_load"):
        found.append(Reason(code="less_loaded", people=board.names(place[0])))
    return found


def _wished(board: Standing, number: int, person: int) -> str | None:
    wishes = board.compiled.people[person].wants_to_grow
    needs = board.compiled.tasks[number].needs
    return next((need.skill for need in needs if need.skill in wishes), None)


def nearly(board: Standing, number: int) -> tuple[Reason, ...]:
    """Name people who lack one level of one skill to do the task as well."""
    compiled, task = board.compiled, board.compiled.tasks[number]
    if compiled.locked[number] is not None or len(task.needs) != 1:
        return ()
    need = task.needs[0]
    if need.skill is None or need.level < 1:
        return ()
    allowed = None if task.candidates is None else set(task.candidates)
    near = []
    for person in compiled.people:
        held = next((level for name, level in person.skills if name == need.skill), 0)
        if held == need.level - 1 and (allowed is None or person.id in allowed):
            near.append(person.id)
            if len(near) == MOST_NEAR:
                break
    if not near:
        return ()
    code = "only_one_qualified"
    found = Reason(code=code, people=tuple(near), skill=need.skill, level=need.level)  # type: ignore[arg-type]
    return (found,)
