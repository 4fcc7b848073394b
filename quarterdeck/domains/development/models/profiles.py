"""Roles at work, the skills each asks for, and who is in one or aims for it."""

from django.db import models
from django.db.models.functions import Lower

from quarterdeck.domains.people.models import Person, Skill
from quarterdeck.shared.records import EditableRecord


class RoleProfile(EditableRecord):
    """A role as the organization understands it: what it is for, what it asks for."""

    name = models.CharField(max_length=100)
    purpose = models.CharField(max_length=600, blank=True)
    retired_at = models.DateTimeField(null=True)
    is_demo = models.BooleanField(default=False)

    class Meta:
        db_table = "role_profiles"
        ordering = ["name", "id"]
        constraints = [
            models.UniqueConstraint(
                Lower("name"),
                condition=models.Q(retired_at=None),
                name="one_role_profile_of_a_name",
            )
        ]

    def __str__(self) -> str:
        return self.name


class ProfileSkill(models.Model):
    """The level of a skill that a role asks for."""

    profile = models.ForeignKey(RoleProfile, models.CASCADE, related_name="skills")
    skill = models.ForeignKey(Skill, models.CASCADE, related_name="+")
    level = models.PositiveSmallIntegerField()

    class Meta:
        db_table = "role_profile_skills"
        constraints = [
            models.UniqueConstraint("profile", "skill", name="one_level_in_a_profile"),
            models.CheckConstraint(
                condition=models.Q(level__gte=1, level__lte=5),
                name="profile_level_1_to_5",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.skill_id}: {self.level}"


class RoleHolding(models.Model):
    """Somebody is in a role, or aims for one."""

    class Kind(models.TextChoices):
        HOLDS = "holds", "Is in the role"
        AIMS = "aims", "Aims for the role"

    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    profile = models.ForeignKey(RoleProfile, models.CASCADE, related_name="holdings")
    kind = models.CharField(max_length=5, choices=Kind.choices)
    since = models.DateField()

    class Meta:
        db_table = "role_holdings"
        ordering = ["-kind", "since", "id"]
        constraints = [
            models.UniqueConstraint("person", "profile", name="one_way_to_a_role")
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.kind} {self.profile_id}"
