"""Why then: what keeps a task from beginning earlier, and since when it could without.

Each reason is tried by taking it away: links and release are left out, earlier work is
taken off the board. What changes nothing is not named.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from .compiled import Link
from .explanation import Reason
from .pricing import Place
from .standing import Standing

MOST_TASKS = 40  # work in the way that is looked through


def why_then(board: Standing, number: int, place: Place) -> tuple[Reason, ...]:
    """Give the reasons for the start of a task that has been taken off the board."""
    task = board.problem.tasks[number]
    if task.started:
        return (Reason(code="under_way", slot=place[1]),)
    if task.locked_start is not None:
        return (Reason(code="locked_start", slot=place[1]),)
    start, end = board.earliest(number)
    alone = board.alone(number, place[0], start, end)
    if alone is not None and place[1] > alone:
        return _held_up(board, number, place, (start, end, alone))
    bounds = _Bounds(board, number, place)
    found = (*bounds.reasons(), *bounds.busy_as_well())
    return found or (Reason(code="from_the_start", slot=place[1]),)


class _Bounds:
    """Links, release and working time: which of them keep the task where it is."""

    def __init__(self, board: Standing, number: int, place: Place) -> None:
        self.board, self.number, self.place = board, number, place
        start, end = board.earliest(number)
        self.links = [
            link
            for link in board.compiled.into[number]
            if 0 < board.moment(link) == (end if link.to_end else start)
        ]
        release = board.compiled.tasks[number].release
        self.release = bool(release) and release == start
        self.waits = bool(place[0]) and (
            max(start, end - board.compiled.effort[number]) < place[1]
        )

    def begin(self, links: Collection[Link], *, release: bool, works: bool) -> int:
        """Give when the task could begin with only some of what binds."""
        gone = [each for each in self.links if each not in links]
        start, end = self.board.earliest(self.number, gone, release=release)
        team = self.place[0]
        if not works:
            return max(0, start, end - self.board.compiled.effort[self.number])
        found = self.board.alone(self.number, team, start, end)
        return self.place[1] if found is None else found

    def reasons(self) -> tuple[Reason, ...]:
        """Give what makes a difference, alone or as the last of several."""
        links, release, waits = self.links, self.release, self.waits
        free = self.begin([], release=not release, works=not waits)
        found = []
        for link in links:
            others = [each for each in links if each != link]
            alone = self.begin(others, release=True, works=True)
            last = self.begin([link], release=not release, works=not waits)
            if alone < self.place[1] or free < last:
                found.append(self._after(link, others, alone))
        if release:
            alone = self.begin(links, release=False, works=True)
            last = self.begin([], release=True, works=not waits)
            if alone < self.place[1] or free < last:
                slot = self.board.compiled.tasks[self.number].release
                made = Reason(code="release", slot=slot)
                found.append(self._with(made, [], alone))
        if waits and self.begin(links, release=True, works=False) < self.place[1]:
            people = self.board.names(self.place[0])
            slot = self.place[1]
            found.append(Reason(code="working_time", people=people, slot=slot))
        return tuple(dict.fromkeys(found))

    def busy_as_well(self) -> tuple[Reason, ...]:
        """Give work that keeps it where it is even without links and release."""
        board, number, place = self.board, self.number, self.place
        release = not self.release
        start, end = board.earliest(number, self.links, release=release)
        alone = board.alone(number, place[0], start, end)
        if alone is None or alone >= place[1]:
            return ()
        first = board.first(number, place[0], start, end)
        if first is not None and first[1] < place[1]:
            return ()
        return _busy(board, number, place, (start, end, alone), alone_helps=False)

    def _after(self, link: Link, others: list[Link], alone: int) -> Reason:
        tasks = self.board.ids([link.other])
        moment = self.board.moment(link)
        made = Reason(code="after_predecessor", tasks=tasks, slot=moment)
        return self._with(made, [link], alone, others)

    def _with(
        self,
        reason: Reason,
        gone: list[Link],
        alone: int,
        kept: Collection[Link] | None = None,
    ) -> Reason:
        """Add when the task could begin without this, if that is earlier."""
        if alone >= self.place[1]:
            return reason
        release = reason.code != "release"
        start, end = self.board.earliest(self.number, gone, release=release)
        could = self.board.first(self.number, self.place[0], start, end)
        if could is None or could[1] >= self.place[1]:
            return reason
        return replace(reason, without=could[1])


def _held_up(
    board: Standing, number: int, place: Place, since: tuple[int, int, int]
) -> tuple[Reason, ...]:
    """Say what its people and resources are taken by before it begins."""
    start, end, _ = since
    first = board.first(number, place[0], start, end)
    if first is not None and first[1] < place[1]:
        return (_earlier_is_free(board, number, first),)
    return _busy(board, number, place, since, alone_helps=True)


def _busy(
    board: Standing,
    number: int,
    place: Place,
    since: tuple[int, int, int],
    *,
    alone_helps: bool,
) -> tuple[Reason, ...]:
    """Name the work that its people and resources are taken by."""
    needed, could = _in_the_way(board, number, place, since)
    could = could if alone_helps else None
    team = set(place[0])
    by_people = [e for e in needed if team & set(board.plan.team[e])]
    found = []
    if by_people:
        shared = {p for e in by_people for p in board.plan.team[e]} & team
        found.append(
            Reason(
                code="after_earlier_task",
                tasks=board.ids(by_people),
                people=board.names(sorted(shared)),
                slot=max(board.plan.end[each] for each in by_people),
                without=could if len(by_people) == len(needed) else None,
            )
        )
    for name, holders in _by_resource(board, number, needed, by_people).items():
        found.append(
            Reason(
                code="waits_for_resource",
                tasks=board.ids(holders),
                resource=name,
                slot=max(board.plan.end[each] for each in holders),
                without=could if len(holders) == len(needed) else None,
            )
        )
    return tuple(found)


def _by_resource(
    board: Standing, number: int, needed: list[int], by_people: list[int]
) -> dict[str, list[int]]:
    """Group work in the way by the first resource that it shares with the task."""
    found: dict[str, list[int]] = {}
    mine = [name for name, amount in _amounts(board, number) if amount]
    for each in needed:
        if each in by_people:
            continue
        taken = {name for name, amount in _amounts(board, each) if amount}
        shared = next((name for name in mine if name in taken), None)
        if shared is not None:
            found.setdefault(shared, []).append(each)
    return found


def _amounts(board: Standing, number: int) -> tuple[tuple[str, int], ...]:
    mode = board.modes[number]
    return mode.amounts if mode is not None else ()


def _in_the_way(
    board: Standing, number: int, place: Place, since: tuple[int, int, int]
) -> tuple[list[int], int | None]:
    """Take off work that ends last until the task fits earlier; keep what matters."""
    start, end, alone = since
    team = set(place[0])
    held = {name for name, amount in _amounts(board, number) if amount}
    busy = [
        other
        for other, begin in enumerate(board.plan.start)
        if other != number
        and 0 <= begin < place[1]
        and board.plan.end[other] > alone
        and (
            not team.isdisjoint(board.plan.team[other])
            or held & {name for name, _ in _amounts(board, other)}
        )
    ]
    busy.sort(key=lambda other: (-board.plan.end[other], other))
    gone: list[int] = []

    def fits() -> int | None:
        first = board.first(number, place[0], start, end)
        return first[1] if first is not None and first[1] < place[1] else None

    try:
        while fits() is None:
            if not busy or len(gone) >= MOST_TASKS:
                return [], None
            gone.append(busy.pop(0))
            board.take_off(gone[-1:])
        for other in [*gone]:
            board.put_back([other])
            gone.remove(other)
            if fits() is None:
                board.take_off([other])
                gone.append(other)
        return sorted(gone, key=lambda e: (-board.plan.end[e], e)), fits()
    finally:
        board.put_back(gone)


def _earlier_is_free(board: Standing, number: int, first: Place) -> Reason:
    """Say what beginning earlier, which is possible, would cost or gain."""
    points = board.points(number, first)
    if points > 0:
        _, begin = board.objective.current[number]
        return Reason(code="keeps_current_start", slot=begin, without=first[1])
    code = "could_begin_earlier" if points < 0 else "no_gain_earlier"
    return Reason(code=code, slot=first[1])  # type: ignore[arg-type]
