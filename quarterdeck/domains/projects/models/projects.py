"""What work is gathered in, and who is let into it beyond its team."""

from django.db import models

from quarterdeck.domains.goals.models import Goal
from quarterdeck.domains.organization.models import Team
from quarterdeck.domains.people.models import Person
from quarterdeck.shared.records import EditableRecord


class Project(EditableRecord):
    """A piece of work with an end, done by a team towards a goal."""

    class Visibility(models.TextChoices):
        ORGANIZATION = "organization", "Everybody in the organisation"
        TEAM = "team", "The team, its leaders and the project's members"

    name = models.CharField(max_length=300)
    why = models.CharField(max_length=600, blank=True)
    description = models.TextField(blank=True)
    goal = models.ForeignKey(Goal, models.SET_NULL, null=True, related_name="+")
    team = models.ForeignKey(Team, models.PROTECT, related_name="+")
    leader = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    visibility = models.CharField(
        max_length=12, choices=Visibility.choices, default=Visibility.ORGANIZATION
    )
    starts_on = models.DateField(null=True)
    deadline = models.DateField(null=True)
    archived_at = models.DateTimeField(null=True)
    is_demo = models.BooleanField(default=False)
    # An import fills a project in many short steps; nobody sees it before the last one.
    is_staged = models.BooleanField(default=False)
    external_source = models.CharField(max_length=60, blank=True)
    external_id = models.CharField(max_length=200, blank=True)

    class Meta:
        db_table = "projects"
        indexes = [models.Index(fields=["team"]), models.Index(fields=["goal"])]

    def __str__(self) -> str:
        return self.name


class ProjectMember(models.Model):
    """Somebody let into a project beyond its team: a guest or a helper from elsewhere."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="members")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    since = models.DateTimeField()

    class Meta:
        db_table = "project_members"
        constraints = [
            models.UniqueConstraint("project", "person", name="one_project_membership")
        ]

    def __str__(self) -> str:
        return f"{self.person_id} in {self.project_id}"
