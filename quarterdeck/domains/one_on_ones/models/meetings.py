"""A meeting of two people, and what is written in it."""

from django.db import models
from django.db.models import Q

from quarterdeck.domains.people.models import Person
from quarterdeck.shared.records import EditableRecord

from .pairs import Pair


class Meeting(EditableRecord):
    """One 1:1: prepared, opened, closed. A pair always has one that is not closed."""

    pair = models.ForeignKey(Pair, models.CASCADE, related_name="meetings")
    opened_at = models.DateTimeField(null=True)
    opened_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    closed_at = models.DateTimeField(null=True)
    closed_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    coaching = models.BooleanField(default=False)  # shows goal, reality, options, will

    class Meta:
        db_table = "one_on_one_meetings"
        indexes = [models.Index(fields=["pair", "-closed_at"])]
        constraints = [
            models.UniqueConstraint(
                "pair", condition=Q(closed_at=None), name="one_meeting_not_closed"
            )
        ]

    def __str__(self) -> str:
        return "1:1"


class Note(EditableRecord):
    """One text of a meeting. Who reads it is settled by where it is written.

    Its words stand here and nowhere else: no history, no copy in the record of acts.
    """

    class Readers(models.TextChoices):
        PAIR = "pair", "Both of you"
        WRITER = "writer", "Only you"

    class Part(models.TextChoices):
        NOTES = "notes", "Notes"
        GOAL = "goal", "Goal"
        REALITY = "reality", "Reality"
        OPTIONS = "options", "Options"
        WILL = "will", "Will"

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="notes")
    readers = models.CharField(max_length=6, choices=Readers.choices)
    part = models.CharField(max_length=7, choices=Part.choices)
    # Of a text that only its writer reads, the writer; of a common one nobody.
    writer = models.ForeignKey(Person, models.CASCADE, null=True, related_name="+")
    changed_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    text = models.TextField(blank=True)

    class Meta:
        db_table = "one_on_one_notes"
        constraints = [
            models.UniqueConstraint(
                "meeting",
                "part",
                condition=Q(readers="pair"),
                name="one_common_text_of_a_part",
            ),
            models.UniqueConstraint(
                "meeting",
                "part",
                "writer",
                condition=Q(readers="writer"),
                name="one_own_text_of_a_part",
            ),
            models.CheckConstraint(
                condition=Q(readers="pair", writer=None)
                | Q(readers="writer", writer__isnull=False),
                name="an_own_text_has_a_writer",
            ),
        ]

    def __str__(self) -> str:
        return "note"
