"""Stretch: work one level above what somebody can, with somebody above beside them.

A *learner* whose level in a skill is one below what a task asks for may take that task
where all of this holds; ``verify`` checks each, and knows nothing of how it was found:

wish
    The learner wished to grow in this skill (``Person.stretch``), and all their stretch
    tasks in it together ask for no more slots than the wish allows.
alone
    The task asks for one person, by this skill, has no modes, and is neither begun nor
    locked to somebody. One task, one learner.
longer
    The learner works ``longer_percent`` of the task's effort, rounded up to a slot.
slack
    The task is over ``margin_slots`` before its deadlines, and before each task that
    waits for its end. So one that runs over by as much makes nobody late.
mentor
    Somebody else who may be asked for the task, with a level at least ``levels_above``
    above the learner's, is there for ``mentoring_percent`` of the longer effort, rounded
    up to a slot, in hours in which the learner works on the task. If the wish asks for a
    mentor, these hours are booked: the mentor does nothing else in them. Without, it is
    enough that somebody above is at work then, to be asked.
"""

from dataclasses import dataclass

Span = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """A person's wish to be given work one level up in a skill.

    Parameters
    ----------
    skill
        The skill.
    limit_slots
        How many slots of such work the person wants in one plan at most.
    mentor
        Whether hours of a mentor shall be booked; else one above is only at work.
    """

    skill: str
    limit_slots: int
    mentor: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class StretchRules:
    """What growing costs; our assumptions, shown to whoever asks for a plan.

    Parameters
    ----------
    longer_percent
        Effort of a learner, in percent of the task's: 125 is a quarter longer.
    mentoring_percent
        Share of that time in which the mentor is there.
    margin_slots
        Slots, by the clock, between the end of a stretch task and whatever is next.
    levels_above
        How far the mentor is above the learner; 1 is the level the task asks for.
    """

    longer_percent: int = 125
    mentoring_percent: int = 10
    margin_slots: int = 0
    levels_above: int = 1


USUAL_RULES = StretchRules()


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """One stretch task that is granted: ``sessions`` are half-open, ascending slots."""

    task: str
    learner: str
    skill: str
    level: int
    mentor: str
    sessions: tuple[Span, ...]
    booked: bool = True

    @property
    def mentoring_slots(self) -> int:
        """How long the mentor is there."""
        return sum(end - first for first, end in self.sessions)
