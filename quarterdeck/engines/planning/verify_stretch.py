"""An independent reading of the rules for stretch tasks, as ``stretch.py`` tells them.

Slots are counted one by one in sets, in another way than the planner finds them.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from .problem import Assignment, Need, Person, Problem, Task
from .stretch import Stretch, Wish

Placed = Mapping[str, Assignment]


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with one stretch task: the rule, whom it is about, the facts."""

    rule: str
    task: str
    people: tuple[str, ...] = ()
    expected: str = ""
    found: str = ""


def tasks_as_granted(problem: Problem, stretches: Sequence[Stretch]) -> dict[str, Task]:
    """Give all tasks, those of learners longer and without asking for the skill."""
    tasks = {task.id: task for task in problem.tasks}
    for each in stretches:
        task = tasks.get(each.task)
        if task is not None:
            tasks[task.id] = replace(
                task,
                effort=_longer(problem, task, each.learner),
                effort_of=(),
                needs=(),
            )
    return tasks


def stretch_faults(
    problem: Problem, placed: Placed, stretches: Sequence[Stretch]
) -> Iterator[Fault]:
    """Name every rule that a granted stretch task breaks."""
    tasks = {task.id: task for task in problem.tasks}
    people = {person.id: person for person in problem.people}
    for name, times in Counter(each.task for each in stretches).items():
        if times > 1:
            yield Fault("stretch_twice", name)
    sound = []
    for each in stretches:
        there = each.task in tasks and {each.learner, each.mentor} <= people.keys()
        if not there or each.task not in placed:
            yield Fault("stretch_unknown", each.task, (each.learner, each.mentor))
            continue
        sound.append(each)
        yield from _grant(each, tasks[each.task], people[each.learner], placed)
        yield from _slack(problem, each, placed)
        yield from _mentor(problem, each, tasks[each.task], people, placed)
    yield from _caps(problem, sound, tasks, people)
    yield from _booked_twice(sound)


def _longer(problem: Problem, task: Task, learner: str) -> int:
    percent = problem.stretch_rules.longer_percent
    usual = {**dict.fromkeys([learner], task.effort), **dict(task.effort_of)}
    whole, rest = divmod(usual[learner] * percent, 100)
    return whole + (1 if rest else 0)


def _wish(person: Person, skill: str) -> Wish | None:
    return next((wish for wish in person.stretch if wish.skill == skill), None)


def _level(person: Person, skill: str) -> int:
    return dict(person.skills).get(skill, 0)


def _grant(
    each: Stretch, task: Task, learner: Person, placed: Placed
) -> Iterator[Fault]:
    who = (each.learner,)
    if placed[task.id].people != who:
        yield Fault("stretch_learner", task.id, who)
    wish = _wish(learner, each.skill)
    if wish is None or wish.mentor != each.booked:
        yield Fault("stretch_wish", task.id, who, f"a wish for {each.skill}")
    asked = task.needs == (Need(skill=each.skill, level=each.level),)
    free = not (task.started or task.locked_people or task.modes)
    if not (asked and free):
        yield Fault("stretch_alone", task.id, who, "one person by this skill, free")
    own = _level(learner, each.skill)
    if own + 1 != each.level:
        yield Fault("stretch_level", task.id, who, f"{each.level - 1}", f"{own}")


def _slack(problem: Problem, each: Stretch, placed: Placed) -> Iterator[Fault]:
    margin = problem.stretch_rules.margin_slots
    task = next(task for task in problem.tasks if task.id == each.task)
    over = placed[task.id].end + margin
    for date in (task.deadline, task.hard_deadline):
        if date is not None and over > date:
            yield Fault("stretch_slack", task.id, (), f"over by {date}", f"{over}")
    started = {other.id for other in problem.tasks if other.started}
    for link in problem.dependencies:
        after = placed.get(link.after)
        if link.before != task.id or after is None or link.after in started:
            continue
        moment = {"FS": after.start, "FF": after.end}.get(link.kind)
        if moment is not None and over + link.lag > moment:
            needed = f"{link.after} not before {over + link.lag}"
            yield Fault("stretch_slack", task.id, (), needed, f"{moment}")


def _mentor(
    problem: Problem,
    each: Stretch,
    task: Task,
    people: Mapping[str, Person],
    placed: Placed,
) -> Iterator[Fault]:
    who, rules = (each.learner, each.mentor), problem.stretch_rules
    mentor, learner = people[each.mentor], people[each.learner]
    needed = _level(learner, each.skill) + rules.levels_above
    allowed = task.candidates is None or each.mentor in task.candidates
    if each.mentor == each.learner or not allowed:
        yield Fault("stretch_mentor", each.task, who, "somebody else of those asked")
    if _level(mentor, each.skill) < needed:
        yield Fault("stretch_mentor", each.task, who, f"level {needed} or more")
    mine = placed[each.task]
    both = _slots(learner.working) & _slots(mentor.working)
    both &= set(range(mine.start, mine.end))
    if each.booked:
        for other in placed.values():
            if each.mentor in other.people:
                both -= set(range(other.start, other.end))
    sat = [slot for span in each.sessions for slot in range(*span)]
    whole, rest = divmod(
        _longer(problem, task, each.learner) * rules.mentoring_percent, 100
    )
    share = whole + (1 if rest else 0)
    if len(sat) < share or len(set(sat)) < len(sat):
        yield Fault("stretch_share", each.task, who, f"{share}", f"{len(sat)}")
    if not set(sat) <= both:
        yield Fault("stretch_session", each.task, who, "when both can")


def _slots(spans: Sequence[tuple[int, int]]) -> set[int]:
    return {slot for span in spans for slot in range(*span)}


def _caps(
    problem: Problem,
    stretches: Sequence[Stretch],
    tasks: Mapping[str, Task],
    people: Mapping[str, Person],
) -> Iterator[Fault]:
    given: dict[tuple[str, str], int] = defaultdict(int)
    for each in stretches:
        hours = _longer(problem, tasks[each.task], each.learner)
        given[each.learner, each.skill] += hours
    for (learner, skill), slots in given.items():
        wish = _wish(people[learner], skill)
        if wish is not None and slots > wish.limit_slots:
            most = f"{wish.limit_slots}"
            yield Fault("stretch_cap", "", (learner,), most, f"{slots}")


def _booked_twice(stretches: Sequence[Stretch]) -> Iterator[Fault]:
    """Nobody mentors two at once, nor is one in a session while somebody's learner."""
    taken: dict[str, set[int]] = defaultdict(set)
    for each in stretches:
        mine = _slots(each.sessions) if each.booked else set()
        if mine & taken[each.mentor]:
            yield Fault("stretch_booked", each.task, (each.mentor,))
        taken[each.mentor] |= mine
