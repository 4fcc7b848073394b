"""What waits for what: find a circle, and what a change of dates would push on."""

from collections import defaultdict, deque
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

# A task is reached in one of two ways. Held: it waits, and so do the rows below it.
# Telling: its own dates count for the row above it and for whatever waits for it.
HELD, TELLING = False, True
DAY, SATURDAY = timedelta(days=1), 5
Node = tuple[int, bool]


@dataclass(frozen=True)
class Steps:
    """Where a search may go from some tasks: pairs (from, to)."""

    waiting: Iterable[tuple[int, int]]  # (before, after)
    children: Iterable[tuple[int, int]]  # (summary, row below it)
    parents: Iterable[tuple[int, int]]  # (row, its summary)


# Asked with the tasks that hold others and the tasks that are held.
NextSteps = Callable[[Collection[int], Collection[int]], Steps]


def path_between(start: int, goal: int, steps_from: NextSteps) -> list[int] | None:
    """Return the tasks by which `goal` ends up waiting for `start`, or None.

    Reads only what can be reached from `start`, one ring after the other.
    """
    if start == goal:
        return [start]
    came_from: dict[Node, Node | None] = {(start, HELD): None, (start, TELLING): None}
    ring: list[Node] = list(came_from)
    while ring:
        following: list[Node] = []
        for source, target in _reached(ring, steps_from):
            if target in came_from:
                continue
            came_from[target] = source
            if target[0] == goal:
                return _walk_back(target, came_from)
            following.append(target)
        ring = following
    return None


def _reached(ring: list[Node], steps_from: NextSteps) -> Iterable[tuple[Node, Node]]:
    telling = {task for task, mode in ring if mode is TELLING}
    held = {task for task, mode in ring if mode is HELD}
    steps = steps_from(telling, held)
    for task in held:
        yield (task, HELD), (task, TELLING)
    for before, after in steps.waiting:
        yield (before, TELLING), (after, HELD)
    for summary, row in steps.children:
        yield (summary, HELD), (row, HELD)
    for row, summary in steps.parents:
        yield (row, TELLING), (summary, TELLING)


def _walk_back(node: Node, came_from: Mapping[Node, Node | None]) -> list[int]:
    path: list[int] = []
    step: Node | None = node
    while step is not None:
        if not path or path[-1] != step[0]:
            path.append(step[0])
        step = came_from[step]
    return path[::-1]


@dataclass(frozen=True)
class Link:
    """`after` waits for `before` in one of four ways, with a lag by the clock."""

    before: int
    after: int
    kind: str
    lag: timedelta


@dataclass(frozen=True)
class Span:
    """When a task is planned."""

    start: datetime
    end: datetime

    def on_a_working_day(self, delay: timedelta) -> "Span":
        """Return it later by whole days, so that it keeps its hours of the day.

        What was to start on a weekday starts on a weekday again.
        """
        days = -(-delay // DAY)
        if self.start.weekday() < SATURDAY:
            arrives = (self.start.weekday() + days) % 7
            days += max(0, 7 - arrives) if arrives >= SATURDAY else 0
        return self.later_by(days * DAY)

    def later_by(self, delay: timedelta) -> "Span":
        return Span(self.start + delay, self.end + delay)


def delay_needed(link: Link, before: Span, after: Span) -> timedelta:
    """Return how much later `after` must be for this link to hold; zero if it holds."""
    given = before.end if link.kind in ("FS", "FF") else before.start
    taken = after.start if link.kind in ("FS", "SS") else after.end
    return max(given + link.lag - taken, timedelta(0))


def pushed_on(spans: Mapping[int, Span], links: Iterable[Link]) -> dict[int, Span]:
    """Return the new spans of the tasks that would have to move, and only of those.

    Tasks keep their length and only ever move later. Links among tasks without dates
    say nothing, and a circle (from an import, say) moves nothing.
    """
    arriving: dict[int, list[Link]] = defaultdict(list)
    for link in links:
        if link.before in spans and link.after in spans:
            arriving[link.after].append(link)
    moved: dict[int, Span] = {}
    for task in _in_order(spans, arriving):
        delays = (
            delay_needed(link, moved.get(link.before, spans[link.before]), spans[task])
            for link in arriving[task]
        )
        delay = max(delays, default=timedelta(0))
        if delay:
            moved[task] = spans[task].on_a_working_day(delay)
    return moved


def _in_order(
    spans: Mapping[int, Span], arriving: Mapping[int, list[Link]]
) -> Iterable[int]:
    """Yield tasks after everything they wait for; tasks in a circle are left out."""
    missing = {task: len(arriving.get(task, ())) for task in spans}
    leaving: dict[int, list[int]] = defaultdict(list)
    for task, links in arriving.items():
        for link in links:
            leaving[link.before].append(task)
    ready = deque(task for task, count in missing.items() if not count)
    while ready:
        task = ready.popleft()
        yield task
        for following in leaving[task]:
            missing[following] -= 1
            if not missing[following]:
                ready.append(following)
