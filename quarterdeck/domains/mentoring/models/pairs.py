"""Two people who agreed that one mentors the other, with a goal and an end."""

from django.db import models
from django.db.models import F, Q

from quarterdeck.domains.people.models import Person, Skill
from quarterdeck.shared.records import EditableRecord

from .wishes import MentorWish

WAITS = Q(began_at=None, declined_at=None)


class Mentorship(EditableRecord):
    """A mentor and a mentee. It begins when both have agreed, and not before."""

    mentor = models.ForeignKey(Person, models.CASCADE, related_name="+")
    mentee = models.ForeignKey(Person, models.CASCADE, related_name="+")
    wish = models.ForeignKey(MentorWish, models.SET_NULL, null=True, related_name="+")
    skill = models.ForeignKey(Skill, models.SET_NULL, null=True, related_name="+")
    asked_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    # In one sentence, written by the mentee, who also says whether their leaders read it.
    goal = models.CharField(max_length=300, blank=True)
    leaders_see_goal = models.BooleanField(default=False)
    starts_on = models.DateField()
    ends_on = models.DateField()
    weeks = models.PositiveSmallIntegerField(default=3)
    mentor_agreed_at = models.DateTimeField(null=True)
    mentee_agreed_at = models.DateTimeField(null=True)
    began_at = models.DateTimeField(null=True)
    declined_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "mentorships"
        indexes = [
            models.Index(fields=["mentor", "ended_at"]),
            models.Index(fields=["mentee", "ended_at"]),
            models.Index(
                fields=["mentor"], condition=WAITS, name="mentors_who_are_asked"
            ),
            models.Index(
                fields=["mentee"], condition=WAITS, name="mentees_who_are_asked"
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                "mentor",
                "mentee",
                condition=Q(ended_at=None, declined_at=None),
                name="two_people_are_one_pair_at_a_time",
            ),
            models.UniqueConstraint(
                "wish",
                condition=Q(ended_at=None, declined_at=None),
                name="one_mentor_for_a_wish",
            ),
            models.CheckConstraint(
                condition=~Q(mentor=F("mentee")), name="nobody_mentors_themselves"
            ),
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")),
                name="mentoring_ends_after_start",
            ),
            models.CheckConstraint(
                condition=Q(weeks__gte=1, weeks__lte=26),
                name="mentoring_every_1_to_26_weeks",
            ),
        ]

    def __str__(self) -> str:
        return "mentoring"  # never who: this may stand in a record of acts

    @property
    def is_running(self) -> bool:
        return self.began_at is not None and self.ended_at is None

    @property
    def waits(self) -> bool:
        return self.began_at is None and self.declined_at is None

    @property
    def person_ids(self) -> tuple[int, int]:
        return self.mentor_id, self.mentee_id

    def other_than(self, person_id: int | None) -> Person:
        return self.mentee if person_id == self.mentor_id else self.mentor

    def waits_for(self, person_id: int | None) -> bool:
        """Whether this one of the two has yet to agree."""
        agreed = {
            self.mentor_id: self.mentor_agreed_at,
            self.mentee_id: self.mentee_agreed_at,
        }
        return self.waits and person_id in agreed and agreed[person_id] is None
