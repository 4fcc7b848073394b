"""Feedback and recognition: lists, writing, one record, questions, thanks."""
