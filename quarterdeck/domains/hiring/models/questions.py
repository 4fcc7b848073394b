"""The questions that every candidate is asked, and what good answers look like."""

from django.db import models

from quarterdeck.domains.people.models import Skill
from quarterdeck.domains.strategy.models import Value
from quarterdeck.shared.records import EditableRecord

from .roles import OpenRole


class InterviewQuestion(EditableRecord):
    """One question about one skill or one value, with its anchors."""

    role = models.ForeignKey(OpenRole, models.CASCADE, related_name="questions")
    text = models.CharField(max_length=600)
    skill = models.ForeignKey(Skill, models.SET_NULL, null=True, related_name="+")
    value = models.ForeignKey(Value, models.SET_NULL, null=True, related_name="+")
    weak = models.CharField(max_length=600)
    good = models.CharField(max_length=600)
    strong = models.CharField(max_length=600)
    # Taken off before scoring began; it stays, so that it can be put back.
    removed_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "interview_questions"
        ordering = ["id"]

    def __str__(self) -> str:
        return self.text
