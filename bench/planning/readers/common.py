"""What all readers share: numbers one after another, and the problem at the end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from quarterdeck.engines.planning import (
    Dependency,
    Mode,
    Person,
    Problem,
    Resource,
    Task,
    Weights,
)

FINISH_ONLY = Weights(
    lateness=0.0,
    priority_finish=0.0,
    makespan=1.0,
    cost=0.0,
    even_load=0.0,
    growth=0.0,
    stability=0.0,
)
LONGEST = 200_000


class Numbers:
    """The whole numbers of a text, one after another."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words: Iterator[str] = iter(words)

    def one(self) -> int:
        """Give the next number."""
        word = next(self._words, None)
        if word is None:
            raise ValueError("it ends too early.")
        try:
            return int(word)
        except ValueError:
            raise ValueError(f"{word!r} is not a whole number.") from None

    def many(self, count: int) -> list[int]:
        """Give the next numbers."""
        if not 0 <= count <= LONGEST:
            raise ValueError(f"it speaks of {count} numbers.")
        return [self.one() for _ in range(count)]


def task_with(
    name: str,
    modes: Sequence[tuple[int, Sequence[int]]],
    kinds: Sequence[str],
    **more: int,
) -> Task:
    """Give a task whose modes are pairs of a duration and amounts by resource."""
    made = []
    for duration, amounts in modes:
        pairs = zip(kinds, amounts, strict=True)
        taken = tuple((kind, amount) for kind, amount in pairs if amount)
        made.append(Mode(effort=duration, amounts=taken))
    return Task(id=name, modes=tuple(made), **more)  # type: ignore[arg-type]


def links_of(after: dict[str, list[str]]) -> list[Dependency]:
    """Give dependencies from each task's successors."""
    unknown = sorted({each for row in after.values() for each in row} - after.keys())
    if unknown:
        raise ValueError(f"tasks follow that are not there: {', '.join(unknown[:5])}.")
    return [
        Dependency(before=before, after=each)
        for before, row in after.items()
        for each in dict.fromkeys(row)
    ]


def finish(
    tasks: Sequence[Task],
    links: Sequence[Dependency],
    resources: Sequence[Resource] = (),
    people: Sequence[Person] = (),
) -> Problem:
    """Give the problem; its horizon is long enough for one task after another."""
    if not tasks:
        raise ValueError("it holds no tasks.")
    longest = [max([t.effort, *(m.effort for m in t.modes)]) for t in tasks]
    horizon = max(1, sum(longest) + max(task.release for task in tasks))
    if horizon > LONGEST:
        raise ValueError(f"its tasks take {horizon} slots, more than {LONGEST}.")
    return Problem(
        horizon=horizon,
        slot_minutes=60,
        people=tuple(
            Person(
                id=each.id,
                working=((0, horizon),),
                skills=each.skills,
                cost_per_hour=each.cost_per_hour,
            )
            for each in people
        ),
        tasks=tuple(tasks),
        dependencies=tuple(links),
        resources=tuple(resources),
        weights=FINISH_ONLY,
    )
