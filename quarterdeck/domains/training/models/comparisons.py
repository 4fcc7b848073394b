"""What is known of a programme by criterion, and programmes set side by side."""

from django.db import models

from quarterdeck.shared.records import EditableRecord

from ..choices import MOST_POINTS, Criterion
from .programmes import Programme


class CriterionScore(EditableRecord):
    """How far a programme meets a criterion, with what shows it; no score: unknown."""

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="scores")
    criterion = models.CharField(max_length=12, choices=Criterion.choices)
    score = models.PositiveSmallIntegerField(null=True)
    evidence = models.CharField(max_length=600, blank=True)

    class Meta:
        db_table = "training_scores"
        constraints = [
            models.UniqueConstraint(
                "programme", "criterion", name="one_score_of_a_criterion"
            ),
            models.CheckConstraint(
                condition=models.Q(score=None) | models.Q(score__lte=MOST_POINTS),
                name="training_score_0_to_4",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.criterion}: {self.score}"


class Comparison(EditableRecord):
    """Programmes side by side, with the weights that whoever compares gives."""

    title = models.CharField(max_length=200)
    programmes = models.ManyToManyField(
        Programme, related_name="+", db_table="training_compared_programmes"
    )
    weights = models.JSONField(default=dict)  # criterion → 0 to 5
    removed_at = models.DateTimeField(null=True)
    is_demo = models.BooleanField(default=False)

    class Meta:
        db_table = "training_comparisons"

    def __str__(self) -> str:
        return self.title
