"""What somebody writes to somebody, who may read it, and what comes back."""

from django.conf import settings
from django.db import models

from quarterdeck.domains.goals.models import Goal
from quarterdeck.domains.people.models import Person
from quarterdeck.domains.projects.models import Task
from quarterdeck.shared.records import EditableRecord

from .requests import FeedbackRequest

WORDS = ("situation", "behavior", "impact", "text")


class Feedback(EditableRecord):
    """A draft until it is given. Who reads it is named once and only ever gets fewer."""

    class Visibility(models.TextChoices):
        PERSON = "person", "only the person it is for"
        LEADERS = "leaders", "the person it is for and their leaders"

    writer = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    receiver = models.ForeignKey(Person, models.CASCADE, related_name="+")
    request = models.ForeignKey(
        FeedbackRequest, models.SET_NULL, null=True, related_name="answers"
    )
    task = models.ForeignKey(Task, models.SET_NULL, null=True, related_name="+")
    goal = models.ForeignKey(Goal, models.SET_NULL, null=True, related_name="+")
    visibility = models.CharField(max_length=8, choices=Visibility.choices)
    situation = models.TextField(blank=True)
    behavior = models.TextField(blank=True)
    impact = models.TextField(blank=True)
    text = models.TextField(blank=True)  # in one's own form
    discarded_at = models.DateTimeField(null=True)
    given_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)
    # As somebody first read it: later wordings stay to be seen, earlier ones do not.
    read_at = models.DateTimeField(null=True)
    read_version = models.PositiveIntegerField(null=True)
    thanked_at = models.DateTimeField(null=True)
    reply = models.TextField(blank=True)
    replied_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "feedback"
        indexes = [
            models.Index(fields=["written_by", "-id"]),
            models.Index(fields=["receiver", "-given_at"]),
        ]
        constraints = [
            models.UniqueConstraint(
                "request",
                "written_by",
                condition=models.Q(discarded_at__isnull=True)
                & models.Q(withdrawn_at__isnull=True),
                name="one_answer_to_a_question",
            ),
            models.CheckConstraint(
                condition=~models.Q(writer=models.F("receiver"))
                | models.Q(writer__isnull=True),
                name="no_feedback_to_oneself",
            ),
        ]

    def __str__(self) -> str:
        return "feedback"

    @property
    def is_draft(self) -> bool:
        return self.given_at is None


class FeedbackReader(models.Model):
    """An account that may read it, named when it was written; rows are only removed."""

    class Standing(models.TextChoices):
        RECEIVER = "receiver", "it is for them"
        LEADER = "leader", "leads whom it is for"

    feedback = models.ForeignKey(Feedback, models.CASCADE, related_name="readers")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    standing = models.CharField(max_length=8, choices=Standing.choices)
    seen_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "feedback_readers"
        indexes = [models.Index(fields=["user", "-feedback"])]
        constraints = [
            models.UniqueConstraint("feedback", "user", name="one_reader_of_feedback")
        ]

    def __str__(self) -> str:
        return f"{self.user_id} reads feedback {self.feedback_id}"


class FeedbackWording(models.Model):
    """How given feedback read before it was edited. It goes where the feedback goes."""

    feedback = models.ForeignKey(Feedback, models.CASCADE, related_name="wordings")
    version = models.PositiveIntegerField()  # of the feedback, while it read like this
    until = models.DateTimeField()
    situation = models.TextField(blank=True)
    behavior = models.TextField(blank=True)
    impact = models.TextField(blank=True)
    text = models.TextField(blank=True)

    class Meta:
        db_table = "feedback_wordings"
        constraints = [
            models.UniqueConstraint("feedback", "version", name="one_wording_a_version")
        ]

    def __str__(self) -> str:
        return f"feedback {self.feedback_id} until version {self.version}"


class FeedbackNote(EditableRecord):
    """What a receiver keeps for themselves; nobody else ever reads it."""

    feedback = models.ForeignKey(Feedback, models.CASCADE, related_name="+")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    text = models.TextField(blank=True)

    class Meta:
        db_table = "feedback_notes"
        constraints = [
            models.UniqueConstraint("feedback", "user", name="one_note_on_feedback")
        ]

    def __str__(self) -> str:
        return "note"
