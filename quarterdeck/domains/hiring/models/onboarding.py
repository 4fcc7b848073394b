"""Somebody is taken in: who helps, which tasks, and what they say at the end."""

from django.db import models

from quarterdeck.domains.people.models import Person
from quarterdeck.domains.projects.models import Project, Task
from quarterdeck.shared.records import EditableRecord

from .templates import OnboardingStep, OnboardingTemplate


class Onboarding(EditableRecord):
    """One person's way in. Its steps are tasks of a project of its own."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    template = models.ForeignKey(
        OnboardingTemplate, models.SET_NULL, null=True, related_name="+"
    )
    number = models.PositiveIntegerField()  # the version that was taken
    starts_on = models.DateField()
    ends_on = models.DateField()  # the day of its last step
    leader = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    buddy = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    project = models.ForeignKey(Project, models.SET_NULL, null=True, related_name="+")
    stopped_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "onboardings"
        indexes = [
            models.Index(fields=["person", "stopped_at"]),
            models.Index(fields=["leader", "stopped_at"]),
            models.Index(fields=["buddy", "stopped_at"]),
        ]
        constraints = [
            models.UniqueConstraint(
                "person",
                "template",
                condition=models.Q(stopped_at=None),
                name="one_onboarding_by_a_template",
            )
        ]

    def __str__(self) -> str:
        return f"onboarding {self.pk}"


class OnboardingTask(models.Model):
    """Which task stands for which step."""

    onboarding = models.ForeignKey(Onboarding, models.CASCADE, related_name="tasks")
    step = models.ForeignKey(OnboardingStep, models.CASCADE, related_name="+")
    task = models.OneToOneField(Task, models.CASCADE, related_name="+")

    class Meta:
        db_table = "onboarding_tasks"
        ordering = ["step__day", "id"]

    def __str__(self) -> str:
        return f"{self.task_id} of {self.onboarding_id}"


class OnboardingAnswer(EditableRecord):
    """What was clear and what was missing; who reads it is settled before writing."""

    class Readers(models.TextChoices):
        LEADER = "leader", "The leader named above"
        BOTH = "both", "The leader and the buddy named above"

    onboarding = models.OneToOneField(Onboarding, models.CASCADE, related_name="answer")
    clear = models.CharField(max_length=2_000, blank=True)
    missing = models.CharField(max_length=2_000, blank=True)
    readers = models.CharField(max_length=6, choices=Readers.choices)

    class Meta:
        db_table = "onboarding_answers"

    def __str__(self) -> str:
        return f"answer {self.pk}"
