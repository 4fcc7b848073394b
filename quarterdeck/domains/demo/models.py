"""That this instance shows an invented organization, and what goes with it."""

from django.db import models


class DemoOrganization(models.Model):
    """The demo as it was made. It is removed in one act, with everything it brought."""

    seed = models.PositiveIntegerField()
    made_at = models.DateTimeField()
    # Records that carry no demo mark of their own: {"skill": [1, 2], "vision": [1], …}
    brought = models.JSONField(default=dict)

    class Meta:
        db_table = "demo_organization"
        constraints = [
            models.CheckConstraint(condition=models.Q(pk=1), name="one_demo")
        ]

    def __str__(self) -> str:
        return "Demo organisation"
