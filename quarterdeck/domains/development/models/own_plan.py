"""One's own plan for leading and managing, quarter by quarter; read by its writer only."""

from django.db import models

from quarterdeck.domains.people.models import Person
from quarterdeck.shared.records import EditableRecord

from ..choices import Practice


class OwnAim(EditableRecord):
    """What somebody wants of their own leading and managing in a quarter."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    quarter = models.DateField()  # its first day
    aim = models.CharField(max_length=600)
    sign = models.CharField(max_length=600, blank=True)  # by what they will notice it
    looked_back = models.CharField(max_length=1_200, blank=True)

    class Meta:
        db_table = "own_aims"
        constraints = [
            models.UniqueConstraint("person", "quarter", name="one_own_aim_a_quarter")
        ]

    def __str__(self) -> str:
        return f"{self.person_id} in {self.quarter}"


class OwnMark(EditableRecord):
    """How well somebody thinks they do one practice, and what shows it to them."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    quarter = models.DateField()
    practice = models.CharField(max_length=13, choices=Practice.choices)
    mark = models.PositiveSmallIntegerField()
    evidence = models.CharField(max_length=600, blank=True)

    class Meta:
        db_table = "own_marks"
        constraints = [
            models.UniqueConstraint(
                "person", "quarter", "practice", name="one_own_mark_a_quarter"
            ),
            models.CheckConstraint(
                condition=models.Q(mark__gte=1, mark__lte=5), name="own_mark_1_to_5"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.practice} in {self.quarter}"


class OwnStep(EditableRecord):
    """One step of one's own, in a quarter."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    quarter = models.DateField()
    title = models.CharField(max_length=300)
    practice = models.CharField(max_length=13, choices=Practice.choices, blank=True)
    due_on = models.DateField(null=True)
    done_at = models.DateTimeField(null=True)
    removed_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "own_steps"
        indexes = [models.Index(fields=["person", "quarter"])]

    def __str__(self) -> str:
        return self.title
