"""Who does a task."""

from django.db import models

from quarterdeck.domains.people.models import Person

from .tasks import Task


class Contributor(models.Model):
    """Somebody who does the task. A locked one is not moved by the planner."""

    task = models.ForeignKey(Task, models.CASCADE, related_name="contributors")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    locked = models.BooleanField(default=False)
    since = models.DateTimeField()

    class Meta:
        db_table = "contributors"
        indexes = [models.Index(fields=["person", "task"])]
        constraints = [
            models.UniqueConstraint("task", "person", name="one_contributor_row")
        ]

    def __str__(self) -> str:
        return f"{self.person_id} does {self.task_id}"
