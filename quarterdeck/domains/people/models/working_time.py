"""When people work, and when not."""

from django.db import models

from quarterdeck.shared.records import EditableRecord

from .people import Person


class WorkingPattern(models.Model):
    """Hours by weekday from a day on; a later pattern replaces it on its first day."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="working_patterns")
    starts_on = models.DateField()
    monday = models.DecimalField(max_digits=4, decimal_places=2, default=8)
    tuesday = models.DecimalField(max_digits=4, decimal_places=2, default=8)
    wednesday = models.DecimalField(max_digits=4, decimal_places=2, default=8)
    thursday = models.DecimalField(max_digits=4, decimal_places=2, default=8)
    friday = models.DecimalField(max_digits=4, decimal_places=2, default=8)
    saturday = models.DecimalField(max_digits=4, decimal_places=2, default=0)
    sunday = models.DecimalField(max_digits=4, decimal_places=2, default=0)

    class Meta:
        db_table = "working_patterns"
        constraints = [
            models.UniqueConstraint("person", "starts_on", name="one_pattern_a_day")
        ]

    def __str__(self) -> str:
        return f"{self.person_id} from {self.starts_on}"

    @property
    def hours_by_weekday(self) -> list[float]:
        """Seven numbers, Monday first."""
        days = [
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
        ]
        return [float(getattr(self, day)) for day in days]


class PublicHoliday(models.Model):
    """A day on which nobody at a place works; `location` empty means everybody."""

    on = models.DateField()
    name = models.CharField(max_length=200)
    location = models.CharField(max_length=100, blank=True)

    class Meta:
        db_table = "public_holidays"
        constraints = [
            models.UniqueConstraint("on", "location", name="one_holiday_a_day")
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.on}"


class TimeOff(EditableRecord):
    """Days away. The reason is the person's own: others see only that they are away."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="time_off")
    starts_on = models.DateField()
    ends_on = models.DateField()
    reason = models.CharField(max_length=200, blank=True)
    external_source = models.CharField(max_length=60, blank=True)

    class Meta:
        db_table = "time_off"
        indexes = [models.Index(fields=["person", "starts_on"])]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_on__gte=models.F("starts_on")),
                name="time_off_ends_after_it_starts",
            )
        ]

    def __str__(self) -> str:
        return f"{self.starts_on} to {self.ends_on}"
