"""Two questions after leading: for whoever led, and for whom they named beforehand."""

from django.db import models

from quarterdeck.domains.people.models import Person
from quarterdeck.shared.records import EditableRecord

from .occasions import Occasion


class Debrief(EditableRecord):
    """What went well, and what I would do otherwise. Words stand here alone."""

    occasion = models.ForeignKey(Occasion, models.CASCADE, related_name="+")
    on = models.DateField()
    writer = models.ForeignKey(Person, models.CASCADE, related_name="+")
    went_well = models.TextField(max_length=4_000, blank=True)
    otherwise = models.TextField(max_length=4_000, blank=True)

    class Meta:
        db_table = "occasion_debriefs"
        indexes = [models.Index(fields=["writer"])]
        constraints = [
            models.UniqueConstraint(
                "occasion", "on", "writer", name="one_debrief_of_a_date"
            )
        ]

    def __str__(self) -> str:
        return "debrief"


class DebriefReader(models.Model):
    """Somebody the writer chose before writing; nobody is added later."""

    debrief = models.ForeignKey(Debrief, models.CASCADE, related_name="readers")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")

    class Meta:
        db_table = "occasion_debrief_readers"
        constraints = [
            models.UniqueConstraint("debrief", "person", name="one_reader_once")
        ]

    def __str__(self) -> str:
        return "reader"
