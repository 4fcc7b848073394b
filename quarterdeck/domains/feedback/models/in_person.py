"""Thanks that were said and not written: a mark of a leader, for that leader alone."""

from django.conf import settings
from django.db import models

from quarterdeck.domains.people.models import Person


class ThankedInPerson(models.Model):
    """A leader has thanked somebody on a day; nobody else ever reads it, nor they."""

    marked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="+"
    )
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    on = models.DateField()
    marked_at = models.DateTimeField()

    class Meta:
        db_table = "thanked_in_person"
        constraints = [
            models.UniqueConstraint(
                "marked_by", "person", "on", name="thanked_in_person_once_a_day"
            )
        ]

    def __str__(self) -> str:
        return "thanks in person"
