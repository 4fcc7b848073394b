"""Somebody follows a leader through an occasion, and writes down what they learnt."""

from django.db import models
from django.db.models import F, Q

from quarterdeck.domains.people.models import Person
from quarterdeck.shared.records import EditableRecord


class Shadowing(EditableRecord):
    """Asked for by whoever wants to follow, answered by whom they follow."""

    class Answer(models.TextChoices):
        OPEN = "open", "Waits for an answer"
        ACCEPTED = "accepted", "Accepted"
        DECLINED = "declined", "Declined"
        WITHDRAWN = "withdrawn", "Withdrawn"

    shadow = models.ForeignKey(Person, models.CASCADE, related_name="+")
    # Whom they follow; the log stays with its writer when that person is forgotten.
    leader = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    on = models.DateField()
    occasion = models.CharField(max_length=300)
    why = models.CharField(max_length=600, blank=True)
    answer = models.CharField(max_length=9, choices=Answer.choices, default=Answer.OPEN)
    reply = models.CharField(max_length=600, blank=True)
    answered_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "shadowings"
        indexes = [
            models.Index(fields=["shadow", "-on"]),
            models.Index(fields=["leader", "-on"]),
            models.Index(
                fields=["leader"],
                condition=Q(answer="open"),
                name="shadowings_to_answer",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(leader=None) | ~Q(leader=F("shadow")),
                name="nobody_shadows_themselves",
            )
        ]

    def __str__(self) -> str:
        return "shadowing"


class ShadowLog(EditableRecord):
    """What the shadow learnt, in their own words; they alone say who reads it."""

    shadowing = models.OneToOneField(Shadowing, models.CASCADE, related_name="log")
    text = models.TextField(max_length=8_000)
    is_shared = models.BooleanField(default=False)  # with whom they followed

    class Meta:
        db_table = "shadow_logs"

    def __str__(self) -> str:
        return "shadow log"
