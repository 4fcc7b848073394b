"""How each of the two sees it, and what could be done."""

from django.db import models

from quarterdeck.domains.people.models import Person
from quarterdeck.shared.records import EditableRecord

from .conversations import Conversation


class View(EditableRecord):
    """One side. It is its writer's until it is shown; once shown it stays as it is."""

    conversation = models.ForeignKey(Conversation, models.CASCADE, related_name="views")
    writer = models.ForeignKey(Person, models.CASCADE, related_name="+")
    seen = models.TextField(max_length=8_000, blank=True)
    interests = models.TextField(max_length=8_000, blank=True)
    handed_in_at = models.DateTimeField(null=True)
    # When both were handed in, or its writer released it.
    shown_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "conversation_views"
        constraints = [
            models.UniqueConstraint("conversation", "writer", name="one_view_a_side")
        ]

    def __str__(self) -> str:
        return "view"


class Option(EditableRecord):
    """Something that could be done; nobody has agreed to it by writing it down."""

    conversation = models.ForeignKey(
        Conversation, models.CASCADE, related_name="options"
    )
    text = models.CharField(max_length=600)
    added_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")

    class Meta:
        db_table = "conversation_options"

    def __str__(self) -> str:
        return "option"
