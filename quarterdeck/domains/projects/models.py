"""Projects, tasks, what each needs, what waits for what, and who took it on."""

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models.functions import Coalesce

from quarterdeck.domains.goals.models import Goal
from quarterdeck.domains.organization.models import Team
from quarterdeck.domains.people.models import Person, Skill
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


class Milestone(EditableRecord):
    project = models.ForeignKey(Project, models.CASCADE, related_name="milestones")
    name = models.CharField(max_length=300)
    deadline = models.DateField(null=True)
    reached_at = models.DateTimeField(null=True)
    external_id = models.CharField(max_length=200, blank=True)

    class Meta:
        db_table = "milestones"

    def __str__(self) -> str:
        return self.name


class Task(EditableRecord):
    """Something one person is accountable for and some people do."""

    class Status(models.TextChoices):
        BACKLOG = "backlog", "Someday"
        TODO = "todo", "To do"
        DOING = "doing", "Doing"
        WAITING = "waiting", "Waiting"
        DONE = "done", "Done"
        CANCELLED = "cancelled", "Cancelled"

    class Priority(models.IntegerChoices):
        URGENT = 1, "Urgent"
        HIGH = 2, "High"
        NORMAL = 3, "Normal"
        LOW = 4, "Low"

    OPEN = (Status.BACKLOG, Status.TODO, Status.DOING, Status.WAITING)

    project = models.ForeignKey(Project, models.CASCADE, related_name="tasks")
    parent = models.ForeignKey("self", models.SET_NULL, null=True, related_name="+")
    milestone = models.ForeignKey(
        Milestone, models.SET_NULL, null=True, related_name="+"
    )
    goal = models.ForeignKey(Goal, models.SET_NULL, null=True, related_name="+")
    title = models.CharField(max_length=300)
    why = models.CharField(max_length=600, blank=True)
    description = models.TextField(blank=True)
    definition_of_done = models.TextField(blank=True)
    status = models.CharField(
        max_length=10, choices=Status.choices, default=Status.TODO
    )
    priority = models.PositiveSmallIntegerField(
        choices=Priority.choices, default=Priority.NORMAL
    )
    # Hours of work for each person the task needs; one number has low equal to high.
    estimate_low = models.DecimalField(max_digits=8, decimal_places=2, null=True)
    estimate_high = models.DecimalField(max_digits=8, decimal_places=2, null=True)
    remaining = models.DecimalField(max_digits=8, decimal_places=2, null=True)
    accountable = models.ForeignKey(
        Person, models.SET_NULL, null=True, related_name="+"
    )
    planned_start = models.DateTimeField(null=True)
    planned_end = models.DateTimeField(null=True)
    deadline = models.DateField(null=True)
    deadline_is_hard = models.BooleanField(default=False)
    started_at = models.DateTimeField(null=True)
    done_at = models.DateTimeField(null=True)
    position = models.PositiveIntegerField(default=0)
    # A summary row of an outline: its children carry the work.
    is_summary = models.BooleanField(default=False)
    external_source = models.CharField(max_length=60, blank=True)
    external_id = models.CharField(max_length=200, blank=True)
    # Kept by the database, so that the long lists read along an index: no deadline
    # sorts last in both databases, and open work is found without reading what is done.
    due_or_never = models.GeneratedField(
        expression=Coalesce("deadline", models.Value(date.max)),
        output_field=models.DateField(),
        db_persist=True,
    )
    still_open = models.GeneratedField(
        expression=models.Case(
            models.When(status__in=["done", "cancelled"], then=models.Value(False)),
            default=models.Value(True),
        ),
        output_field=models.BooleanField(),
        db_persist=True,
    )

    class Meta:
        db_table = "tasks"
        indexes = [
            models.Index(fields=["-still_open", "due_or_never", "id"]),
            models.Index(fields=["-still_open", "priority", "due_or_never", "id"]),
            models.Index(fields=["still_open", "-updated_at", "id"]),
            models.Index(fields=["still_open", "planned_start", "id"]),
            models.Index(fields=["project", "status", "position"]),
            models.Index(fields=["accountable", "status"]),
            models.Index(fields=["status", "deadline"]),
            models.Index(fields=["status", "done_at"]),
            models.Index(fields=["planned_start"]),
            models.Index(fields=["parent"]),
            models.Index(fields=["goal"]),
        ]
        constraints = [
            models.UniqueConstraint(
                "project",
                "external_source",
                "external_id",
                condition=~models.Q(external_id=""),
                name="one_task_of_an_external_id",
            ),
            models.CheckConstraint(
                condition=models.Q(estimate_low__isnull=True)
                | (
                    models.Q(estimate_low__gte=0)
                    & models.Q(estimate_high__gte=models.F("estimate_low"))
                ),
                name="estimate_low_to_high",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_open(self) -> bool:
        return self.status in self.OPEN


class Contributor(models.Model):
    """Somebody who does the task. A locked one is not moved by the planner."""

    task = models.ForeignKey(Task, models.CASCADE, related_name="contributors")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    locked = models.BooleanField(default=False)
    since = models.DateTimeField()

    class Meta:
        db_table = "contributors"
        indexes = [models.Index(fields=["person", "task"])]
        constraints = [
            models.UniqueConstraint("task", "person", name="one_contributor_row")
        ]

    def __str__(self) -> str:
        return f"{self.person_id} does {self.task_id}"


class SkillNeed(models.Model):
    """A task needs so many people with a skill at least at a level."""

    task = models.ForeignKey(Task, models.CASCADE, related_name="skill_needs")
    skill = models.ForeignKey(Skill, models.PROTECT, related_name="+")
    level = models.PositiveSmallIntegerField(default=1)
    head_count = models.PositiveSmallIntegerField(default=1)

    class Meta:
        db_table = "skill_needs"
        constraints = [
            models.UniqueConstraint("task", "skill", name="one_need_of_a_skill"),
            models.CheckConstraint(
                condition=models.Q(level__lte=5), name="need_level_up_to_5"
            ),
            models.CheckConstraint(
                condition=models.Q(head_count__gte=1), name="need_of_somebody"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.head_count} × {self.skill_id} ≥ {self.level}"


class Dependency(models.Model):
    """One task waits for another; `lag_hours` are hours by the clock, may be negative."""

    class Kind(models.TextChoices):
        FS = "FS", "starts after it ends"
        SS = "SS", "starts after it starts"
        FF = "FF", "ends after it ends"
        SF = "SF", "ends after it starts"

    before = models.ForeignKey(Task, models.CASCADE, related_name="successor_links")
    after = models.ForeignKey(Task, models.CASCADE, related_name="predecessor_links")
    kind = models.CharField(max_length=2, choices=Kind.choices, default=Kind.FS)
    lag_hours = models.DecimalField(max_digits=8, decimal_places=2, default=0)

    class Meta:
        db_table = "dependencies"
        constraints = [
            models.UniqueConstraint("before", "after", name="one_dependency"),
            models.CheckConstraint(
                condition=~models.Q(before=models.F("after")),
                name="task_does_not_wait_for_itself",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.after_id} waits for {self.before_id}"

    @property
    def lag_days(self) -> float:
        return float(self.lag_hours) / 24


class Block(models.Model):
    """A task cannot go on: why, since when, and when that ended."""

    task = models.ForeignKey(Task, models.CASCADE, related_name="blocks")
    reason = models.CharField(max_length=300)
    blocked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    blocked_at = models.DateTimeField()
    cleared_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "blocks"
        constraints = [
            models.UniqueConstraint(
                "task",
                condition=models.Q(cleared_at__isnull=True),
                name="one_open_block",
            )
        ]

    def __str__(self) -> str:
        return self.reason


class Delegation(EditableRecord):
    """A task handed to somebody in one act, and what they answered."""

    class Answer(models.TextChoices):
        OPEN = "open", "Waiting for an answer"
        ACCEPTED = "accepted", "Accepted"
        ASKED = "asked", "Asked back"
        DECLINED = "declined", "Declined"
        WITHDRAWN = "withdrawn", "Withdrawn"

    task = models.ForeignKey(Task, models.CASCADE, related_name="delegations")
    giver = models.ForeignKey(Person, models.CASCADE, related_name="+")
    receiver = models.ForeignKey(Person, models.CASCADE, related_name="+")
    expected_result = models.TextField()
    limits = models.TextField(blank=True)
    resources = models.TextField(blank=True)
    follow_up_on = models.DateField()
    answer = models.CharField(
        max_length=10, choices=Answer.choices, default=Answer.OPEN
    )
    reply = models.TextField(blank=True)  # the question, or the reason for declining
    answered_at = models.DateTimeField(null=True)
    followed_up_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "delegations"
        indexes = [
            models.Index(fields=["receiver", "answer"]),
            models.Index(fields=["giver", "answer"]),
        ]
        constraints = [
            models.UniqueConstraint(
                "task",
                condition=models.Q(answer__in=["open", "asked"]),
                name="one_open_delegation_of_a_task",
            )
        ]

    def __str__(self) -> str:
        return f"{self.task_id} to {self.receiver_id}"


class DelegationReply(models.Model):
    """One turn in the talk about a delegation: what was answered, asked or explained."""

    class Kind(models.TextChoices):
        ASKED = "asked", "asked"
        EXPLAINED = "explained", "explained"
        ACCEPTED = "accepted", "accepted"
        DECLINED = "declined", "declined"
        WITHDRAWN = "withdrawn", "withdrew it"
        FOLLOWED_UP = "followed_up", "followed up"

    delegation = models.ForeignKey(Delegation, models.CASCADE, related_name="replies")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    kind = models.CharField(max_length=11, choices=Kind.choices)
    text = models.TextField(blank=True)
    at = models.DateTimeField()

    class Meta:
        db_table = "delegation_replies"
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.person_id} {self.kind}"
