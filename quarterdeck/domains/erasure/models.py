"""Somebody is to be forgotten: who asked, who set it going, and when it happens."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from quarterdeck.domains.people.models import Person


class Erasure(models.Model):
    """One wish, from the asking to the day on which nothing is left but its number."""

    class Standing(models.TextChoices):
        ASKED = "asked", "Asked for"
        BEGUN = "begun", "Begun"
        TAKEN_BACK = "taken_back", "Taken back"
        DONE = "done", "Done"

    person = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    # Stays when the person is gone: after restoring an older copy it says whom to
    # forget again. It says nothing to anybody who does not hold that copy.
    person_number = models.BigIntegerField()
    # When that person was written down: a number given anew after going back to an
    # older copy is somebody else's.
    person_since = models.DateTimeField(null=True)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    asked_at = models.DateTimeField()
    begun_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    begun_at = models.DateTimeField(null=True)
    due_at = models.DateTimeField(null=True)
    taken_back_at = models.DateTimeField(null=True)
    done_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "erasures"
        indexes = [models.Index(fields=["-asked_at", "-id"], name="erasures_by_day")]
        constraints = [
            models.UniqueConstraint(
                "person",
                condition=Q(taken_back_at__isnull=True, done_at__isnull=True),
                name="one_open_erasure_of_a_person",
            ),
            models.CheckConstraint(
                condition=Q(done_at__isnull=True) | Q(begun_at__isnull=False),
                name="erasure_is_begun_before_it_is_done",
            ),
        ]

    def __str__(self) -> str:
        return f"person {self.person_number}"

    @property
    def standing(self) -> str:
        if self.done_at is not None:
            return self.Standing.DONE
        if self.taken_back_at is not None:
            return self.Standing.TAKEN_BACK
        return self.Standing.ASKED if self.begun_at is None else self.Standing.BEGUN

    @property
    def is_open(self) -> bool:
        return self.standing in (self.Standing.ASKED, self.Standing.BEGUN)
