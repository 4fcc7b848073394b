"""Who promised what to whom, until when, and what became of it."""

from datetime import date

from django.db import models
from django.db.models import Q

from quarterdeck.domains.people.models import Person
from quarterdeck.shared.records import EditableRecord

from .meetings import Meeting
from .pairs import Pair


class Promise(EditableRecord):
    """One of two people promised the other something by a day."""

    pair = models.ForeignKey(Pair, models.CASCADE, related_name="promises")
    promiser = models.ForeignKey(Person, models.CASCADE, related_name="+")
    text = models.CharField(max_length=300)
    due_on = models.DateField()
    made_in = models.ForeignKey(Meeting, models.SET_NULL, null=True, related_name="+")
    kept_on = models.DateField(null=True)
    withdrawn_on = models.DateField(null=True)
    reason = models.CharField(max_length=300, blank=True)

    class Meta:
        db_table = "one_on_one_promises"
        indexes = [
            models.Index(fields=["pair", "due_on"]),
            models.Index(
                fields=["promiser", "due_on"],
                condition=Q(kept_on=None, withdrawn_on=None),
                name="promises_not_settled",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(kept_on=None) | Q(withdrawn_on=None),
                name="kept_or_withdrawn_not_both",
            )
        ]

    def __str__(self) -> str:
        return "promise"

    @property
    def is_open(self) -> bool:
        return self.kept_on is None and self.withdrawn_on is None

    @property
    def was_late(self) -> bool:
        return self.kept_on is not None and self.kept_on > self.due_on

    def is_late(self, today: date) -> bool:
        return self.is_open and self.due_on < today
