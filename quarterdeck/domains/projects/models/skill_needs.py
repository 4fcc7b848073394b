"""What a task asks of the people who do it."""

from django.db import models

from quarterdeck.domains.people.models import Skill

from .tasks import Task


class SkillNeed(models.Model):
    """A task needs so many people with a skill at least at a level."""

    task = models.ForeignKey(Task, models.CASCADE, related_name="skill_needs")
    skill = models.ForeignKey(Skill, models.PROTECT, related_name="+")
    level = models.PositiveSmallIntegerField(default=1)
    head_count = models.PositiveSmallIntegerField(default=1)

    class Meta:
        db_table = "skill_needs"
        constraints = [
            models.UniqueConstraint("task", "skill", name="one_need_of_a_skill"),
            models.CheckConstraint(
                condition=models.Q(level__lte=5), name="need_level_up_to_5"
            ),
            models.CheckConstraint(
                condition=models.Q(head_count__gte=1), name="need_of_somebody"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.head_count} × {self.skill_id} ≥ {self.level}"
