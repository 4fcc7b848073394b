"""What people can do."""

from django.db import models

from quarterdeck.shared.records import EditableRecord

from .people import Person

DEFAULT_GROW_HOURS = 8
MOST_GROW_HOURS = 400


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
    # Of work one level up: at most so many hours of it in one plan, and beside whom.
    grow_hours = models.PositiveSmallIntegerField(default=DEFAULT_GROW_HOURS)
    grow_with_mentor = models.BooleanField(default=True)
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
            models.CheckConstraint(
                condition=models.Q(grow_hours__lte=MOST_GROW_HOURS),
                name="grow_hours_0_to_400",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.skill_id}: {self.level}"
