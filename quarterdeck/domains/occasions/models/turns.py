"""Who does which part of an occasion on a day, and who would like to lead it."""

from django.db import models
from django.db.models import Q

from quarterdeck.domains.people.models import Person
from quarterdeck.shared.records import EditableRecord

from .occasions import Occasion


class Turn(EditableRecord):
    """One part of one date in somebody's hands, and to whom they offer it."""

    class Part(models.TextChoices):
        LEADS = "leads", "Leads"
        OPENS = "opens", "Opens"
        PRESENTS = "presents", "Presents"
        NOTES = "notes", "Takes notes"

    class Way(models.TextChoices):
        CHOSEN = "chosen", "chosen by hand"
        ROTATION = "rotation", "from the rotation"
        HANDED_OVER = "handed_over", "handed over"
        SWAPPED = "swapped", "swapped"

    occasion = models.ForeignKey(Occasion, models.CASCADE, related_name="turns")
    on = models.DateField()
    part = models.CharField(max_length=8, choices=Part.choices)
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    way = models.CharField(max_length=11, choices=Way.choices)
    # From the rotation: when this person had led it before; null: they had not.
    last_on = models.DateField(null=True)
    offered_to = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    offered_for = models.ForeignKey(
        "self", models.SET_NULL, null=True, related_name="+"
    )
    offered_with = models.CharField(max_length=300, blank=True)

    class Meta:
        db_table = "occasion_turns"
        indexes = [
            models.Index(fields=["person", "on"]),
            models.Index(
                fields=["offered_to", "on"],
                condition=Q(offered_to__isnull=False),
                name="turns_offered",
            ),
        ]
        constraints = [
            models.UniqueConstraint("occasion", "on", "part", name="one_hand_to_a_part")
        ]

    def __str__(self) -> str:
        return self.get_part_display()


class Willingness(models.Model):
    """That somebody would like to lead an occasion, or would rather not."""

    occasion = models.ForeignKey(Occasion, models.CASCADE, related_name="+")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    willing = models.BooleanField()
    said_at = models.DateTimeField()

    class Meta:
        db_table = "occasion_willingness"
        constraints = [
            models.UniqueConstraint("occasion", "person", name="said_once_an_occasion")
        ]

    def __str__(self) -> str:
        return "would like to lead" if self.willing else "would rather not lead"
