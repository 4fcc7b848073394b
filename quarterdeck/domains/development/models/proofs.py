"""Skill evidence: what somebody did that shows a level, and who confirmed it."""

from django.conf import settings
from django.db import models

from quarterdeck.domains.people.models import Person, Skill
from quarterdeck.domains.projects.models import Task
from quarterdeck.shared.records import EditableRecord


class SkillProof(EditableRecord):
    """Somebody shows by their work that they have a level, and asks to confirm it."""

    class Answer(models.TextChoices):
        OPEN = "open", "Waits for an answer"
        CONFIRMED = "confirmed", "Confirmed"
        DECLINED = "declined", "Not yet"
        WITHDRAWN = "withdrawn", "Withdrawn"

    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    skill = models.ForeignKey(Skill, models.CASCADE, related_name="+")
    level = models.PositiveSmallIntegerField()
    what = models.CharField(max_length=600)
    task = models.ForeignKey(Task, models.SET_NULL, null=True, related_name="+")
    # Whoever was asked may be forgotten; what somebody else has shown stays.
    asked = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    answer = models.CharField(max_length=9, choices=Answer.choices, default=Answer.OPEN)
    reply = models.CharField(max_length=600, blank=True)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )

    class Meta:
        db_table = "skill_proofs"
        indexes = [
            models.Index(fields=["person", "-id"]),
            models.Index(fields=["asked", "answer"]),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(level__gte=1, level__lte=5),
                name="proof_level_1_to_5",
            ),
            models.UniqueConstraint(
                "person",
                "skill",
                condition=models.Q(answer="open"),
                name="one_open_proof_of_a_skill",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.skill_id}: {self.level}"
