"""A place in a programme, from the question for it to having been there."""

from django.conf import settings
from django.db import models

from quarterdeck.domains.goals.models import KeyResult
from quarterdeck.domains.organization.models import Team
from quarterdeck.domains.people.models import Person, Skill
from quarterdeck.shared.records import EditableRecord

from ..choices import OPEN, State
from .programmes import Programme


class Enrolment(EditableRecord):
    """Somebody's place in a programme; read by them and by whoever leads them."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    programme = models.ForeignKey(Programme, models.CASCADE, related_name="enrolments")
    state = models.CharField(max_length=9, choices=State.choices)
    why = models.CharField(max_length=600, blank=True)
    skill = models.ForeignKey(Skill, models.SET_NULL, null=True, related_name="+")
    starts_on = models.DateField(null=True)
    attended_on = models.DateField(null=True)  # its last day
    # In the organization's currency; None where nobody knows it yet.
    cost = models.DecimalField(max_digits=12, decimal_places=2, null=True)
    # Whose budget, and of which year.
    team = models.ForeignKey(Team, models.SET_NULL, null=True, related_name="+")
    year = models.PositiveSmallIntegerField()
    # What shall come of it: a number, or a key result that is measured anyway.
    measure = models.CharField(max_length=200, blank=True)
    key_result = models.ForeignKey(
        KeyResult, models.SET_NULL, null=True, related_name="+"
    )
    number_before = models.FloatField(null=True)

    class Meta:
        db_table = "training_enrolments"
        indexes = [
            models.Index(fields=["person", "-id"]),
            models.Index(fields=["team", "year", "state"]),
            models.Index(fields=["state", "attended_on"]),
        ]
        constraints = [
            models.UniqueConstraint(
                "person",
                "programme",
                condition=models.Q(state__in=OPEN),
                name="one_open_place_in_a_programme",
            ),
            models.CheckConstraint(
                condition=models.Q(cost=None) | models.Q(cost__gte=0),
                name="training_cost_not_below_0",
            ),
            models.CheckConstraint(
                condition=~models.Q(state=State.ATTENDED)
                | models.Q(attended_on__isnull=False),
                name="attended_has_a_day",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} in {self.programme_id}"

    @property
    def is_open(self) -> bool:
        return self.state in OPEN


class EnrolmentMove(models.Model):
    """One turn of a place: who did it, when, and in which words."""

    enrolment = models.ForeignKey(Enrolment, models.CASCADE, related_name="moves")
    state = models.CharField(max_length=9, choices=State.choices)
    words = models.CharField(max_length=600, blank=True)
    moved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    moved_at = models.DateTimeField()

    class Meta:
        db_table = "training_enrolment_moves"
        ordering = ["id"]

    def __str__(self) -> str:
        return self.state
