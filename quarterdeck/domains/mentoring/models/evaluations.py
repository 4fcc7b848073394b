"""What each of the two says when it is over."""

from django.db import models

from quarterdeck.domains.people.models import Person
from quarterdeck.shared.records import EditableRecord

from .pairs import Mentorship


class MentorEvaluation(EditableRecord):
    """One of the two looks back. The other reads it once both have written."""

    class Helped(models.TextChoices):
        YES = "yes", "Yes"
        PARTLY = "partly", "Partly"
        NO = "no", "No"
        UNKNOWN = "", "unknown"

    class Again(models.TextChoices):
        YES = "yes", "Yes"
        NO = "no", "No"
        UNKNOWN = "", "unknown"

    mentorship = models.ForeignKey(
        Mentorship, models.CASCADE, related_name="evaluations"
    )
    writer = models.ForeignKey(Person, models.CASCADE, related_name="+")
    helped = models.CharField(max_length=6, choices=Helped.choices, blank=True)
    learnt = models.TextField(max_length=4_000, blank=True)
    again = models.CharField(max_length=3, choices=Again.choices, blank=True)

    class Meta:
        db_table = "mentor_evaluations"
        constraints = [
            models.UniqueConstraint(
                "mentorship", "writer", name="each_of_the_two_looks_back_once"
            )
        ]

    def __str__(self) -> str:
        return "evaluation"
