"""The twelve practices of leading and managing, in the words of the field."""

from django.db import models


class Hat(models.TextChoices):
    LEADING = "leading", "Leading"
    MANAGING = "managing", "Managing"


class Practice(models.TextChoices):
    """What one does when one leads, and what one does when one manages."""

    CREATIVITY = "creativity", "Room for new ideas"
    ALIGNMENT = "alignment", "Everybody knows what their work is for"
    COMMUNICATION = "communication", "Clear words, heard at every level"
    COLLABORATION = "collaboration", "People work together towards one goal"
    FEEDBACK = "feedback", "Feedback that helps people grow"
    DECISIONS = "decisions", "Decisions made in time, and stood by"
    WORKFLOW = "workflow", "Work flows without waiting"
    SYSTEMS = "systems", "Procedures that the team can follow alone"
    DELEGATING = "delegating", "Tasks given by people's strengths"
    MONITORING = "monitoring", "Progress seen early enough"
    DATA = "data", "Decisions that rest on figures"
    ADJUSTING = "adjusting", "Plans changed quickly when they must be"


LEADING = (
    Practice.CREATIVITY,
    Practice.ALIGNMENT,
    Practice.COMMUNICATION,
    Practice.COLLABORATION,
    Practice.FEEDBACK,
    Practice.DECISIONS,
)
MANAGING = (
    Practice.WORKFLOW,
    Practice.SYSTEMS,
    Practice.DELEGATING,
    Practice.MONITORING,
    Practice.DATA,
    Practice.ADJUSTING,
)
MARKS = (
    (1, "hardly yet"),
    (2, "now and then"),
    (3, "mostly"),
    (4, "reliably"),
    (5, "others learn it from me"),
)
