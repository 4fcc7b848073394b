"""Templates to start from: the first days and months of somebody new, in plain steps."""

from typing import NamedTuple


class Starter(NamedTuple):
    """A template that is offered where there is none yet."""

    name: str
    purpose: str
    steps: tuple[tuple[int, str, str, str], ...]  # day, who, step, when it is done


STARTERS = {
    "first_day": Starter(
        "First day",
        "Somebody arrives, is expected, and knows where to turn.",
        (
            (
                -5,
                "leader",
                "Write to the newcomer: when, where, whom to ask for",
                "They answered",
            ),
            (
                -3,
                "other",
                "Set up accounts, keys and a place to work",
                "Somebody signed in and looked",
            ),
            (
                0,
                "leader",
                "Welcome them, and say why their work matters",
                "They can say it in their own words",
            ),
            (
                0,
                "buddy",
                "Show the place and the people, eat together",
                "They know whom to ask for what",
            ),
            (
                0,
                "newcomer",
                "Sign in everywhere, read the vision and the values",
                "Nothing is locked, questions are noted",
            ),
            (
                0,
                "leader",
                "Ask how the day was before they go home",
                "You know what is missing tomorrow",
            ),
        ),
    ),
    "first_week": Starter(
        "First week",
        "A first small result, and the people they will work with.",
        (
            (
                0,
                "leader",
                "Walk through the role: what it is for, what good work looks like",
                "They wrote down their questions",
            ),
            (
                1,
                "newcomer",
                "Meet each person of the team for half an hour",
                "One thing learnt about each",
            ),
            (
                2,
                "leader",
                "Agree on one small task that can be finished this week",
                "It has an end and somebody it helps",
            ),
            (
                3,
                "buddy",
                "Sit beside them for two hours of real work",
                "They did a part of it alone",
            ),
            (
                4,
                "newcomer",
                "Finish the first small task and show it",
                "Somebody used it",
            ),
            (
                4,
                "leader",
                "First 1:1: what was clear, what was not",
                "The next 1:1 has a day",
            ),
        ),
    ),
    "ninety_days": Starter(
        "First 30, 60 and 90 days",
        "From learning, to doing with help, to doing alone.",
        (
            (
                5,
                "leader",
                "Agree on what is learnt in 30 days, done with help in 60, alone in 90",
                "It is written where both find it",
            ),
            (
                30,
                "newcomer",
                "Say what you see that we no longer see",
                "Three things, each with an example",
            ),
            (
                30,
                "leader",
                "Look back on 30 days; feedback both ways",
                "Both know what changes",
            ),
            (
                45,
                "buddy",
                "Ask what nobody explained",
                "The answer stands where the next newcomer finds it",
            ),
            (
                60,
                "leader",
                "Look back on 60 days: what is done with help, what alone",
                "The role's skills are looked at one by one",
            ),
            (
                60,
                "newcomer",
                "Take over one recurring task for good",
                "The team knows whom to ask",
            ),
            (
                85,
                "leader",
                "Gather feedback from those who worked with them",
                "At least two people were asked",
            ),
            (
                90,
                "leader",
                "Look back on 90 days, and on the time ahead",
                "A development goal is written",
            ),
        ),
    ),
    "new_leader": Starter(
        "First 90 days as a leader",
        "For somebody who begins to lead a team.",
        (
            (
                0,
                "leader",
                "Tell the team who leads from today, and why",
                "Nobody heard it in the corridor first",
            ),
            (
                2,
                "newcomer",
                "Meet each person of the team: what works, what does not, what would you keep",
                "One conversation with each",
            ),
            (7, "newcomer", "Begin regular 1:1s with everybody", "Each has a next day"),
            (
                14,
                "leader",
                "Agree who decides what: alone, together, or above",
                "It is written down",
            ),
            (
                21,
                "newcomer",
                "Tell the team what you heard, and what you will not change yet",
                "They could answer",
            ),
            (
                30,
                "newcomer",
                "Agree with the team on a few goals and why they matter",
                "Each goal has a why and an owner",
            ),
            (
                45,
                "buddy",
                "Talk over one hard case, as one leader to another",
                "They tried something new after it",
            ),
            (
                60,
                "newcomer",
                "Hand over something you still do yourself",
                "Somebody answers for it now",
            ),
            (
                90,
                "leader",
                "Look back: leading and managing, what comes easy, what does not",
                "One aim for the next quarter",
            ),
        ),
    ),
}
