"""How newcomers are taken in: a procedure in versions, to start from."""

from django.db import models

from quarterdeck.shared.records import EditableRecord


class OnboardingTemplate(EditableRecord):
    """A list of steps with their days. `number` is the version in force."""

    name = models.CharField(max_length=200)
    purpose = models.CharField(max_length=600, blank=True)
    number = models.PositiveIntegerField(default=1)
    retired_at = models.DateTimeField(null=True)
    is_demo = models.BooleanField(default=False)

    class Meta:
        db_table = "onboarding_templates"
        ordering = ["name", "id"]

    def __str__(self) -> str:
        return self.name


class OnboardingStep(EditableRecord):
    """One step. It stands in the versions from `first` up to, without, `until`."""

    class Who(models.TextChoices):
        NEWCOMER = "newcomer", "Newcomer"
        LEADER = "leader", "Leader"
        BUDDY = "buddy", "Buddy"
        OTHER = "other", "Somebody else"

    template = models.ForeignKey(
        OnboardingTemplate, models.CASCADE, related_name="steps"
    )
    title = models.CharField(max_length=300)
    day = models.SmallIntegerField()  # 0 is the first day; before it, below 0
    who = models.CharField(max_length=8, choices=Who.choices, default=Who.NEWCOMER)
    done_when = models.CharField(max_length=600, blank=True)
    first = models.PositiveIntegerField()
    until = models.PositiveIntegerField(null=True)

    class Meta:
        db_table = "onboarding_steps"
        ordering = ["day", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(day__gte=-60, day__lte=400),
                name="onboarding_day_in_reach",
            )
        ]

    def __str__(self) -> str:
        return self.title
