"""Who belongs to which team, and leads it."""

from django.db import models

from quarterdeck.domains.organization.models import Team

from .people import Person


class Membership(models.Model):
    """Somebody belongs to a team, and may lead it. Leading follows from this alone."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="memberships")
    team = models.ForeignKey(Team, models.CASCADE, related_name="+")
    leads = models.BooleanField(default=False)
    since = models.DateField()

    class Meta:
        db_table = "memberships"
        verbose_name_plural = "members"
        indexes = [models.Index(fields=["team", "leads"])]
        constraints = [
            models.UniqueConstraint("person", "team", name="one_membership_in_a_team")
        ]

    def __str__(self) -> str:
        return f"{self.person_id} in {self.team_id}"
