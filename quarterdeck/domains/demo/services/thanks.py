"""A few pieces of feedback and thanks of the last days, through the real services."""

from datetime import timedelta
from typing import Any

from quarterdeck.domains.feedback import services as feedback
from quarterdeck.domains.projects.models import Task
from quarterdeck.domains.strategy.models import Value

from .cast import Cast

TALK = "Agree on an amount everybody may refund alone"
COUNT = "Count the refunds of one month by cause"


def tell_thanks(cast: Cast) -> None:
    """Jonas asks, Sam answers and writes upward, Maya thanks and is thanked."""
    _asked(cast)
    _upward(cast)
    _thanked(cast)


def _asked(cast: Cast) -> None:
    people, jonas = cast.people, cast.user("jonas")
    question = feedback.ask_for_feedback(
        question="When I spoke to the shift about the refund rule: what should I do again,"
        " and what otherwise?",
        people=[people["maya"], people["sam"]],
        answer_by=cast.today + timedelta(days=3),
        task=_task(TALK),
        by=jonas,
        at=_ago(cast, 4),
    )
    answer = feedback.give_feedback(
        receiver=people["jonas"],
        visibility="person",
        words={
            "situation": "Thursday before the doors opened, all of us at the long table.",
            "behavior": "You began with the guest who left, and only then came to the rule."
            " At the end you asked Pete what he would do, and waited for him.",
            "impact": "I understood why before I heard what. Pete has used the rule since;"
            " he would not have asked by himself.",
        },
        request=question,
        task=_task(TALK),
        by=cast.user("sam"),
        at=_ago(cast, 3),
    )
    feedback.see_feedback(feedback=answer, by=jonas, at=_ago(cast, 2))
    feedback.thank_for_feedback(feedback=answer, by=jonas, at=_ago(cast, 2))


def _upward(cast: Cast) -> None:
    feedback.give_feedback(
        receiver=cast.people["maya"],
        visibility="person",
        words={
            "situation": "Saturday at noon, when the queue reached the door.",
            "behavior": "You came to the counter and took over the till without a word.",
            "impact": "It was quick, and I felt I had done it wrong. If you ask “shall I?”"
            " first, I know that you are helping.",
        },
        by=cast.user("sam"),
        at=_ago(cast, 1),
    )


def _thanked(cast: Cast) -> None:
    people, values = cast.people, {v.name: v for v in Value.objects.all()}
    feedback.give_recognition(
        words="You wrote down every single refund for four weeks, also on the Saturdays."
        " Without your list we would still be guessing.",
        people=[people["sam"]],
        task=_task(COUNT),
        value=values["Waste nothing"],
        team=cast.teams["Counter"],
        by=cast.leader,
        at=_ago(cast, 6),
    )
    feedback.give_recognition(
        words="You let me settle the supplier's bill on my own and did not ask twice."
        " I slept badly the night before and well the night after.",
        people=[people["maya"]],
        value=values["Trust first"],
        by=cast.user("amina"),
        at=_ago(cast, 2),
    )


def _task(title: str) -> Task:
    return Task.objects.get(title=title, project__is_demo=True)


def _ago(cast: Cast, days: int) -> Any:
    return cast.at - timedelta(days=days)
