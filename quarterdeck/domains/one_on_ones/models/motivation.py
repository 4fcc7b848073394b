"""What motivates somebody, in their own words."""

from django.db import models

from quarterdeck.domains.people.models import Person
from quarterdeck.shared.records import EditableRecord


class Motivation(EditableRecord):
    """Written by the person alone, who also says who may read it."""

    class Audience(models.TextChoices):
        ME = "me", "Only me"
        PARTNERS = "partners", "Those I have 1:1s with"
        TEAM = "team", "My teams and their leaders"

    person = models.OneToOneField(Person, models.CASCADE, related_name="+")
    text = models.TextField(max_length=4_000)
    audience = models.CharField(
        max_length=8, choices=Audience.choices, default=Audience.PARTNERS
    )

    class Meta:
        db_table = "motivations"

    def __str__(self) -> str:
        return "motivation"
