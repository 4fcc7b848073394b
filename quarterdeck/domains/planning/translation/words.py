"""Names and days for the planner's ids and slots; its conflicts as sentences."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from quarterdeck.engines import planning

from .problem import Translation

MOST_NAMES = 3


class Words:
    """Names and days for the ids and slots of one problem."""

    def __init__(self, translation: Translation, skills: Mapping[int, str]) -> None:
        self.axis = translation.axis
        self.tasks, self.persons = translation.tasks, translation.people
        self.skills = skills
        self.resources = {e.id: e.name or e.id for e in translation.problem.resources}
        starts = [t.release for t in translation.problem.tasks if not t.started]
        self.now = min(starts, default=0)  # nothing new may begin before

    def task(self, task_id: str) -> str:
        return f"“{self.tasks[int(task_id)].title}”"

    def few_tasks(self, ids: Sequence[str]) -> list[str]:
        """Names of the first of some tasks, and how many more there are."""
        names = [self.task(i) for i in ids[:MOST_NAMES]]
        more = len(ids) - len(names)
        return [*names, f"{more} more"] if more else names

    def resource(self, resource_id: str | None) -> str:
        """What a room, a machine, material or a budget is called."""
        return self.resources.get(resource_id or "", resource_id or "what it needs")

    def person(self, person_id: str) -> str:
        return self.persons[int(person_id)].name

    def people(self, ids: Iterable[str]) -> str:
        names = [self.person(i) for i in ids]
        if len(names) > MOST_NAMES:
            names = [*names[:MOST_NAMES], f"{len(names) - MOST_NAMES} more"]
        return listed(names)

    def skill(self, skill_id: str | None) -> str:
        return self.skills.get(int(skill_id or 0), "a skill that is gone")

    def day(self, slot: int) -> str:
        return said(self.axis.day(slot))

    def last_day(self, end_slot: int) -> str:
        return said(self.axis.last_day(end_slot))

    def moment(self, slot: int) -> str:
        return f"{self.day(slot)}, {self.axis.moment(slot):%H:%M}"


def said(day: date) -> str:
    """4 Aug 2026"""
    return f"{day.day} {day:%b %Y}"


def listed(names: list[str]) -> str:
    """Ann, Bo and Cem"""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def conflict_in_words(conflict: planning.Conflict, words: Words) -> list[str]:
    """Each member of the conflict by name; together they cannot hold."""
    return [_conflict_item(item, words) for item in conflict.items]


def _conflict_item(item: planning.ConflictItem, words: Words) -> str:
    task = words.task(item.tasks[0]) if item.tasks else ""
    who = words.people(item.people)
    first, end = item.first_slot or 0, item.end_slot or 0
    if item.kind == "cycle":
        path = [*item.tasks, item.tasks[0]]
        return "These wait for each other: " + " → ".join(words.task(t) for t in path)
    if item.kind == "dependency":
        return f"{words.task(item.tasks[1])} waits for {task}"
    if item.kind == "need":
        people = f"{item.count} people" if (item.count or 1) > 1 else "somebody"
        skill = f" with {words.skill(item.skill)} {item.level}" if item.skill else ""
        can = f"only {who} can" if item.people else "nobody can"
        return f"{task} needs {people}{skill}; {can}"
    return {
        "deadline": f"{task} has the firm deadline {words.last_day(end)}",
        "lock_people": f"{task} needs {who}: it is locked",
        "lock_start": f"{task} is locked to start on {words.moment(first)}",
        "started": f"{who} has begun {task}",
        "candidates": f"{task} may be done only by {who}",
        "release": f"{task} may not begin before {words.day(first)}",
        "leave": f"{who} is away {words.day(first)} to {words.last_day(end)}",
        "working": f"{who} has only so many working hours",
        "resource": f"there is only so much of {words.resource(item.resource)}",
        "lock_mode": f"how {task} is done is locked",
    }[item.kind]


def left_out_in_words(each: planning.Unplaced, words: Words) -> str:
    """Why the planner found no place for a task."""
    skill = words.skill(each.skill) if each.skill else "it"
    level = f" {each.level}" if each.skill and each.level else ""
    return {
        "nobody_qualified": f"nobody in the team can do {skill}{level}",
        "not_enough_people": f"needs {each.count} people for {skill}{level}; fewer can"
        if each.count
        else "needs more people at once than can do it",
        "not_enough_resource": "takes more than there ever is of what it needs",
        "no_common_time": "the people it needs never work together long enough",
        "beyond_horizon": "no room was found within the time that was planned",
        "predecessor_unplaced": "waits for "
        + listed([words.task(t) for t in each.others[:MOST_NAMES]])
        + ", which has no place either",
        "hard_limits_not_met": "the search was stopped before firm limits were met",
    }[each.reason]
