"""What waits for what."""

from django.db import models

from .tasks import Task


class Dependency(models.Model):
    """One task waits for another; `lag_hours` are hours by the clock, may be negative."""

    class Kind(models.TextChoices):
        FS = "FS", "starts after it ends"
        SS = "SS", "starts after it starts"
        FF = "FF", "ends after it ends"
        SF = "SF", "ends after it starts"

    before = models.ForeignKey(Task, models.CASCADE, related_name="successor_links")
    after = models.ForeignKey(Task, models.CASCADE, related_name="predecessor_links")
    kind = models.CharField(max_length=2, choices=Kind.choices, default=Kind.FS)
    lag_hours = models.DecimalField(max_digits=8, decimal_places=2, default=0)

    class Meta:
        db_table = "dependencies"
        constraints = [
            models.UniqueConstraint("before", "after", name="one_dependency"),
            models.CheckConstraint(
                condition=~models.Q(before=models.F("after")),
                name="task_does_not_wait_for_itself",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.after_id} waits for {self.before_id}"

    @property
    def lag_days(self) -> float:
        return float(self.lag_hours) / 24
