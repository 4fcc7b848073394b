"""Who works here."""

from django.conf import settings
from django.db import models

from quarterdeck.shared.records import EditableRecord


class Person(EditableRecord):
    """Somebody who works here; may exist without an account."""

    class Employment(models.TextChoices):
        # What "over capacity" means differs: a target, a ceiling, a billable cap, nothing.
        FULL_TIME = "full_time", "Full time"
        PART_TIME = "part_time", "Part time"
        CONTRACTOR = "contractor", "Contractor"
        VOLUNTEER = "volunteer", "Volunteer"

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="person"
    )
    name = models.CharField(max_length=200)
    email = models.EmailField(blank=True)
    position = models.CharField(max_length=200, blank=True)
    manager = models.ForeignKey("self", models.SET_NULL, null=True, related_name="+")
    employment = models.CharField(
        max_length=10, choices=Employment.choices, default=Employment.FULL_TIME
    )
    # The share of working hours that is there for planned work; the rest is meetings,
    # mail and help.
    capacity_factor = models.DecimalField(max_digits=3, decimal_places=2, default=1)
    location = models.CharField(max_length=100, blank=True)
    starts_on = models.DateField(null=True)
    ends_on = models.DateField(null=True)
    is_demo = models.BooleanField(default=False)
    external_source = models.CharField(max_length=60, blank=True)
    external_id = models.CharField(max_length=200, blank=True)

    class Meta:
        db_table = "people"
        indexes = [models.Index(fields=["name"]), models.Index(fields=["manager"])]
        constraints = [
            models.UniqueConstraint(
                "email", condition=~models.Q(email=""), name="one_person_of_an_email"
            ),
            models.UniqueConstraint(
                "external_source",
                "external_id",
                condition=~models.Q(external_id=""),
                name="one_person_of_an_external_id",
            ),
            models.CheckConstraint(
                condition=models.Q(capacity_factor__gte=0)
                & models.Q(capacity_factor__lte=2),
                name="capacity_factor_between_0_and_2",
            ),
        ]

    def __str__(self) -> str:
        return self.name
