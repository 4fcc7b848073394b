"""What two people want to talk about."""

from django.db import models

from quarterdeck.domains.people.models import Person
from quarterdeck.domains.projects.models import Task
from quarterdeck.shared.records import EditableRecord

from .meetings import Meeting
from .pairs import Pair


class Topic(EditableRecord):
    """One line of the running agenda; it stays there until it is closed."""

    pair = models.ForeignKey(Pair, models.CASCADE, related_name="topics")
    text = models.CharField(max_length=300)
    task = models.ForeignKey(Task, models.SET_NULL, null=True, related_name="+")
    added_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    closed_at = models.DateTimeField(null=True)
    closed_in = models.ForeignKey(
        Meeting, models.SET_NULL, null=True, related_name="topics"
    )
    removed_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "one_on_one_topics"
        indexes = [models.Index(fields=["pair", "closed_at"])]

    def __str__(self) -> str:
        return "topic"
