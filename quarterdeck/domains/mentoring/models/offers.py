"""Who says that they will mentor, in what, and how many people at once."""

from django.db import models
from django.db.models import Q

from quarterdeck.domains.people.models import Person, Skill
from quarterdeck.shared.records import EditableRecord

MOST_MENTEES = 10


class MentorOffer(EditableRecord):
    """Somebody will mentor. They say so themselves; every member may read it."""

    person = models.OneToOneField(Person, models.CASCADE, related_name="+")
    capacity = models.PositiveSmallIntegerField(default=1)
    themes = models.CharField(max_length=300, blank=True)  # beside the skills, in words
    since = models.DateField()
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "mentor_offers"
        indexes = [
            models.Index(
                fields=["person"],
                condition=Q(withdrawn_at=None),
                name="mentor_offers_that_stand",
            )
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(capacity__gte=1, capacity__lte=MOST_MENTEES),
                name="1_to_10_mentees_at_once",
            )
        ]

    def __str__(self) -> str:
        return "mentoring offer"

    @property
    def stands(self) -> bool:
        return self.withdrawn_at is None


class OfferedSkill(models.Model):
    """One of the mentor's own skills that they will mentor in."""

    offer = models.ForeignKey(MentorOffer, models.CASCADE, related_name="skills")
    skill = models.ForeignKey(Skill, models.CASCADE, related_name="+")

    class Meta:
        db_table = "mentor_offered_skills"
        constraints = [
            models.UniqueConstraint("offer", "skill", name="a_skill_is_offered_once")
        ]

    def __str__(self) -> str:
        return "offered skill"
