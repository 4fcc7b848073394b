"""Candidates and what their interviewers wrote; all of it goes with the candidate."""

from django.db import models

from quarterdeck.domains.people.models import Person
from quarterdeck.shared.records import EditableRecord

from .questions import InterviewQuestion
from .roles import OpenRole


class Candidate(EditableRecord):
    """Somebody who would like the role. Known to its hiring team alone."""

    role = models.ForeignKey(OpenRole, models.CASCADE, related_name="candidates")
    # Somebody who is here already, and would move instead of being hired.
    person = models.ForeignKey(Person, models.CASCADE, null=True, related_name="+")
    name = models.CharField(max_length=200)
    source = models.CharField(max_length=200, blank=True)
    contact = models.CharField(max_length=300, blank=True)
    erase_on = models.DateField()
    withdrew_at = models.DateTimeField(null=True)
    # From here on the hiring team talks about the scores, and nobody scores any more.
    opened_at = models.DateTimeField(null=True)
    told_on = models.DateField(null=True)

    class Meta:
        db_table = "candidates"
        indexes = [
            models.Index(fields=["role", "-id"]),
            models.Index(fields=["erase_on"]),
        ]

    def __str__(self) -> str:
        return self.name


class Interview(EditableRecord):
    """One interviewer meets one candidate, and hands in a scorecard of their own."""

    candidate = models.ForeignKey(Candidate, models.CASCADE, related_name="interviews")
    # An interviewer who is forgotten leaves what they handed in, without their name.
    interviewer = models.ForeignKey(
        Person, models.SET_NULL, null=True, related_name="+"
    )
    planned_on = models.DateField()
    planned_time = models.TimeField(null=True)
    handed_in_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "interviews"
        ordering = ["planned_on", "id"]
        indexes = [models.Index(fields=["interviewer", "handed_in_at", "planned_on"])]
        constraints = [
            models.UniqueConstraint(
                "candidate", "interviewer", name="one_interview_of_a_candidate"
            )
        ]

    def __str__(self) -> str:
        return f"interview {self.pk}"


class Score(models.Model):
    """What one interviewer heard on one question; a draft may lack either half."""

    interview = models.ForeignKey(Interview, models.CASCADE, related_name="scores")
    question = models.ForeignKey(InterviewQuestion, models.CASCADE, related_name="+")
    score = models.PositiveSmallIntegerField(null=True)
    evidence = models.CharField(max_length=2_000, blank=True)

    class Meta:
        db_table = "interview_scores"
        constraints = [
            models.UniqueConstraint(
                "interview", "question", name="one_score_of_a_question"
            ),
            models.CheckConstraint(
                condition=models.Q(score=None) | models.Q(score__gte=1, score__lte=4),
                name="interview_score_1_to_4",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.question_id}: {self.score}"
