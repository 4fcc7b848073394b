"""A question that asks for feedback, and whom it was put to."""

from django.conf import settings
from django.db import models

from quarterdeck.domains.goals.models import Goal
from quarterdeck.domains.people.models import Person
from quarterdeck.domains.projects.models import Task


class FeedbackRequest(models.Model):
    """Somebody asks for feedback on themselves, each of those asked on their own."""

    asker = models.ForeignKey(Person, models.CASCADE, related_name="+")
    # Access follows accounts that are named once, whatever becomes of teams and roles.
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="+"
    )
    question = models.TextField()
    answer_by = models.DateField(null=True)
    task = models.ForeignKey(Task, models.SET_NULL, null=True, related_name="+")
    goal = models.ForeignKey(Goal, models.SET_NULL, null=True, related_name="+")
    asked_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "feedback_requests"
        indexes = [models.Index(fields=["asked_by", "-id"])]

    def __str__(self) -> str:
        return f"question {self.pk}"


class AskedPerson(models.Model):
    """One of those a question was put to; nobody else sees that they were asked."""

    request = models.ForeignKey(FeedbackRequest, models.CASCADE, related_name="asked")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    declined_at = models.DateTimeField(null=True)
    reason = models.TextField(blank=True)

    class Meta:
        db_table = "feedback_asked"
        indexes = [models.Index(fields=["user", "-id"])]
        constraints = [
            models.UniqueConstraint("request", "user", name="one_asking_of_an_account")
        ]

    def __str__(self) -> str:
        return f"{self.person_id} of question {self.request_id}"
