"""The planner's reasons as sentences about people, tasks and days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .words import MOST_NAMES, Words, listed

if TYPE_CHECKING:
    from quarterdeck.engines import planning


def reasons_in_words(explanation: planning.Explanation, words: Words) -> list[str]:
    """One sentence for each reason: first why these people, then why then."""
    codes = (*explanation.why_people, *explanation.why_then)
    return [_reason(reason, explanation, words) for reason in codes]


def _reason(
    reason: planning.Reason, explanation: planning.Explanation, words: Words
) -> str:
    who, skill = words.people(reason.people), ""
    if reason.skill:
        skill = words.skill(reason.skill)
    if len(reason.people) > 1:
        people = _of_several(who, explanation.qualified, skill)
    else:
        people = _of_one(who, explanation.qualified, skill)
    return (people | _of_time(reason, words))[reason.code]


def _of_one(who: str, qualified: int, skill: str) -> dict[str, str]:
    able = f"can do {skill} well enough" if skill else "may do it"
    return {
        "locked": f"{who} stays on it: it is locked.",
        "started": f"{who} has begun it.",
        "only_one_qualified": f"{who} is the only one who {able}.",
        "free_earliest": f"{who} is free earliest of {qualified} who can.",
        "keeps_current_plan": f"{who} is on it already.",
        "wants_to_grow": f"{who} wants to grow in {skill or 'this'}.",
        "cheapest": f"Of {qualified} who can, {who} does it best by these weights, "
        "cost among them.",
        "better_for_the_whole": f"Of {qualified} who can, {who} leaves the best plan "
        "for the rest.",
    }


def _of_several(who: str, qualified: int, skill: str) -> dict[str, str]:
    able = f"can do {skill} well enough" if skill else "may do it"
    return {
        "locked": f"{who} stay on it: it is locked.",
        "started": f"{who} have begun it.",
        "only_one_qualified": f"{who} are the only ones who {able}.",
        "free_earliest": f"{who} are free earliest of {qualified} who can.",
        "keeps_current_plan": f"{who} are on it already.",
        "wants_to_grow": f"{who} want to grow in {skill or 'this'}.",
        "cheapest": f"Of {qualified} who can, {who} do it best by these weights, "
        "cost among them.",
        "better_for_the_whole": f"Of {qualified} who can, {who} leave the best plan "
        "for the rest.",
    }


def _of_time(reason: planning.Reason, words: Words) -> dict[str, str]:
    many = len(reason.people) > 1
    who = words.people(reason.people)
    tasks = listed([words.task(t) for t in reason.tasks[:MOST_NAMES]])
    day = words.moment(reason.slot) if reason.slot is not None else ""
    return {
        "milestone": "A milestone needs nobody.",
        "locked_start": f"Its start on {day} is locked.",
        "after_predecessor": f"It waits for {tasks} until {day}.",
        "after_earlier_task": f"{who} {'do' if many else 'does'} {tasks} until {day}.",
        "release": f"It may not begin before {day}.",
        "working_time": f"{who} {'work' if many else 'works'} next on {day}.",
        "from_the_start": "It can begin at once.",
        "room_for_others": "It can wait; beginning later leaves room for what cannot.",
    }


def alternative_in_words(found: planning.Alternative | None, words: Words) -> str:
    """The next best choice and what it would cost, or why there is none."""
    if found is None:
        return "There is no other choice: locks or the calendar leave none."
    who = words.people(found.people) or "Nobody"
    parts = [f"Next best: {who} from {words.moment(found.start)}"]
    if found.later:
        parts.append(_shift(words.axis.hours(found.later), "this task ends"))
    if found.finish_later > 0:
        parts.append(_shift(words.axis.hours(found.finish_later), "the plan ends"))
    if found.pushes:
        more = len(found.pushes)
        parts.append(f"{more} more {'task' if more == 1 else 'tasks'} would move")
    return f"{'; '.join(parts)}."


def _shift(hours: float, what: str) -> str:
    amount = abs(hours)
    told = f"{amount / 24:.0f} days" if amount >= 36 else f"{amount:g} h"
    return f"{what} {told} {'later' if hours > 0 else 'earlier'}"
