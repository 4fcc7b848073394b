"""What a team may spend on training in a year."""

from django.db import models

from quarterdeck.domains.organization.models import Team
from quarterdeck.shared.records import EditableRecord


class TrainingBudget(EditableRecord):
    """In the organization's currency; read by whoever leads the team."""

    team = models.ForeignKey(Team, models.CASCADE, related_name="+")
    year = models.PositiveSmallIntegerField()
    amount = models.DecimalField(max_digits=14, decimal_places=2)
    note = models.CharField(max_length=300, blank=True)
    # What was spent for people who were erased since: the sum stays, without names.
    spent_for_erased = models.DecimalField(max_digits=14, decimal_places=2, default=0)

    class Meta:
        db_table = "training_budgets"
        constraints = [
            models.UniqueConstraint("team", "year", name="one_training_budget_a_year"),
            models.CheckConstraint(
                condition=models.Q(amount__gte=0), name="training_budget_not_below_0"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.team_id} in {self.year}"
