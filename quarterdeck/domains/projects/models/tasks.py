"""What is to be done."""

from datetime import date

from django.db import models
from django.db.models.functions import Coalesce, Lower

from quarterdeck.domains.goals.models import Goal
from quarterdeck.domains.people.models import Person
from quarterdeck.shared.records import EditableRecord

from .milestones import Milestone
from .projects import Project


class Task(EditableRecord):
    """Something one person is accountable for and some people do."""

    class Status(models.TextChoices):
        BACKLOG = "backlog", "Someday"
        TODO = "todo", "To do"
        DOING = "doing", "Doing"
        WAITING = "waiting", "Waiting"
        DONE = "done", "Done"
        CANCELLED = "cancelled", "Cancelled"

    class Priority(models.IntegerChoices):
        URGENT = 1, "Urgent"
        HIGH = 2, "High"
        NORMAL = 3, "Normal"
        LOW = 4, "Low"

    OPEN = (Status.BACKLOG, Status.TODO, Status.DOING, Status.WAITING)

    project = models.ForeignKey(Project, models.CASCADE, related_name="tasks")
    parent = models.ForeignKey("self", models.SET_NULL, null=True, related_name="+")
    milestone = models.ForeignKey(
        Milestone, models.SET_NULL, null=True, related_name="+"
    )
    goal = models.ForeignKey(Goal, models.SET_NULL, null=True, related_name="+")
    title = models.CharField(max_length=300)
    why = models.CharField(max_length=600, blank=True)
    description = models.TextField(blank=True)
    definition_of_done = models.TextField(blank=True)
    status = models.CharField(
        max_length=10, choices=Status.choices, default=Status.TODO
    )
    priority = models.PositiveSmallIntegerField(
        choices=Priority.choices, default=Priority.NORMAL
    )
    # Hours of work for each person the task needs; one number has low equal to high.
    estimate_low = models.DecimalField(max_digits=8, decimal_places=2, null=True)
    estimate_high = models.DecimalField(max_digits=8, decimal_places=2, null=True)
    remaining = models.DecimalField(max_digits=8, decimal_places=2, null=True)
    accountable = models.ForeignKey(
        Person, models.SET_NULL, null=True, related_name="+"
    )
    planned_start = models.DateTimeField(null=True)
    planned_end = models.DateTimeField(null=True)
    deadline = models.DateField(null=True)
    deadline_is_hard = models.BooleanField(default=False)
    started_at = models.DateTimeField(null=True)
    done_at = models.DateTimeField(null=True)
    position = models.PositiveIntegerField(default=0)
    # A summary row of an outline: its children carry the work.
    is_summary = models.BooleanField(default=False)
    external_source = models.CharField(max_length=60, blank=True)
    external_id = models.CharField(max_length=200, blank=True)
    # Kept by the database, so that the long lists read along an index: no deadline
    # sorts last in both databases, and open work is found without reading what is done.
    due_or_never = models.GeneratedField(
        expression=Coalesce("deadline", models.Value(date.max)),
        output_field=models.DateField(),
        db_persist=True,
    )
    still_open = models.GeneratedField(
        expression=models.Case(
            models.When(status__in=["done", "cancelled"], then=models.Value(False)),
            default=models.Value(True),
        ),
        output_field=models.BooleanField(),
        db_persist=True,
    )
    # The title in small letters: to fold a hundred thousand titles for each word that
    # somebody looks for takes longer than to look through them.
    title_folded = models.GeneratedField(
        expression=Lower("title"),
        output_field=models.CharField(max_length=300),
        db_persist=True,
    )

    class Meta:
        db_table = "tasks"
        indexes = [
            models.Index(fields=["-still_open", "due_or_never", "id"]),
            models.Index(fields=["-still_open", "priority", "due_or_never", "id"]),
            models.Index(fields=["still_open", "-updated_at", "id"]),
            models.Index(fields=["still_open", "planned_start", "id"]),
            models.Index(fields=["project", "status", "position"]),
            models.Index(fields=["accountable", "status"]),
            models.Index(fields=["status", "deadline"]),
            models.Index(fields=["status", "done_at"]),
            models.Index(fields=["planned_start"]),
            models.Index(fields=["parent"]),
            models.Index(fields=["goal"]),
        ]
        constraints = [
            models.UniqueConstraint(
                "project",
                "external_source",
                "external_id",
                condition=~models.Q(external_id=""),
                name="one_task_of_an_external_id",
            ),
            models.CheckConstraint(
                condition=models.Q(estimate_low__isnull=True)
                | (
                    models.Q(estimate_low__gte=0)
                    & models.Q(estimate_high__gte=models.F("estimate_low"))
                ),
                name="estimate_low_to_high",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_open(self) -> bool:
        return self.status in self.OPEN
