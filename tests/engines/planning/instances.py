"""Random small problems for property tests, and a few made by hand."""

from __future__ import annotations

from hypothesis import strategies as st

from quarterdeck.engines.planning import (
    Absence,
    Assignment,
    Dependency,
    Need,
    Person,
    Problem,
    Task,
    Weights,
)

# Only the end counts.
FINISH = Weights(
    lateness=0.0, priority_finish=0.0, even_load=0.0, growth=0.0, stability=0.0
)
SKILLS = ("law", "ops", "art")
DAY = 8


@st.composite
def persons(draw: st.DrawFn, name: str, horizon: int) -> Person:
    """A person with days of eight slots, days off, part time and leave."""
    first = draw(st.integers(0, 2))
    last = draw(st.integers(first + 2, DAY))
    lunch = draw(st.booleans())
    off = draw(st.sets(st.integers(0, horizon // DAY), max_size=4))
    working: list[tuple[int, int]] = []
    for day in range(horizon // DAY):
        if day % 7 >= 5 or day in off:
            continue
        at = day * DAY
        parts = [(first, last)]
        if lunch and last - first > 3:
            parts = [(first, first + 2), (first + 3, last)]
        working += [(at + a, at + b) for a, b in parts]
    skills = draw(st.dictionaries(st.sampled_from(SKILLS), st.integers(0, 3)))
    return Person(
        id=name,
        working=tuple(working),
        skills=tuple(sorted(skills.items())),
        cost_per_hour=draw(st.sampled_from([None, 20.0, 33.3])),
        wants_to_grow=tuple(draw(st.sets(st.sampled_from(SKILLS), max_size=1))),
        growth_limit_slots=draw(st.integers(0, 10)),
        absences=tuple(
            Absence(first_slot=day * DAY, end_slot=(day + 1) * DAY)
            for day in sorted(off)
        ),
    )


@st.composite
def tasks(
    draw: st.DrawFn, name: str, horizon: int, people: list[str], locks: bool
) -> Task:
    """A task; one in eight is a milestone, some are locked, started or hard."""
    effort = draw(st.sampled_from([0, 1, 2, 3, 4, 5, 7, 9]))
    limit = st.none() | st.integers(0, horizon)
    needs: tuple[Need, ...] = ()
    if effort and draw(st.booleans()):
        chosen = draw(st.lists(st.sampled_from(SKILLS), max_size=2, min_size=1))
        needs = tuple(
            Need(
                skill=skill,
                level=draw(st.integers(0, 2)),
                count=draw(st.sampled_from([1, 1, 2])),
            )
            for skill in chosen
        )
    extra: dict[str, object] = {}
    if effort and draw(st.integers(0, 5)) == 0:
        some = st.sets(st.sampled_from(people), min_size=1)
        extra["candidates"] = tuple(sorted(draw(some)))
    if locks and effort and draw(st.integers(0, 5)) == 0:
        one = (draw(st.sampled_from(people)),)
        kind = draw(st.sampled_from(["people", "start", "started"]))
        if kind != "start":
            extra["locked_people"] = one
        if kind != "people":
            extra["locked_start"] = draw(st.none() | st.integers(0, horizon // 2))
        extra["started"] = kind == "started"
    return Task(
        id=name,
        effort=effort,
        needs=needs,
        release=draw(st.sampled_from([0, 0, 0, 5, 11])),
        deadline=draw(limit),
        hard_deadline=draw(limit) if locks and draw(st.integers(0, 4)) == 0 else None,
        priority=draw(st.integers(0, 5)),
        **extra,  # type: ignore[arg-type]
    )


@st.composite
def problems(draw: st.DrawFn, *, locks: bool = True, most_tasks: int = 9) -> Problem:
    """A problem of a few people and tasks with links of all kinds."""
    horizon = DAY * draw(st.sampled_from([7, 14, 21]))
    names = [f"p{n}" for n in range(draw(st.integers(1, 4)))]
    people = tuple(draw(persons(name, horizon)) for name in names)
    count = draw(st.integers(1, most_tasks))
    made = tuple(draw(tasks(f"t{n}", horizon, names, locks)) for n in range(count))
    pairs = draw(
        st.sets(
            st.tuples(st.integers(0, count - 1), st.integers(0, count - 1)), max_size=6
        )
    )
    links = tuple(
        Dependency(
            before=f"t{min(pair)}",
            after=f"t{max(pair)}",
            kind=draw(st.sampled_from(["FS", "FS", "SS", "FF", "SF"])),
            lag=draw(st.sampled_from([0, 0, 0, 3, 10, -4])),
        )
        for pair in sorted(pairs)
        if pair[0] != pair[1]
    )
    current = tuple(
        Assignment(
            task=f"t{n}",
            people=(draw(st.sampled_from(names)),),
            start=(start := draw(st.integers(0, horizon - 1))),
            end=start + 3,
        )
        for n in range(count)
        if draw(st.integers(0, 3)) == 0
    )
    return Problem(
        horizon=horizon,
        slot_minutes=60,
        people=people,
        tasks=made,
        dependencies=links,
        current=current,
        weights=draw(st.sampled_from([Weights(), *SPECIAL])),
    )


SPECIAL = (
    Weights(cost=0.1, growth=1.0, stability=0.5),
    Weights(makespan=0.0, priority_finish=1.0, lateness=0.0),
    Weights(lateness=0.0, priority_finish=0.0, makespan=1.0, even_load=0.0),
)


def office(
    days: int, *, off: tuple[int, ...] = (), day: int = 24
) -> tuple[tuple[int, int], ...]:
    """Nine to five by the hour from Monday on, weekends and days off left out."""
    return tuple(
        (n * day + 9, n * day + 17) for n in range(days) if n % 7 < 5 and n not in off
    )


def small_team(**changes: object) -> Problem:
    """Mara (law, on leave from day 2 to 13) and Bo (ops), four weeks, two tasks."""
    mara = Person(
        id="mara",
        working=office(28, off=tuple(range(2, 14))),
        skills=(("law", 3),),
        cost_per_hour=50.0,
        absences=(Absence(first_slot=48, end_slot=336, name="leave"),),
    )
    bo = Person(id="bo", working=office(28), skills=(("ops", 2),), cost_per_hour=20.0)
    contract = Task(id="contract", effort=8, needs=(Need(skill="law", level=2),))
    move = Task(id="move", effort=12, needs=(Need(skill="ops"),))
    values: dict[str, object] = {
        "horizon": 28 * 24,
        "slot_minutes": 60,
        "people": (mara, bo),
        "tasks": (contract, move),
        "dependencies": (Dependency(before="contract", after="move"),),
    }
    return Problem(**{**values, **changes})  # type: ignore[arg-type]
