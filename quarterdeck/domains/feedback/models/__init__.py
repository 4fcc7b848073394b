"""Feedback, the questions that ask for it, and recognition."""

from .feedback import Feedback, FeedbackNote, FeedbackReader, FeedbackWording
from .in_person import ThankedInPerson
from .recognition import Recognition, RecognitionReceiver, RecognitionWording
from .requests import AskedPerson, FeedbackRequest

__all__ = [
    "AskedPerson",
    "Feedback",
    "FeedbackNote",
    "FeedbackReader",
    "FeedbackRequest",
    "FeedbackWording",
    "Recognition",
    "RecognitionReceiver",
    "RecognitionWording",
    "ThankedInPerson",
]
