"""Work that is going on: one task at a time for each person."""

from collections.abc import Iterable
from dataclasses import replace

from quarterdeck.engines import planning


def one_at_a_time(tasks: Iterable[planning.Task]) -> tuple[planning.Task, ...]:
    """Let each person go on with the most pressing of what they have begun.

    People often begin several tasks; nobody does two in the same hour. The others stay
    with their people and come as soon as there is room.
    """
    found = {task.id: task for task in tasks}
    busy: set[str] = set()
    for task in sorted(filter(_begun, found.values()), key=_pressing):
        people = set(task.locked_people or ())
        if people & busy:
            found[task.id] = replace(task, started=False)
        else:
            busy |= people
    return tuple(found.values())


def _begun(task: planning.Task) -> bool:
    return task.started


def _pressing(task: planning.Task) -> tuple[bool, int, int, int]:
    """Nearest deadline first, then the weightier one, then the older record."""
    deadline = task.hard_deadline if task.deadline is None else task.deadline
    return (deadline is None, deadline or 0, -task.priority, int(task.id))
