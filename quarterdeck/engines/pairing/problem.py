"""What is asked and what is answered; both travel as JSON."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """One thing in which somebody could use a mentor.

    Parameters
    ----------
    number
        Names the need in the answer.
    person
        Whose need it is; somebody may have several and is given one mentor at a time.
    wished
        They asked for a mentor; else they only said that they want to grow in the skill.
    skill
        The skill, or None for a theme in words, which no program compares.
    level
        Their level of the skill from 0 to 5; None where nobody has said.
    leader_is_fine
        They asked that their own leader may be their mentor.
    """

    number: int
    person: int
    wished: bool = True
    skill: int | None = None
    level: int | None = None
    leader_is_fine: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Mentor:
    """Somebody who says that they will mentor.

    Parameters
    ----------
    person
        Who.
    room
        How many more mentees they can take, 0 or more.
    mentees
        How many they have or are asked for now.
    levels
        Their level of each skill that they offer, by skill.
    themes
        Whether they also take themes in words.
    """

    person: int
    room: int
    mentees: int = 0
    levels: dict[int, int]
    themes: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Needs, mentors, and what stands between two people.

    Parameters
    ----------
    needs, mentors
        In any order: the answer is the same.
    leaders
        Pairs (mentor, person): the mentor leads that person directly.
    excluded
        Pairs (mentor, person) that are a pair already, or one of them said no.
    """

    needs: tuple[Need, ...]
    mentors: tuple[Mentor, ...]
    leaders: tuple[tuple[int, int], ...] = ()
    excluded: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A proposed pair, and who else could.

    Parameters
    ----------
    need
        The need that is met.
    person, mentor
        The two.
    above
        Levels of the mentor above the person's; None where one is not known.
    is_leader
        The mentor leads the person, who asked that this may be.
    others
        How many other mentors could.
    next_best
        The best of those: one with room left first. None if there is nobody.
    next_best_is_free
        Whether that one has room beside all that is proposed.
    """

    need: int
    person: int
    mentor: int
    above: int | None
    is_leader: bool
    others: int
    next_best: int | None
    next_best_is_free: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """Somebody who is left without a mentor, and why.

    Parameters
    ----------
    need
        Their first need.
    person
        Who.
    why
        nobody_offers, too_low, only_leader, refused, full, or taken: all who could are
        given to others in this proposal.
    """

    need: int
    person: int
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Each person with a need stands once in one of the two lists."""

    pairs: tuple[Pair, ...]
    left: tuple[Left, ...]
