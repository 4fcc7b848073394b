"""The base of every record that people edit."""

from django.db import models


class EditableRecord(models.Model):
    """Carries a version, so that a stale save is noticed and never silently wins."""

    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField()
    updated_at = models.DateTimeField()

    class Meta:
        abstract = True
