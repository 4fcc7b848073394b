"""An open role: what everybody may read of it, and what its hiring team keeps."""

from django.db import models

from quarterdeck.domains.development.models import RoleProfile
from quarterdeck.domains.goals.models import Goal
from quarterdeck.domains.organization.models import Team
from quarterdeck.domains.people.models import Person, Skill
from quarterdeck.domains.strategy.models import Value
from quarterdeck.shared.records import EditableRecord


class OpenRole(EditableRecord):
    """Somebody is looked for. Every member may read this, as on a notice board."""

    class Status(models.TextChoices):
        OPEN = "open", "Open"
        PAUSED = "paused", "Paused"
        FILLED = "filled", "Filled"
        CLOSED = "closed", "Closed"

    title = models.CharField(max_length=200)
    why = models.CharField(max_length=600, blank=True)
    goal = models.ForeignKey(Goal, models.SET_NULL, null=True, related_name="+")
    # A team that is taken away leaves the role to its hiring team.
    team = models.ForeignKey(Team, models.SET_NULL, null=True, related_name="+")
    profile = models.ForeignKey(
        RoleProfile, models.SET_NULL, null=True, related_name="+"
    )
    hours = models.DecimalField(max_digits=4, decimal_places=1, null=True)  # a week
    status = models.CharField(max_length=6, choices=Status.choices, default=Status.OPEN)
    is_demo = models.BooleanField(default=False)

    class Meta:
        db_table = "open_roles"
        indexes = [models.Index(fields=["status", "-id"])]

    def __str__(self) -> str:
        return self.title


class RoleSkill(models.Model):
    """The least level of a skill that the role asks for."""

    role = models.ForeignKey(OpenRole, models.CASCADE, related_name="skills")
    skill = models.ForeignKey(Skill, models.CASCADE, related_name="+")
    level = models.PositiveSmallIntegerField()

    class Meta:
        db_table = "open_role_skills"
        constraints = [
            models.UniqueConstraint("role", "skill", name="one_level_in_an_open_role"),
            models.CheckConstraint(
                condition=models.Q(level__gte=1, level__lte=5),
                name="open_role_level_1_to_5",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.skill_id}: {self.level}"


class RoleValue(models.Model):
    """A value of the organisation that whoever comes should share."""

    role = models.ForeignKey(OpenRole, models.CASCADE, related_name="values")
    value = models.ForeignKey(Value, models.CASCADE, related_name="+")

    class Meta:
        db_table = "open_role_values"
        constraints = [
            models.UniqueConstraint("role", "value", name="one_value_in_an_open_role")
        ]

    def __str__(self) -> str:
        return f"{self.role_id}: {self.value_id}"


class HiringMember(models.Model):
    """Somebody on the hiring team: they interview, and one of them decides."""

    role = models.ForeignKey(OpenRole, models.CASCADE, related_name="hiring_team")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    decides = models.BooleanField(default=False)
    since = models.DateTimeField()

    class Meta:
        db_table = "hiring_members"
        ordering = ["-decides", "id"]
        constraints = [
            models.UniqueConstraint("role", "person", name="once_on_a_hiring_team"),
            models.UniqueConstraint(
                "role",
                condition=models.Q(decides=True),
                name="one_decides_on_a_hiring_team",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} on {self.role_id}"


class HiringFile(EditableRecord):
    """What only the hiring team reads: the cost, and how long candidates are kept."""

    role = models.OneToOneField(OpenRole, models.CASCADE, related_name="file")
    # A year, in the one currency of the organisation.
    cost_low = models.DecimalField(max_digits=12, decimal_places=2, null=True)
    cost_high = models.DecimalField(max_digits=12, decimal_places=2, null=True)
    keep_months = models.PositiveSmallIntegerField(default=6)
    erased = models.PositiveIntegerField(default=0)  # candidates that were here once

    class Meta:
        db_table = "hiring_files"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(cost_low=None)
                | models.Q(cost_high=None)
                | models.Q(cost_high__gte=models.F("cost_low")),
                name="hiring_cost_low_to_high",
            )
        ]

    def __str__(self) -> str:
        return f"file of {self.role_id}"
