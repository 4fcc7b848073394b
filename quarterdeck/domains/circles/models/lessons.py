"""What the author of a case tells everybody, in a text written for it."""

from django.db import models

from quarterdeck.domains.people.models import Person
from quarterdeck.shared.records import EditableRecord

from .cases import Case


class Lesson(EditableRecord):
    """Read by every member of the organization; it does not lead back to the case."""

    author = models.ForeignKey(Person, models.CASCADE, related_name="+")
    case = models.ForeignKey(Case, models.SET_NULL, null=True, related_name="+")
    title = models.CharField(max_length=200)
    text = models.TextField(max_length=8_000)

    class Meta:
        db_table = "circle_lessons"
        indexes = [models.Index(fields=["-created_at"])]

    def __str__(self) -> str:
        return self.title
