"""What an hour of work costs, for a person or for everybody in a team."""

from django.conf import settings
from django.db import models

from quarterdeck.domains.organization.models import Team

from .people import Person


class CostRate(models.Model):
    """An amount an hour from a day on: who set it and when, and who took it back.

    A rate is never changed: a later one replaces it from its first day on, and taking
    one back lets the one before it hold again.
    """

    person = models.ForeignKey(
        Person, models.CASCADE, null=True, related_name="cost_rates"
    )
    team = models.ForeignKey(Team, models.CASCADE, null=True, related_name="+")
    per_hour = models.DecimalField(max_digits=8, decimal_places=2)
    starts_on = models.DateField()
    note = models.CharField(max_length=200, blank=True)
    set_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    set_at = models.DateTimeField()
    taken_back_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    taken_back_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "cost_rates"
        indexes = [
            models.Index(fields=["person", "starts_on"]),
            models.Index(fields=["team", "starts_on"]),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(person__isnull=False, team__isnull=True)
                | models.Q(person__isnull=True, team__isnull=False),
                name="cost_rate_of_a_person_or_a_team",
            ),
            models.CheckConstraint(
                condition=models.Q(per_hour__gte=0), name="cost_rate_not_below_0"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.per_hour} from {self.starts_on}"
