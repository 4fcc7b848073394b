"""People, who leads whom, what they can do, and when they work."""

from django.conf import settings
from django.db import models

from quarterdeck.domains.organization.models import Team
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


class Skill(models.Model):
    """One skill of the organization's common list."""

    name = models.CharField(max_length=100, unique=True)
    description = models.CharField(max_length=300, blank=True)

    class Meta:
        db_table = "skills"

    def __str__(self) -> str:
        return self.name


class PersonSkill(EditableRecord):
    """How well somebody can do something, since when we know, and from what."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="skills")
    skill = models.ForeignKey(Skill, models.CASCADE, related_name="levels")
    level = models.PositiveSmallIntegerField()  # 0 none … 5 teaches others
    wants_to_grow = models.BooleanField(default=False)
    evidence = models.CharField(max_length=300, blank=True)
    assessed_on = models.DateField()
    assessed_by = models.ForeignKey(
        Person, models.SET_NULL, null=True, related_name="+"
    )

    class Meta:
        db_table = "person_skills"
        indexes = [models.Index(fields=["skill", "level"])]
        constraints = [
            models.UniqueConstraint("person", "skill", name="one_level_of_a_skill"),
            models.CheckConstraint(
                condition=models.Q(level__lte=5), name="skill_level_0_to_5"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.skill_id}: {self.level}"
