"""What cannot go on, and why."""

from django.conf import settings
from django.db import models

from .tasks import Task


class Block(models.Model):
    """A task cannot go on: why, since when, and when that ended."""

    task = models.ForeignKey(Task, models.CASCADE, related_name="blocks")
    reason = models.CharField(max_length=300)
    blocked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    blocked_at = models.DateTimeField()
    cleared_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "blocks"
        indexes = [
            # What is blocked now, the longest first, without reading what is past.
            models.Index(
                fields=["blocked_at", "id"],
                condition=models.Q(cleared_at__isnull=True),
                name="open_blocks_by_age",
            )
        ]
        constraints = [
            models.UniqueConstraint(
                "task",
                condition=models.Q(cleared_at__isnull=True),
                name="one_open_block",
            )
        ]

    def __str__(self) -> str:
        return self.reason
