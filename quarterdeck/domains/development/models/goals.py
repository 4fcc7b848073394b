"""What somebody wants to learn or become, the steps there, and how it ended."""

from django.conf import settings
from django.db import models

from quarterdeck.domains.goals.models import Goal
from quarterdeck.domains.people.models import Person, Skill
from quarterdeck.domains.projects.models import Task
from quarterdeck.shared.records import EditableRecord


class DevelopmentGoal(EditableRecord):
    """One thing somebody wants to learn or become, and why."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    title = models.CharField(max_length=300)
    why = models.CharField(max_length=600, blank=True)
    skill = models.ForeignKey(Skill, models.SET_NULL, null=True, related_name="+")
    level = models.PositiveSmallIntegerField(null=True)  # of the skill, 1 to 5
    team_goal = models.ForeignKey(Goal, models.SET_NULL, null=True, related_name="+")
    ends_on = models.DateField(null=True)

    class Meta:
        db_table = "development_goals"
        indexes = [models.Index(fields=["person", "ends_on"])]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(level=None) | models.Q(level__gte=1, level__lte=5),
                name="development_level_1_to_5",
            )
        ]

    def __str__(self) -> str:
        return self.title


class DevelopmentClosure(models.Model):
    """How a development goal ended: by whom, when, and what was learnt."""

    class Outcome(models.TextChoices):
        REACHED = "reached", "Reached"
        DROPPED = "dropped", "Dropped"

    goal = models.OneToOneField(DevelopmentGoal, models.CASCADE, related_name="closure")
    outcome = models.CharField(max_length=7, choices=Outcome.choices)
    lesson = models.CharField(max_length=600, blank=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    closed_at = models.DateTimeField()

    class Meta:
        db_table = "development_closures"

    def __str__(self) -> str:
        return self.outcome


class DevelopmentStep(EditableRecord):
    """One step towards a development goal: by doing, with others, or in a course."""

    class Kind(models.TextChoices):
        AT_WORK = "at_work", "On the job"
        WITH_OTHERS = "with_others", "With others"
        IN_A_COURSE = "in_a_course", "In a course"

    goal = models.ForeignKey(DevelopmentGoal, models.CASCADE, related_name="steps")
    kind = models.CharField(max_length=11, choices=Kind.choices, default=Kind.AT_WORK)
    title = models.CharField(max_length=300)
    due_on = models.DateField(null=True)
    task = models.ForeignKey(Task, models.SET_NULL, null=True, related_name="+")
    evidence = models.CharField(max_length=600, blank=True)
    done_at = models.DateTimeField(null=True)
    # Taken off the plan; it stays, so that it can be put back.
    removed_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "development_steps"
        ordering = ["kind", "due_on", "id"]

    def __str__(self) -> str:
        return self.title
