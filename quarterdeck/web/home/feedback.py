"""Feedback on Home: what waits for my answer, what was written to me, what was said."""

from datetime import date
from typing import TYPE_CHECKING, Any

from quarterdeck.domains.feedback import queries

from .lines import Need
from .links import page

if TYPE_CHECKING:
    from quarterdeck.domains.feedback.models import Recognition

SHOWN = 5
SAID_SHOWN = 2
# Acts in this room are told without words: the sentence stands alone.
SAID = {
    "feedback.drafted": "kept a draft of feedback",
    "feedback.discarded": "discarded a draft of feedback",
    "feedback.restored": "took a draft of feedback up again",
    "feedback.given": "gave feedback",
    "feedback.edited": "put feedback in other words",
    "feedback.narrowed": "let fewer read feedback",
    "feedback.withdrawn": "withdrew feedback",
    "feedback.seen": "read feedback",
    "feedback.thanked": "thanked for feedback",
    "feedback.replied": "replied to feedback",
    "feedback.noted": "kept a note on feedback",
    "feedback_request.asked": "asked for feedback",
    "feedback_request.declined": "declined to give feedback",
    "feedback_request.reopened": "asked for feedback again",
    "feedback_request.taken_up": "will give feedback after all",
    "feedback_request.withdrawn": "asks for feedback no longer",
    "recognition.edited": "put thanks in other words",
    "thanks_in_person.marked": "marked thanks said in person",
    "thanks_in_person.unmarked": "took back a mark of thanks said in person",
    "recognition.narrowed": "kept thanks between those in it",
    "recognition.taken_back": "took thanks back",
}


def feedback_needs(user: Any, today: date) -> list[Need]:
    """What somebody wrote to me and I have not read; what I was asked."""
    unread = queries.unread_lines(user, SHOWN)
    waiting = queries.waiting_lines(user, SHOWN)
    return [*map(_unread, unread), *(_asked(line, today) for line in waiting)]


def said_about_you(user: Any) -> "list[Recognition]":
    return list(queries.said_about_me(user)[:SAID_SHOWN])


def _unread(row: queries.Unread) -> Need:
    return Need(
        "message-square-text",
        f"{row.writer or 'Somebody who left'} gave you feedback",
        f"{row.given_at.day} {row.given_at:%b} · only for whom it names",
        "Read",
        page("feedback:show", row.feedback_id),
    )


def _asked(row: queries.Waiting, today: date) -> Need:
    day = row.answer_by
    late = day is not None and day < today
    when = f"{'was wanted' if late else 'answer'} by {day.day} {day:%b}" if day else ""
    return Need(
        "message-circle-question-mark",
        f"{row.asker} asks you for feedback",
        when or "whenever you have a moment",
        "Answer",
        page("feedback:request", row.request_id),
    )
