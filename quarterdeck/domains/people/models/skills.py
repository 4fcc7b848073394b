"""What people can do."""

from django.db import models

from quarterdeck.shared.records import EditableRecord

from .people import Person


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
