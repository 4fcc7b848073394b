"""What a task takes of somebody for whom it takes other hours than its estimate."""

from django.db import models

from quarterdeck.domains.people.models import Person
from quarterdeck.shared.records import EditableRecord

from .tasks import Task


class HoursByPerson(EditableRecord):
    """Somebody said it: never read off how anybody works."""

    task = models.ForeignKey(Task, models.CASCADE, related_name="hours_by_person")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    hours = models.DecimalField(max_digits=8, decimal_places=2)

    class Meta:
        db_table = "hours_by_person"
        indexes = [models.Index(fields=["person", "task"])]
        constraints = [
            models.UniqueConstraint("task", "person", name="one_hours_of_a_person"),
            models.CheckConstraint(
                condition=models.Q(hours__gt=0), name="hours_of_a_person_above_0"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.hours} h of {self.person_id}"
