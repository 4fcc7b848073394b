"""Who would like a mentor, and in what."""

from django.db import models
from django.db.models import Q

from quarterdeck.domains.people.models import Person, Skill
from quarterdeck.shared.records import EditableRecord


class MentorWish(EditableRecord):
    """Somebody would like a mentor, in a skill or in a theme in their own words."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    skill = models.ForeignKey(Skill, models.CASCADE, null=True, related_name="+")
    theme = models.CharField(max_length=300, blank=True)
    until = models.DateField(null=True)
    leader_is_fine = models.BooleanField(default=False)
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "mentor_wishes"
        indexes = [models.Index(fields=["person", "withdrawn_at"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(skill=None, theme__gt="")
                | Q(skill__isnull=False, theme=""),
                name="a_wish_has_a_skill_or_a_theme",
            ),
            models.UniqueConstraint(
                "person",
                "skill",
                condition=Q(withdrawn_at=None),
                name="one_open_wish_of_a_skill",
            ),
        ]

    def __str__(self) -> str:
        return "wish for a mentor"

    @property
    def about(self) -> str:
        """What it is about, in words; for whoever may read the wish."""
        return str(self.skill) if self.skill is not None else self.theme
