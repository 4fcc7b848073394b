"""Why the organization exists: the vision in versions, and its values."""

from django.conf import settings
from django.db import models

from quarterdeck.shared.records import EditableRecord


class Vision(models.Model):
    """One published version. The newest is in force; older ones stay readable."""

    number = models.PositiveIntegerField(unique=True)
    text = models.TextField(max_length=2_000)
    reason = models.CharField(max_length=300, blank=True)
    published_at = models.DateTimeField()
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )

    class Meta:
        db_table = "visions"
        ordering = ["-number"]

    def __str__(self) -> str:
        return self.text


class Value(EditableRecord):
    """What the organization stands for, with what it looks like in daily work."""

    name = models.CharField(max_length=100, unique=True)
    meaning = models.CharField(max_length=500, blank=True)
    position = models.PositiveIntegerField(default=0)
    retired_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "values"
        ordering = ["position", "id"]

    def __str__(self) -> str:
        return self.name
