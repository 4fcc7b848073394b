"""What a team meets for, once or in a rhythm."""

from datetime import date

from django.db import models

from quarterdeck.domains.organization.models import Team
from quarterdeck.domains.people.models import Person, Skill
from quarterdeck.shared.records import EditableRecord


class Occasion(EditableRecord):
    """A meeting, presentation, review or workshop that somebody leads."""

    class Kind(models.TextChoices):
        MEETING = "meeting", "Meeting"
        PRESENTATION = "presentation", "Presentation"
        REVIEW = "review", "Project review"
        WORKSHOP = "workshop", "Workshop"

    team = models.ForeignKey(Team, models.PROTECT, related_name="+")
    title = models.CharField(max_length=200)
    kind = models.CharField(max_length=12, choices=Kind.choices, default=Kind.MEETING)
    # The brief for whoever leads: what it is for, what it may settle, what helps.
    aim = models.CharField(max_length=600, blank=True)
    limits = models.CharField(max_length=600, blank=True)
    support = models.CharField(max_length=600, blank=True)
    skill = models.ForeignKey(Skill, models.SET_NULL, null=True, related_name="+")
    first_on = models.DateField()
    weeks = models.PositiveSmallIntegerField(default=1)  # 0: it happens once
    set_up_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "occasions"
        indexes = [models.Index(fields=["team", "title"])]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(weeks__lte=26), name="once_or_every_1_to_26_weeks"
            )
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def happens_once(self) -> bool:
        return self.weeks == 0

    def is_over(self, today: date) -> bool:
        return self.ended_at is not None or (
            self.happens_once and self.first_on < today
        )
