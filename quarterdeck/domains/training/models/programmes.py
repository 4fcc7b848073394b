"""Programmes, the topics they are about, and the skills they train."""

from decimal import Decimal

from django.db import models
from django.db.models.functions import Lower

from quarterdeck.domains.people.models import Skill
from quarterdeck.shared.records import EditableRecord

from ..choices import Form, Per


class Topic(EditableRecord):
    """What programmes are about; some topics are about leading people."""

    name = models.CharField(max_length=100)
    is_leadership = models.BooleanField(default=True)
    removed_at = models.DateTimeField(null=True)
    is_demo = models.BooleanField(default=False)

    class Meta:
        db_table = "training_topics"
        ordering = ["name", "id"]
        constraints = [
            models.UniqueConstraint(
                Lower("name"),
                condition=models.Q(removed_at=None),
                name="one_training_topic_of_a_name",
            )
        ]

    def __str__(self) -> str:
        return self.name


class Programme(EditableRecord):
    """A course, workshop or seminar; what nobody knows of it yet is empty, not nought."""

    name = models.CharField(max_length=200)
    provider = models.CharField(max_length=200, blank=True)
    about = models.CharField(max_length=1_200, blank=True)
    topics = models.ManyToManyField(
        Topic, related_name="programmes", db_table="training_programme_topics"
    )
    form = models.CharField(max_length=10, choices=Form.choices, blank=True)
    hours = models.DecimalField(max_digits=6, decimal_places=2, null=True)
    sessions = models.PositiveSmallIntegerField(null=True)
    over_days = models.PositiveSmallIntegerField(null=True)  # first to last session
    price = models.DecimalField(max_digits=12, decimal_places=2, null=True)
    price_per = models.CharField(max_length=6, choices=Per.choices, default=Per.PERSON)
    group_size = models.PositiveSmallIntegerField(null=True)
    currency = models.CharField(max_length=3, default="EUR")
    trainers = models.CharField(max_length=300, blank=True)
    afterwards = models.CharField(max_length=600, blank=True)
    retired_at = models.DateTimeField(null=True)
    is_demo = models.BooleanField(default=False)

    class Meta:
        db_table = "training_programmes"
        ordering = ["name", "id"]
        indexes = [models.Index(fields=["name", "id"])]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(price=None) | models.Q(price__gte=0),
                name="training_price_not_below_0",
            ),
            models.CheckConstraint(
                condition=models.Q(hours=None) | models.Q(hours__gt=0),
                name="training_hours_above_0",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def cost_each(self) -> Decimal | None:
        """What one person costs; None where that cannot be told."""
        if self.price is None or self.price_per == Per.PERSON:
            return self.price
        return self.price / self.group_size if self.group_size else None

    @property
    def cost_an_hour(self) -> Decimal | None:
        """What an hour of it costs one person."""
        each = self.cost_each
        return None if each is None or not self.hours else each / self.hours


class ProgrammeSkill(models.Model):
    """A skill that a programme trains, and the level it says it reaches."""

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="trained")
    skill = models.ForeignKey(Skill, models.CASCADE, related_name="+")
    level = models.PositiveSmallIntegerField()

    class Meta:
        db_table = "training_programme_skills"
        constraints = [
            models.UniqueConstraint(
                "programme", "skill", name="one_level_in_a_programme"
            ),
            models.CheckConstraint(
                condition=models.Q(level__gte=1, level__lte=5),
                name="programme_level_1_to_5",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.skill_id}: {self.level}"
