"""Feedback, the questions that ask for it, and recognition."""

from .feedback import Feedback, FeedbackNote, FeedbackReader, FeedbackWording
from .recognition import Recognition, RecognitionReceiver
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
]
