"""A task handed over, and the talk about it."""

from django.db import models

from quarterdeck.domains.people.models import Person
from quarterdeck.shared.records import EditableRecord

from .tasks import Task


class Delegation(EditableRecord):
    """A task handed to somebody in one act, and what they answered."""

    class Answer(models.TextChoices):
        OPEN = "open", "Waiting for an answer"
        ACCEPTED = "accepted", "Accepted"
        ASKED = "asked", "Asked back"
        DECLINED = "declined", "Declined"
        WITHDRAWN = "withdrawn", "Withdrawn"

    task = models.ForeignKey(Task, models.CASCADE, related_name="delegations")
    giver = models.ForeignKey(Person, models.CASCADE, related_name="+")
    receiver = models.ForeignKey(Person, models.CASCADE, related_name="+")
    expected_result = models.TextField()
    limits = models.TextField(blank=True)
    resources = models.TextField(blank=True)
    follow_up_on = models.DateField()
    answer = models.CharField(
        max_length=10, choices=Answer.choices, default=Answer.OPEN
    )
    reply = models.TextField(blank=True)  # the question, or the reason for declining
    answered_at = models.DateTimeField(null=True)
    followed_up_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "delegations"
        indexes = [
            models.Index(fields=["receiver", "answer"]),
            models.Index(fields=["giver", "answer"]),
        ]
        constraints = [
            models.UniqueConstraint(
                "task",
                condition=models.Q(answer__in=["open", "asked"]),
                name="one_open_delegation_of_a_task",
            )
        ]

    def __str__(self) -> str:
        return f"{self.task_id} to {self.receiver_id}"


class DelegationReply(models.Model):
    """One turn in the talk about a delegation: what was answered, asked or explained."""

    class Kind(models.TextChoices):
        ASKED = "asked", "asked"
        EXPLAINED = "explained", "explained"
        ACCEPTED = "accepted", "accepted"
        DECLINED = "declined", "declined"
        WITHDRAWN = "withdrawn", "withdrew it"
        FOLLOWED_UP = "followed_up", "followed up"

    delegation = models.ForeignKey(Delegation, models.CASCADE, related_name="replies")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    kind = models.CharField(max_length=11, choices=Kind.choices)
    text = models.TextField(blank=True)
    at = models.DateTimeField()

    class Meta:
        db_table = "delegation_replies"
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.person_id} {self.kind}"
