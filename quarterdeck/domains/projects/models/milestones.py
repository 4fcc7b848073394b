"""A day in a project by which something is there."""

from django.db import models

from quarterdeck.shared.records import EditableRecord

from .projects import Project


class Milestone(EditableRecord):
    project = models.ForeignKey(Project, models.CASCADE, related_name="milestones")
    name = models.CharField(max_length=300)
    deadline = models.DateField(null=True)
    reached_at = models.DateTimeField(null=True)
    external_id = models.CharField(max_length=200, blank=True)

    class Meta:
        db_table = "milestones"

    def __str__(self) -> str:
        return self.name
