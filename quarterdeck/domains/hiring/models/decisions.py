"""What was decided about a candidate: in words, by whom, on what grounds."""

from django.db import models

from quarterdeck.domains.people.models import Person, Skill
from quarterdeck.domains.strategy.models import Value
from quarterdeck.shared.records import EditableRecord

from .candidates import Candidate


class HiringDecision(EditableRecord):
    """Hire, not, or later; with the reason in words."""

    class Outcome(models.TextChoices):
        HIRE = "hire", "Hire"
        NOT = "not", "Not"
        LATER = "later", "Later"

    candidate = models.OneToOneField(Candidate, models.CASCADE, related_name="decision")
    outcome = models.CharField(max_length=5, choices=Outcome.choices)
    reason = models.CharField(max_length=2_000)
    decider = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")

    class Meta:
        db_table = "hiring_decisions"

    def __str__(self) -> str:
        return self.outcome


class DecisionGround(models.Model):
    """A skill or a value that the reason rests on."""

    decision = models.ForeignKey(HiringDecision, models.CASCADE, related_name="grounds")
    skill = models.ForeignKey(Skill, models.CASCADE, null=True, related_name="+")
    value = models.ForeignKey(Value, models.CASCADE, null=True, related_name="+")

    class Meta:
        db_table = "hiring_decision_grounds"
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.skill_id or ''}{self.value_id or ''} of {self.decision_id}"


class Dissent(EditableRecord):
    """Somebody on the hiring team sees it differently, and says why."""

    decision = models.ForeignKey(
        HiringDecision, models.CASCADE, related_name="dissents"
    )
    person = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    text = models.CharField(max_length=2_000)

    class Meta:
        db_table = "hiring_dissents"
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint("decision", "person", name="one_dissent_each")
        ]

    def __str__(self) -> str:
        return f"dissent {self.pk}"


class Hire(models.Model):
    """The candidate became a person here: whom, from when, and who wrote it down."""

    candidate = models.OneToOneField(Candidate, models.CASCADE, related_name="hire")
    # Whoever moves within the house may have been hired, or have moved, before.
    person = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    starts_on = models.DateField()
    hired_at = models.DateTimeField()
    role_version = models.PositiveIntegerField()  # to be taken back only unchanged
    # Of a move: {"manager_id": 3, "leaves": [2], "by": 1}, and once it is made "before"
    # and the person's "version", to put back what it was.
    move = models.JSONField(default=dict)
    moved_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "hires"

    def __str__(self) -> str:
        return f"hire {self.pk}"
