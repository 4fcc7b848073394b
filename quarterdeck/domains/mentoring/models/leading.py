"""A project that is given to somebody so that they practise leading."""

from django.db import models
from django.db.models import F, Q

from quarterdeck.domains.development.models import DevelopmentStep
from quarterdeck.domains.people.models import Person
from quarterdeck.domains.projects.models import Project
from quarterdeck.shared.records import EditableRecord


class LeadershipProject(EditableRecord):
    """It points at a project and says what somebody is to learn from leading it."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    project = models.ForeignKey(Project, models.SET_NULL, null=True, related_name="+")
    to_learn = models.CharField(max_length=600)
    sponsor = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    step = models.ForeignKey(
        DevelopmentStep, models.SET_NULL, null=True, related_name="+"
    )
    given_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    starts_on = models.DateField()
    ends_on = models.DateField()
    learnt = models.TextField(max_length=4_000, blank=True)
    differently = models.TextField(max_length=4_000, blank=True)
    debriefed_on = models.DateField(null=True)
    removed_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "leadership_projects"
        indexes = [
            models.Index(fields=["person", "-starts_on"]),
            models.Index(fields=["sponsor", "-starts_on"]),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")),
                name="leadership_project_ends_after_start",
            ),
            models.CheckConstraint(
                condition=Q(sponsor=None) | ~Q(sponsor=F("person")),
                name="nobody_backs_themselves_up",
            ),
            models.UniqueConstraint(
                "person",
                "project",
                condition=Q(removed_at=None),
                name="one_record_of_practice_in_a_project",
            ),
        ]

    def __str__(self) -> str:
        return "leadership project"
