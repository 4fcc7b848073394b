"""Work that a worker does while nobody waits in front of a page."""

from django.conf import settings
from django.db import models
from django.db.models import Q


class Job(models.Model):
    """One call of one task: who wants it, who does it, how far it is, how it ended.

    `worker` and `attempts` together are the fence: whoever writes to a running job
    names both, so a worker that lost its lease can change nothing any more.
    """

    class State(models.TextChoices):
        QUEUED = "queued", "Waiting"
        RUNNING = "running", "At work"
        DONE = "done", "Done"
        FAILED = "failed", "Failed"
        CANCELLED = "cancelled", "Cancelled"
        DEAD = "dead", "Given up"

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    name = models.CharField(max_length=200)
    task_path = models.CharField(max_length=200)
    arguments = models.JSONField(default=dict)  # {"args": […], "kwargs": {…}}
    queue = models.CharField(max_length=40, default="default")
    priority = models.SmallIntegerField(default=0)
    run_after = models.DateTimeField()
    # At most one open job of a key, so that a second click starts no second search.
    unique_key = models.CharField(max_length=200, null=True)  # noqa: DJ001

    state = models.CharField(max_length=9, choices=State.choices, default=State.QUEUED)
    worker = models.CharField(max_length=120, blank=True)
    lease_until = models.DateTimeField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    max_attempts = models.PositiveSmallIntegerField(default=3)
    workers = models.JSONField(default=list)  # of all attempts, oldest first

    progress_done = models.PositiveIntegerField(default=0)
    progress_total = models.PositiveIntegerField(default=0)  # 0: nobody knows
    progress_message = models.CharField(max_length=300, blank=True)
    cancel_requested_at = models.DateTimeField(null=True)

    result = models.JSONField(null=True)
    result_url = models.CharField(max_length=300, blank=True)
    error = models.CharField(max_length=600, blank=True)  # a sentence, never a trace
    created_at = models.DateTimeField()
    started_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "jobs"
        indexes = [
            models.Index(
                fields=["-priority", "id"],
                name="jobs_waiting",
                condition=Q(state="queued"),
            ),
            models.Index(
                fields=["lease_until"],
                name="jobs_at_work",
                condition=Q(state="running"),
            ),
            models.Index(fields=["owner", "-id"], name="jobs_of_owner"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["unique_key"],
                condition=Q(state__in=["queued", "running"]),
                name="one_open_job_of_a_key",
            ),
            models.CheckConstraint(
                condition=~Q(state="running") | Q(lease_until__isnull=False),
                name="running_job_has_a_lease",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_open(self) -> bool:
        return self.state in OPEN

    @property
    def is_cancelling(self) -> bool:
        return self.is_open and self.cancel_requested_at is not None

    @property
    def share(self) -> float | None:
        """How much is done, 0 to 1, or None while nobody knows how much there is."""
        if not self.progress_total:
            return None
        return min(1.0, self.progress_done / self.progress_total)


OPEN = (Job.State.QUEUED, Job.State.RUNNING)
