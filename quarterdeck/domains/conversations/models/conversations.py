"""Two people who talk a conflict through, and somebody who helps them if both want."""

from django.db import models
from django.db.models import F, Q

from quarterdeck.domains.people.models import Person
from quarterdeck.shared.records import EditableRecord


class Conversation(EditableRecord):
    """Opened by one, agreed to by the other; theirs until they close it, and after."""

    opener = models.ForeignKey(Person, models.CASCADE, related_name="+")
    other = models.ForeignKey(Person, models.CASCADE, related_name="+")
    about = models.CharField(max_length=200)
    began_at = models.DateTimeField(null=True)  # null: asked, and not agreed yet
    follow_up_on = models.DateField(null=True)
    settled_at = models.DateTimeField(null=True)  # both agreed to what stands there
    closed_at = models.DateTimeField(null=True)
    closed_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")

    class Meta:
        db_table = "conversations"
        constraints = [
            models.CheckConstraint(
                condition=~Q(opener=F("other")), name="a_conversation_is_of_two"
            )
        ]

    def __str__(self) -> str:
        return "conversation"  # never with whom: this may stand in a record of acts

    @property
    def is_running(self) -> bool:
        return self.began_at is not None and self.closed_at is None

    @property
    def two_ids(self) -> tuple[int, int]:
        return self.opener_id, self.other_id

    def other_than(self, person_id: int | None) -> Person:
        """Return the one of the two who is not this person."""
        return self.other if person_id == self.opener_id else self.opener


class Help(models.Model):
    """A third person: one of the two asks for them, the other agrees, then they join."""

    conversation = models.OneToOneField(
        Conversation, models.CASCADE, related_name="help"
    )
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    asked_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    agreed_at = models.DateTimeField(null=True)
    joined_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "conversation_help"

    def __str__(self) -> str:
        return "helper"


class Contact(models.Model):
    """Whom the organization names for those who need somebody else; one at most."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    words = models.CharField(max_length=300, blank=True)
    named_at = models.DateTimeField()

    class Meta:
        db_table = "conversation_contact"
        constraints = [
            models.CheckConstraint(condition=Q(pk=1), name="one_contact_at_most")
        ]

    def __str__(self) -> str:
        return "contact"
