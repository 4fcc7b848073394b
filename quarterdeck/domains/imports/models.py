"""A file on its way in: read, looked at, taken over, undone."""

from datetime import datetime

from django.conf import settings
from django.db import models

from quarterdeck.domains.background_jobs.models import Job
from quarterdeck.domains.organization.models import Team
from quarterdeck.domains.projects.models import Project


class ImportRun(models.Model):
    """One file that somebody brought, from its upload to its undoing."""

    class State(models.TextChoices):
        READING = "reading", "Being read"
        READY = "ready", "Read; not taken over yet"
        REFUSED = "refused", "Refused"
        COMMITTING = "committing", "Being taken over"
        DONE = "done", "Taken over"
        UNDONE = "undone", "Undone"

    file_name = models.CharField(max_length=255)
    size = models.BigIntegerField()
    sha256 = models.CharField(max_length=64)
    state = models.CharField(
        max_length=10, choices=State.choices, default=State.READING
    )
    refusal = models.CharField(max_length=600, blank=True)
    job = models.ForeignKey(Job, models.SET_NULL, null=True, related_name="+")
    brought_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    brought_at = models.DateTimeField()

    # What the reader found; the whole reading lies beside the file.
    format = models.CharField(max_length=40, blank=True)
    title = models.CharField(max_length=300, blank=True)
    mapping = models.JSONField(default=dict)  # column → field, as somebody corrected it
    counts = models.JSONField(default=dict)
    columns = models.JSONField(default=list)
    dropped_columns = models.JSONField(default=list)
    dropped_rows = models.JSONField(default=list)  # the first ones; counts has them all
    remarks = models.JSONField(default=list)
    notes = models.JSONField(default=list)
    preview = models.JSONField(default=dict)  # the first rows, as they were understood
    unclear = models.JSONField(default=list)  # people whom only a name tells of

    # Where it goes. The same source brought again finds its records by external id.
    external_source = models.CharField(max_length=60, blank=True)
    # [[id, title], …] of some tasks, to guess whether an earlier import knows them
    sample_ids = models.JSONField(default=list)
    team = models.ForeignKey(Team, models.SET_NULL, null=True, related_name="+")
    staged = models.ForeignKey(Project, models.SET_NULL, null=True, related_name="+")
    outcome = models.JSONField(default=dict)  # what was made, changed, left alone
    activity_id = models.BigIntegerField(null=True)
    taken_over_at = models.DateTimeField(null=True)
    undone_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "import_runs"
        indexes = [models.Index(fields=["brought_by", "-id"])]

    def __str__(self) -> str:
        return self.file_name

    @property
    def standing(self) -> str:
        """The run's own state, or how its job ended without reaching the next one."""
        busy = self.state in (self.State.READING, self.State.COMMITTING)
        if not busy or self.job is None or self.job.is_open:
            return self.state
        return "stopped"

    @property
    def at(self) -> datetime:
        """When its records came to be."""
        return self.taken_over_at or self.brought_at

    @property
    def home(self) -> Team:
        """The team it is taken over into; chosen before anything is filled."""
        assert self.team is not None
        return self.team

    @property
    def is_busy(self) -> bool:
        return self.standing in (self.State.READING, self.State.COMMITTING)


class ImportedRecord(models.Model):
    """A record that a run made, with the version it had then: what undo may take away."""

    run = models.ForeignKey(ImportRun, models.CASCADE, related_name="records")
    kind = models.CharField(max_length=40)
    record_id = models.BigIntegerField()
    version = models.PositiveIntegerField(default=1)

    class Meta:
        db_table = "imported_records"
        constraints = [
            models.UniqueConstraint(
                "run", "kind", "record_id", name="one_row_of_an_imported_record"
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind}:{self.record_id}"
