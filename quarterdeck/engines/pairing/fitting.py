"""Whether one mentor fits one need, and how well. Plain rules, no search."""

from __future__ import annotations

from .problem import Mentor, Need

FARTHEST = 8  # level 5 beside none
SURE = 3  # "alone": the level that counts where the mentee's own is not known


def above(need: Need, mentor: Mentor) -> int | None:
    """Return how many levels the mentor stands above; None where one is not known.

    Parameters
    ----------
    need, mentor
        The two that are compared, in the skill of the need.
    """
    if need.skill is None or need.level is None:
        return None
    has = mentor.levels.get(need.skill)
    return None if has is None else has - need.level


def refusal(
    need: Need, mentor: Mentor, *, leads: bool = False, excluded: bool = False
) -> str | None:
    """Return why this mentor cannot be this person's, or None if they can.

    The reasons come in the order in which they are told: nobody_offers (also for
    oneself), too_low, only_leader, refused, full.

    Parameters
    ----------
    leads
        The mentor leads the person directly.
    excluded
        They are a pair already, or one of them has said no.
    """
    if mentor.person == need.person or not _offers(need, mentor):
        return "nobody_offers"
    if not _stands_above(need, mentor):
        return "too_low"
    if leads and not need.leader_is_fine:
        return "only_leader"
    if excluded:
        return "refused"
    return "full" if mentor.room <= 0 else None


def distance(need: Need, mentor: Mentor) -> int:
    """Return what a pair costs beside others that are possible too, 0 to 8.

    Nearest above first: whoever has just learnt it remembers how, and those far above
    are kept for whom nobody else can help. It is a choice, not a finding. Where a
    level is not known, or a theme is in words, it costs as much as the farthest: what
    is known to fit comes first.
    """
    levels = above(need, mentor)
    return FARTHEST if levels is None else 2 * (levels - 1)


def _offers(need: Need, mentor: Mentor) -> bool:
    return mentor.themes if need.skill is None else need.skill in mentor.levels


def _stands_above(need: Need, mentor: Mentor) -> bool:
    if need.skill is None:
        return True
    has = mentor.levels[need.skill]
    return has >= SURE if need.level is None else has > need.level
