"""Who does what by when, that both agree, and whether it holds."""

from django.db import models

from quarterdeck.domains.people.models import Person
from quarterdeck.shared.records import EditableRecord

from .conversations import Conversation


class Undertaking(EditableRecord):
    """What one of the two does, by a day."""

    conversation = models.ForeignKey(
        Conversation, models.CASCADE, related_name="undertakings"
    )
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    what = models.CharField(max_length=300)
    due_on = models.DateField()
    done_on = models.DateField(null=True)

    class Meta:
        db_table = "conversation_undertakings"

    def __str__(self) -> str:
        return "undertaking"


class Consent(models.Model):
    """That one of the two agrees to what stands there; a change takes it away."""

    conversation = models.ForeignKey(
        Conversation, models.CASCADE, related_name="consents"
    )
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    given_at = models.DateTimeField()

    class Meta:
        db_table = "conversation_consents"
        constraints = [
            models.UniqueConstraint("conversation", "person", name="one_consent_each")
        ]

    def __str__(self) -> str:
        return "consent"


class LookBack(EditableRecord):
    """What one of the two says on the follow-up date: does it hold?"""

    class Holds(models.TextChoices):
        YES = "yes", "It holds"
        PARTLY = "partly", "It holds in part"
        NO = "no", "It does not hold"

    conversation = models.ForeignKey(
        Conversation, models.CASCADE, related_name="look_backs"
    )
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    of = models.DateField()  # the follow-up date it answers
    holds = models.CharField(max_length=6, choices=Holds.choices)
    words = models.TextField(max_length=4_000, blank=True)

    class Meta:
        db_table = "conversation_look_backs"
        constraints = [
            models.UniqueConstraint(
                "conversation", "person", "of", name="one_look_back_of_a_date"
            )
        ]

    def __str__(self) -> str:
        return "look back"
