"""A thank-you in somebody's own words."""

from django.conf import settings
from django.db import models

from quarterdeck.domains.goals.models import Goal
from quarterdeck.domains.organization.models import Team
from quarterdeck.domains.people.models import Person
from quarterdeck.domains.projects.models import Task
from quarterdeck.domains.strategy.models import Value


class Recognition(models.Model):
    """Thanks for work and a value that showed in it. It carries no points."""

    giver = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    given_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    words = models.TextField()
    task = models.ForeignKey(Task, models.SET_NULL, null=True, related_name="+")
    goal = models.ForeignKey(Goal, models.SET_NULL, null=True, related_name="+")
    value = models.ForeignKey(Value, models.SET_NULL, null=True, related_name="+")
    # The team that may read it; without one it is for those thanked alone.
    team = models.ForeignKey(Team, models.SET_NULL, null=True, related_name="+")
    given_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1)
    edited_at = models.DateTimeField(null=True)
    narrowed_at = models.DateTimeField(null=True)
    taken_back_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "recognitions"
        indexes = [
            models.Index(fields=["given_by", "-given_at"]),
            models.Index(fields=["team", "-given_at"]),
            models.Index(fields=["-given_at", "-id"]),
        ]

    def __str__(self) -> str:
        return "recognition"


class RecognitionWording(models.Model):
    """How thanks read before they were put in other words; for the same readers."""

    recognition = models.ForeignKey(
        Recognition, models.CASCADE, related_name="wordings"
    )
    version = models.PositiveIntegerField()  # of the thanks, while they read like this
    until = models.DateTimeField()
    words = models.TextField()

    class Meta:
        db_table = "recognition_wordings"
        constraints = [
            models.UniqueConstraint(
                "recognition", "version", name="one_wording_of_thanks_a_version"
            )
        ]

    def __str__(self) -> str:
        return f"recognition {self.recognition_id} until version {self.version}"


class RecognitionReceiver(models.Model):
    """Somebody who is thanked, with the account they had then."""

    recognition = models.ForeignKey(
        Recognition, models.CASCADE, related_name="receivers"
    )
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )

    class Meta:
        db_table = "recognition_receivers"
        indexes = [
            models.Index(fields=["person", "-recognition"]),
            models.Index(fields=["user", "-recognition"]),
        ]
        constraints = [
            models.UniqueConstraint(
                "recognition", "person", name="thanked_once_in_a_recognition"
            )
        ]

    def __str__(self) -> str:
        return f"{self.person_id} is thanked in {self.recognition_id}"
