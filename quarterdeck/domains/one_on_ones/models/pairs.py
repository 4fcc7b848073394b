"""The space of two people."""

from django.db import models
from django.db.models import F, Q

from quarterdeck.domains.people.models import Person
from quarterdeck.shared.records import EditableRecord


class Pair(EditableRecord):
    """Two people who meet regularly. Both see and may do the same here."""

    # The lower number first, so that two people have one space and not two.
    first = models.ForeignKey(Person, models.CASCADE, related_name="+")
    second = models.ForeignKey(Person, models.CASCADE, related_name="+")
    asked_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    began_at = models.DateTimeField(null=True)  # null: asked, and not agreed yet
    ended_at = models.DateTimeField(null=True)
    weeks = models.PositiveSmallIntegerField(default=2)
    next_on = models.DateField(null=True)
    next_time = models.TimeField(null=True)

    class Meta:
        db_table = "one_on_one_pairs"
        indexes = [models.Index(fields=["second"])]  # `first` leads the unique one
        constraints = [
            models.UniqueConstraint("first", "second", name="one_space_of_two_people"),
            models.CheckConstraint(
                condition=Q(first__lt=F("second")), name="the_lower_number_first"
            ),
            models.CheckConstraint(
                condition=Q(weeks__gte=1, weeks__lte=26), name="every_1_to_26_weeks"
            ),
        ]

    def __str__(self) -> str:
        return "1:1"  # never who: this may stand in a record of acts

    @property
    def is_running(self) -> bool:
        return self.began_at is not None and self.ended_at is None

    @property
    def person_ids(self) -> tuple[int, int]:
        return self.first_id, self.second_id

    def other_than(self, person_id: int | None) -> Person:
        """Return the one of the two who is not this person."""
        return self.second if person_id == self.first_id else self.first
