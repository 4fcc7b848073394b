"""A file with what this instance keeps about somebody, there for a day."""

from django.conf import settings
from django.db import models

from quarterdeck.domains.background_jobs.models import Job


class OwnDataFile(models.Model):
    """One preparing of the file; empty until the job has filled it.

    It lies in the database, so that any worker may make it and any server hand it out.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    prepared_at = models.DateTimeField()
    keeps_until = models.DateTimeField()
    # A file made while the private rooms were open is closed when they are.
    holds_private = models.BooleanField(default=True)
    job = models.ForeignKey(Job, models.SET_NULL, null=True, related_name="+")
    counts = models.JSONField(default=dict)  # {"promises": 3, …}
    size = models.PositiveBigIntegerField(default=0)
    content = models.BinaryField(null=True)

    class Meta:
        db_table = "own_data_files"
        constraints = [
            models.UniqueConstraint("user", name="one_file_of_own_data_each")
        ]

    def __str__(self) -> str:
        return f"data of account {self.user_id}"

    @property
    def is_ready(self) -> bool:
        return self.size > 0

    @property
    def is_being_made(self) -> bool:
        return not self.is_ready and self.job is not None and self.job.is_open

    @property
    def rows(self) -> int:
        return sum(self.counts.values())

    @property
    def told(self) -> list[tuple[str, int]]:
        """The kinds that have rows, in words."""
        kinds = ((kind.replace("_", " "), n) for kind, n in self.counts.items() if n)
        return [(words.capitalize(), n) for words, n in kinds]
