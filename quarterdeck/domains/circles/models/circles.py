"""A circle, who is in it, and when it meets."""

from django.db import models
from django.db.models import Q

from quarterdeck.domains.people.models import Person
from quarterdeck.shared.records import EditableRecord


class Circle(EditableRecord):
    """Peers across teams who advise one another under a rule that each has accepted."""

    name = models.CharField(max_length=200)
    purpose = models.CharField(max_length=600, blank=True)
    rule = models.TextField(max_length=2_000)
    rule_number = models.PositiveIntegerField(default=1)  # a changed rule is a new one

    class Meta:
        db_table = "circles"

    def __str__(self) -> str:
        return "circle"  # never its name: this may stand in a record of acts


class CircleMember(models.Model):
    """One time that somebody is in a circle: who comes back begins anew."""

    circle = models.ForeignKey(Circle, models.CASCADE, related_name="members")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    invited_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    invited_at = models.DateTimeField()
    joined_at = models.DateTimeField(null=True)
    accepted_rule = models.PositiveIntegerField(default=0)
    left_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "circle_members"
        indexes = [models.Index(fields=["person", "left_at"])]
        constraints = [
            models.UniqueConstraint(
                "circle", "person", condition=Q(left_at=None), name="once_in_a_circle"
            )
        ]

    def __str__(self) -> str:
        return "member"

    @property
    def is_invited(self) -> bool:
        return self.joined_at is None


class CircleMeeting(EditableRecord):
    """A day on which a circle meets."""

    circle = models.ForeignKey(Circle, models.CASCADE, related_name="meetings")
    on = models.DateField()
    time = models.TimeField(null=True)
    words = models.CharField(max_length=300, blank=True)  # where, and what about

    class Meta:
        db_table = "circle_meetings"
        indexes = [models.Index(fields=["circle", "on"])]

    def __str__(self) -> str:
        return "meeting"
