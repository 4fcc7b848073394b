"""When the two met and what they talked about; the steps they agreed on."""

from django.db import models
from django.db.models import Q

from quarterdeck.domains.people.models import Person
from quarterdeck.shared.records import EditableRecord

from .pairs import Mentorship


class MentorMeeting(EditableRecord):
    """One meeting of the two. Its words stand here and nowhere else."""

    mentorship = models.ForeignKey(Mentorship, models.CASCADE, related_name="meetings")
    on = models.DateField()
    talked = models.TextField(max_length=8_000)
    written_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")

    class Meta:
        db_table = "mentor_meetings"
        indexes = [models.Index(fields=["mentorship", "-on"])]

    def __str__(self) -> str:
        return "mentoring meeting"


class MentorStep(EditableRecord):
    """Something the mentee does until a day, agreed on by the two."""

    mentorship = models.ForeignKey(Mentorship, models.CASCADE, related_name="steps")
    title = models.CharField(max_length=300)
    due_on = models.DateField(null=True)
    done_at = models.DateTimeField(null=True)
    removed_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "mentor_steps"
        indexes = [
            models.Index(
                fields=["mentorship"],
                condition=Q(removed_at=None),
                name="mentor_steps_agreed",
            )
        ]

    def __str__(self) -> str:
        return "mentoring step"
