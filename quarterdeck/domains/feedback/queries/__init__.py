"""Read feedback, questions and recognition, through who was named to read them."""

from .feedback import (
    drafts_of,
    feedback_visible_to,
    get_discarded,
    get_feedback,
    given_by,
    note_of,
    received_by,
    shared_with,
    unread_by,
    wordings_of,
)
from .leaders import leaders_of, people_near, team_ids_of, who_can_read
from .own import own_feedback_records
from .recognition import (
    get_recognition,
    recognition_for_reading,
    recognition_given_by,
    recognition_visible_to,
    said_about,
    said_about_me,
)
from .requests import (
    Answer,
    answer_of,
    answers_to,
    get_asking,
    get_request,
    open_questions_of,
    questions_of,
    questions_waiting_for,
    requests_visible_to,
    waiting_for,
)
from .unthanked import Unthanked, finished_tasks_of, unthanked_people

__all__ = [
    "Answer",
    "Unthanked",
    "answer_of",
    "answers_to",
    "drafts_of",
    "feedback_visible_to",
    "finished_tasks_of",
    "get_asking",
    "get_discarded",
    "get_feedback",
    "get_recognition",
    "get_request",
    "given_by",
    "leaders_of",
    "note_of",
    "open_questions_of",
    "own_feedback_records",
    "people_near",
    "questions_of",
    "questions_waiting_for",
    "received_by",
    "recognition_for_reading",
    "recognition_given_by",
    "recognition_visible_to",
    "requests_visible_to",
    "said_about",
    "said_about_me",
    "shared_with",
    "team_ids_of",
    "unread_by",
    "unthanked_people",
    "waiting_for",
    "who_can_read",
    "wordings_of",
]
