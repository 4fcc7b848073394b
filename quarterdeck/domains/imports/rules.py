"""Plain arithmetic of imports: sources, lags, texts, levels."""

import hashlib

from quarterdeck.formats import TaskRow

HOURS_OF_A_DAY = 8.0


def source_of(format_name: str, title: str) -> str:
    """A short name under which the same file is known when it comes again."""
    whole = f"{format_name}:{title}"
    if len(whole) <= 60:
        return whole
    return f"{whole[:47]}~{hashlib.sha256(whole.encode()).hexdigest()[:12]}"


def clock_hours(working_hours: float, hours_of_a_day: float = HOURS_OF_A_DAY) -> float:
    """A lag in working hours as hours on the clock: two working days are two days."""
    days, rest = divmod(abs(working_hours), hours_of_a_day)
    hours = days * 24 + rest
    return -hours if working_hours < 0 else hours


def hours_each(total: float | None, people: int) -> float | None:
    """Hours of a task for each who does it; a file counts them together."""
    return None if total is None else total / max(1, people)


def level_of(level: float | None) -> int:
    """A skill level from 0 to 5; one that is only named counts as the first."""
    return 1 if level is None else max(0, min(5, round(level)))


def description_of(task: TaskRow, comments: list[str]) -> str:
    """The description with whatever has no field of its own, so that nothing is lost."""
    is_ours = task.raw_status.casefold() == task.status
    extra = [
        ("Labels", ", ".join(task.labels)),
        ("Status in the file", "" if is_ours else task.raw_status),
        ("Story points", f"{task.story_points:g}" if task.story_points else ""),
        ("Hours spent", f"{task.spent:g}" if task.spent else ""),
        ("Link", task.url),
    ]
    lines = [f"{name}: {value}" for name, value in extra if value]
    parts = [task.description, "\n".join(lines), "\n\n".join(comments)]
    return "\n\n".join(part for part in parts if part)
