"""Goals: what is wanted, why, by when, and how far it is."""

from django.conf import settings
from django.db import models

from quarterdeck.domains.organization.models import Team
from quarterdeck.domains.people.models import Person
from quarterdeck.shared.records import EditableRecord


class Goal(EditableRecord):
    """Something wanted by a day. It asks for a title and a why, and nothing else."""

    class Formula(models.TextChoices):
        KEY_RESULTS = "key_results", "its key results"
        GOALS = "goals", "the goals that add to it"
        WORK = "work", "the hours of its tasks that are done"

    title = models.CharField(max_length=300)
    why = models.CharField(max_length=600)
    description = models.TextField(blank=True)
    owner = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    team = models.ForeignKey(Team, models.PROTECT, null=True, related_name="+")
    starts_on = models.DateField(null=True)
    ends_on = models.DateField(null=True)
    formula = models.CharField(
        max_length=12, choices=Formula.choices, default=Formula.KEY_RESULTS
    )
    # 0..1 as last computed from its parts; null while nothing can be measured.
    progress = models.FloatField(null=True)
    progress_at = models.DateTimeField(null=True)  # when it last moved
    # Told by the projects above (hours of tasks; null estimates are counted apart).
    work_done_hours = models.FloatField(default=0)
    work_total_hours = models.FloatField(default=0)
    work_unestimated = models.PositiveIntegerField(default=0)
    is_demo = models.BooleanField(default=False)

    class Meta:
        db_table = "goals"
        indexes = [
            models.Index(fields=["team", "ends_on"]),
            models.Index(fields=["ends_on", "id"]),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_on__isnull=True)
                | models.Q(starts_on__isnull=True)
                | models.Q(ends_on__gte=models.F("starts_on")),
                name="goal_ends_after_it_starts",
            )
        ]

    def __str__(self) -> str:
        return self.title


class GoalClosure(models.Model):
    """A goal was closed: by whom, when, and what became of it."""

    class Outcome(models.TextChoices):
        REACHED = "reached", "Reached"
        MISSED = "missed", "Missed"
        DROPPED = "dropped", "Dropped"

    goal = models.OneToOneField(Goal, models.CASCADE, related_name="closure")
    outcome = models.CharField(max_length=8, choices=Outcome.choices)
    lesson = models.CharField(max_length=600, blank=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    closed_at = models.DateTimeField()

    class Meta:
        db_table = "goal_closures"

    def __str__(self) -> str:
        return self.outcome


class GoalLink(models.Model):
    """One goal adds to another, with a weight; a goal may add to several."""

    child = models.ForeignKey(Goal, models.CASCADE, related_name="parent_links")
    parent = models.ForeignKey(Goal, models.CASCADE, related_name="child_links")
    weight = models.DecimalField(max_digits=5, decimal_places=2, default=1)

    class Meta:
        db_table = "goal_links"
        constraints = [
            models.UniqueConstraint("child", "parent", name="one_link_between_goals"),
            models.CheckConstraint(
                condition=~models.Q(child=models.F("parent")),
                name="goal_is_not_its_own_parent",
            ),
            models.CheckConstraint(
                condition=models.Q(weight__gt=0), name="goal_weight_is_positive"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.child_id} adds to {self.parent_id}"


class KeyResult(EditableRecord):
    """A number that shows whether the goal is reached."""

    class Direction(models.TextChoices):
        INCREASE = "increase", "up"
        DECREASE = "decrease", "down"

    goal = models.ForeignKey(Goal, models.CASCADE, related_name="key_results")
    title = models.CharField(max_length=300)
    unit = models.CharField(max_length=30, blank=True)
    direction = models.CharField(
        max_length=8, choices=Direction.choices, default=Direction.INCREASE
    )
    start = models.FloatField(default=0)
    target = models.FloatField()
    current = models.FloatField(null=True)  # null: never measured
    weight = models.DecimalField(max_digits=5, decimal_places=2, default=1)
    position = models.PositiveIntegerField(default=0)
    # Taken off the goal; its measurements stay, so that it can be put back.
    removed_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "key_results"
        ordering = ["position", "id"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(start=models.F("target")),
                name="key_result_has_a_way_to_go",
            ),
            models.CheckConstraint(
                condition=models.Q(weight__gt=0), name="key_result_weight_is_positive"
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Measurement(models.Model):
    """A key result's value on a day, with who says so."""

    key_result = models.ForeignKey(
        KeyResult, models.CASCADE, related_name="measurements"
    )
    value = models.FloatField()
    note = models.CharField(max_length=300, blank=True)
    measured_at = models.DateTimeField()
    measured_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )

    class Meta:
        db_table = "measurements"
        indexes = [models.Index(fields=["key_result", "-measured_at"])]

    def __str__(self) -> str:
        return str(self.value)
