"""Granted stretch tasks as what is kept of them, and as sentences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from quarterdeck.engines import planning
from quarterdeck.engines.planning.stretch import Stretch

from .words import Words, listed

if TYPE_CHECKING:
    from quarterdeck.engines.planning.stretching import Choice

    from .problem import Translation

MOST_SESSIONS = 4  # named in a sentence


def growth_of(
    stretch: Stretch, place: planning.Assignment, translation: Translation
) -> dict[str, Any]:
    """What is kept with the change: who learns what beside whom, and when."""
    axis = translation.axis
    percent = translation.problem.stretch_rules.longer_percent
    return {
        "person_learner": int(stretch.learner),
        "person_mentor": int(stretch.mentor),
        "skill_id": int(stretch.skill),
        "level": stretch.level,
        "percent": percent,
        "hours": axis.hours(longer(stretch.task, translation)),
        "mentoring_hours": axis.hours(stretch.mentoring_slots),
        "booked": stretch.booked,
        "sessions": [
            [axis.moment(first).isoformat(), axis.moment(end).isoformat()]
            for first, end in stretch.sessions
        ],
    }


def longer(task_id: str, translation: Translation) -> int:
    """Slots that a learner takes for a task."""
    problem = translation.problem
    effort = next(task.effort for task in problem.tasks if task.id == task_id)
    return -(-effort * problem.stretch_rules.longer_percent // 100)


def growth_in_words(
    stretch: Stretch, translation: Translation, words: Words
) -> list[str]:
    """Who grows in what, beside whom, for how long, and when."""
    axis = translation.axis
    learner, mentor = words.person(stretch.learner), words.person(stretch.mentor)
    skill, level = words.skill(stretch.skill), stretch.level
    beside = f"with {mentor} as mentor ({axis.hours(stretch.mentoring_slots):g} h)"
    if not stretch.booked:
        beside = f"with {mentor} at work to be asked"
    took = axis.hours(longer(stretch.task, translation))
    usual = next(t.effort for t in translation.problem.tasks if t.id == stretch.task)
    sentences = [
        f"{learner} grows: one level up in {skill} ({level - 1} → {level}), {beside}.",
        f"Learning, it takes {took:g} h instead of {axis.hours(usual):g} h; "
        f"{learner} wished for such work.",
    ]
    if stretch.booked and stretch.sessions:
        shown = [
            f"{words.day(first)}, {axis.moment(first):%H:%M}–{axis.moment(end):%H:%M}"
            for first, end in stretch.sessions[:MOST_SESSIONS]
        ]
        if len(stretch.sessions) > MOST_SESSIONS:
            shown.append(f"{len(stretch.sessions) - MOST_SESSIONS} more times")
        sentences.append(f"{mentor} is beside {learner}: {listed(shown)}.")
    return sentences


def without_growth_in_words(usual: planning.Assignment | None, words: Words) -> str:
    """Who would do it if nobody grew."""
    if usual is None:
        return ""
    who = words.people(usual.people) or "nobody"
    return f"Without growing: {who} from {words.moment(usual.start)}."


def measured_growth(
    choice: Choice, translation: Translation, usual: Sequence[planning.Assignment]
) -> dict[str, Any]:
    """Stretch tasks in numbers: what is granted, what it costs, what else moves."""
    axis = translation.axis
    before = {each.task: each.end for each in usual}
    learning = {each.task for each in choice.stretches}
    return {
        "tasks": len(choice.stretches),
        "hours": axis.hours(choice.stretch_slots),
        "learning_hours": axis.hours(choice.learning_slots),
        "mentoring_hours": axis.hours(choice.mentoring_slots),
        "moves": sum(
            each.end > before.get(each.task, each.end)
            for each in choice.assignments
            if each.task not in learning
        ),
    }


def hours_with_growth(
    hours: Mapping[str, float], stretches: Sequence[Stretch], translation: Translation
) -> dict[str, float]:
    """Hours by person, with what learners need more and what mentors are booked for."""
    found, axis = dict(hours), translation.axis
    effort = {task.id: task.effort for task in translation.problem.tasks}
    for each in stretches:
        more = longer(each.task, translation) - effort[each.task]
        found[each.learner] = found.get(each.learner, 0.0) + axis.hours(more)
        if each.booked:
            mentoring = axis.hours(each.mentoring_slots)
            found[each.mentor] = found.get(each.mentor, 0.0) + mentoring
    return found
