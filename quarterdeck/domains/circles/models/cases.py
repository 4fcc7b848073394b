"""A case somebody brings, who reads it, what others say, what each takes from it."""

from django.db import models

from quarterdeck.domains.people.models import Person
from quarterdeck.shared.records import EditableRecord

from .circles import Circle, CircleMember


class Case(EditableRecord):
    """A situation, what was tried, and a question to the circle."""

    circle = models.ForeignKey(Circle, models.CASCADE, related_name="cases")
    author = models.ForeignKey(Person, models.CASCADE, related_name="+")
    situation = models.TextField(max_length=8_000)
    tried = models.TextField(max_length=8_000, blank=True)
    question = models.CharField(max_length=600)

    class Meta:
        db_table = "circle_cases"
        indexes = [models.Index(fields=["circle", "-created_at"])]

    def __str__(self) -> str:
        return "case"


class CaseReader(models.Model):
    """That one membership reads a case: written when it is shared, or by its author."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="readers")
    member = models.ForeignKey(CircleMember, models.CASCADE, related_name="+")

    class Meta:
        db_table = "circle_case_readers"
        constraints = [
            models.UniqueConstraint("case", "member", name="a_case_is_read_once")
        ]

    def __str__(self) -> str:
        return "reader"


class Contribution(EditableRecord):
    """What a member says to a case: a question back, an experience, an idea."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="contributions")
    writer = models.ForeignKey(Person, models.CASCADE, related_name="+")
    text = models.TextField(max_length=8_000)

    class Meta:
        db_table = "circle_contributions"
        indexes = [models.Index(fields=["case", "created_at"])]

    def __str__(self) -> str:
        return "contribution"


class Takeaway(EditableRecord):
    """What somebody takes from a case, in their own words and for themselves."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="+")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    text = models.TextField(max_length=4_000)

    class Meta:
        db_table = "circle_takeaways"
        constraints = [
            models.UniqueConstraint("case", "person", name="one_takeaway_of_a_case")
        ]

    def __str__(self) -> str:
        return "takeaway"
