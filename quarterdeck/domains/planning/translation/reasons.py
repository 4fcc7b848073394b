"""The planner's reasons as sentences about people, tasks and days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .words import Words, listed

if TYPE_CHECKING:
    from quarterdeck.engines import planning


def reasons_in_words(explanation: planning.Explanation, words: Words) -> list[str]:
    """One sentence for each reason: why these people, why then, what would change it."""
    codes = (*explanation.why_people, *explanation.why_then, *explanation.why_mode)
    told = [_reason(reason, explanation, words) for reason in codes]
    return [*told, *(_learn(reason, words) for reason in explanation.nearly)]


def _reason(
    reason: planning.Reason, explanation: planning.Explanation, words: Words
) -> str:
    skill = words.skill(reason.skill) if reason.skill else ""
    told = {
        **_of_people(reason, explanation.qualified, skill, words),
        **_of_time(reason, words),
        **WAYS,
    }[reason.code]
    if reason.without is None or reason.code == "keeps_current_start":
        return told
    return f"{told} Without that it could begin on {words.moment(reason.without)}."


def _of_people(
    reason: planning.Reason, qualified: int, skill: str, words: Words
) -> dict[str, str]:
    many = len(reason.people) > 1
    who = words.people(reason.people)
    able = f"can do {skill} well enough" if skill else "may do it"
    they, are, have, s = (
        ("their", "are", "have", "") if many else ("", "is", "has", "s")
    )
    only = "the only ones" if many else "the only one"
    return {
        "locked": f"{who} stay{s} on it: it is locked.",
        "started": f"{who} {have} begun it.",
        "only_one_qualified": f"{who} {are} {only} who {able}.",
        "free_earliest": f"{who} {are} done earliest of {qualified} who can.",
        "keeps_current_plan": f"{who} {are} on it already.",
        "wants_to_grow": f"{who} want{s} to grow in {skill or 'this'}.",
        "cheapest": f"Of {qualified} who can, {who} {'do' if many else 'does'} it best "
        "by these weights, cost among them.",
        "takes_fewer_hours": f"It takes {who} {_hours(reason.slots, words)} instead of "
        f"{_hours(reason.usual, words)}.",
        "less_loaded": f"Of {qualified} who can, {who} {have} most room beside "
        f"{they or 'the'} other work.",
        "better_for_the_whole": f"Of {qualified} who can, {who} leave{s} the best plan "
        "for the rest.",
        "as_good_as_others": f"{who} could do it just as well by these weights.",
        "others_hold_up": f"Of {qualified} who can, anybody but {who} would hold up "
        "what waits for it.",
        "could_be_better": f"{who} would do it slightly better by these weights; the "
        "search ended before that was tried.",
    }


def _hours(slots: int | None, words: Words) -> str:
    return f"{words.axis.hours(slots or 0):g} h"


WAYS = {
    "milestone": "A milestone needs nobody.",
    "nobody_needed": "It runs without anybody.",
    "only_mode": "Done in another way it would not fit.",
    "locked_mode": "How it is done is locked.",
    "better_mode": "Done in another way, the plan would be no better.",
    "other_mode_is_better": "Done in another way, the plan would be slightly better; "
    "the search ended before that was tried.",
}


def _of_time(reason: planning.Reason, words: Words) -> dict[str, str]:
    many = len(reason.people) > 1
    who = words.people(reason.people)
    tasks = listed(words.few_tasks(reason.tasks))
    day = words.moment(reason.slot) if reason.slot is not None else ""
    begins = "It can begin at once."
    return {
        "under_way": f"It is under way and goes on from {day}.",
        "locked_start": f"Its start on {day} is locked.",
        "after_predecessor": f"It waits for {tasks} until {day}.",
        "after_earlier_task": f"{who} {'do' if many else 'does'} {tasks} until {day}.",
        "waits_for_resource": f"{tasks} {'take' if len(reason.tasks) > 1 else 'takes'} "
        f"{words.resource(reason.resource)} until {day}.",
        "release": f"It may not begin before {day}."
        if (reason.slot or 0) > words.now
        else begins,
        "working_time": f"{who} {'work' if many else 'works'} next on {day}.",
        "from_the_start": begins,
        "keeps_current_start": f"It stays near its start on {day}, as planned before.",
        "no_gain_earlier": "It can wait: beginning earlier gains nothing by these "
        "weights.",
        "could_begin_earlier": f"It could begin on {day}; the search ended before that "
        "was tried.",
    }


def _learn(reason: planning.Reason, words: Words) -> str:
    """Who is nearly able to do it: what would change the answer."""
    who, skill = words.people(reason.people), words.skill(reason.skill)
    return f"{who} could as well with {skill} {reason.level}, one level more."


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
