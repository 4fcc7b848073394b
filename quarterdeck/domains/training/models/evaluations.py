"""What is asked after a programme, of whom, by when; the answer and who reads it."""

from django.db import models

from quarterdeck.domains.people.models import Person
from quarterdeck.shared.records import EditableRecord

from ..choices import MOST_POINTS, Stage
from .enrolments import Enrolment

WAITS = models.Q(answered_at=None, set_aside_at=None)


class Evaluation(EditableRecord):
    """One question after a programme. Only its writer, and whom they named before
    writing, read the answer."""

    enrolment = models.ForeignKey(Enrolment, models.CASCADE, related_name="evaluations")
    stage = models.CharField(max_length=8, choices=Stage.choices)
    writer = models.ForeignKey(Person, models.CASCADE, related_name="+")
    due_on = models.DateField()
    answered_at = models.DateTimeField(null=True)
    set_aside_at = models.DateTimeField(null=True)
    shared_with = models.ForeignKey(
        Person, models.SET_NULL, null=True, related_name="+"
    )
    mark = models.PositiveSmallIntegerField(null=True)  # None: cannot tell
    words = models.CharField(max_length=1_200, blank=True)
    level_before = models.PositiveSmallIntegerField(null=True)
    level_after = models.PositiveSmallIntegerField(null=True)
    number_after = models.FloatField(null=True)

    class Meta:
        db_table = "training_evaluations"
        indexes = [
            models.Index(
                fields=["writer", "due_on"], condition=WAITS, name="training_waits"
            ),
            models.Index(fields=["shared_with", "answered_at"]),
        ]
        constraints = [
            models.UniqueConstraint(
                "enrolment", "stage", name="one_question_of_a_stage"
            ),
            models.CheckConstraint(
                condition=models.Q(mark=None) | models.Q(mark__lte=MOST_POINTS),
                name="training_mark_0_to_4",
            ),
            models.CheckConstraint(
                condition=models.Q(shared_with=None)
                | models.Q(answered_at__isnull=False),
                name="shared_when_answered",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.stage} of {self.enrolment_id}"

    @property
    def waits(self) -> bool:
        return self.answered_at is None and self.set_aside_at is None
