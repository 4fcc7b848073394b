"""Proposals: what a plan would change, for whom and why, until somebody accepts it."""

from django.conf import settings
from django.db import models

from quarterdeck.domains.background_jobs.models import Job
from quarterdeck.domains.organization.models import Team
from quarterdeck.domains.people.models import Person
from quarterdeck.domains.projects.models import Task


class Scenario(models.Model):
    """A draft of "what if": adjustments that touch no record, deleted without trace."""

    name = models.CharField(max_length=200)
    team = models.ForeignKey(Team, models.CASCADE, related_name="+")
    # [{"number": 1, "kind": "person_leaves", "person_id": 3, "on": "2026-06-01"}, …];
    # see choices.py
    adjustments = models.JSONField(default=list)
    drafted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="+"
    )
    drafted_at = models.DateTimeField()

    class Meta:
        db_table = "plan_scenarios"

    def __str__(self) -> str:
        return self.name


class Proposal(models.Model):
    """One run of the planner for a team and the teams below it."""

    class State(models.TextChoices):
        SOLVING = "solving", "Being made"
        READY = "ready", "Ready"
        IMPOSSIBLE = "impossible", "Not possible"

    team = models.ForeignKey(Team, models.CASCADE, related_name="+")
    scenario = models.ForeignKey(
        Scenario, models.CASCADE, null=True, related_name="proposals"
    )
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    asked_at = models.DateTimeField()
    job = models.ForeignKey(Job, models.SET_NULL, null=True, related_name="+")
    state = models.CharField(
        max_length=10, choices=State.choices, default=State.SOLVING
    )
    # What it was made with, so that the same can be made again.
    seed = models.PositiveIntegerField(default=0)
    seconds = models.PositiveSmallIntegerField(default=10)
    weights = models.JSONField(default=dict)
    # Names of aims in strict order, the first one first; empty: only weights count.
    order = models.JSONField(default=list)
    supposed = models.JSONField(default=list)  # a scenario's adjustments, as they were
    stretch_rules = models.JSONField(default=dict)  # what growing costs; see choices.py
    with_choices = models.BooleanField(
        default=False
    )  # other plans are searched for too
    # Whether the whole is cut into parts; None leaves it to its size.
    in_parts = models.BooleanField(null=True)
    # How the search went: its parts, see services/parts.py, and whether it was repeatable.
    portfolio = models.JSONField(default=dict)
    # What came out. `gap` is the most by which a better plan could be better, 0..1.
    objective = models.FloatField(null=True)
    bound = models.FloatField(null=True)
    gap = models.FloatField(null=True)
    # Of aims in strict order: [{"name": …, "gap": 0.02, "proven": false}, …], with
    # amount and bound where they tell nothing of what hours cost.
    aims = models.JSONField(default=list)
    seconds_used = models.FloatField(null=True)
    before = models.JSONField(default=dict)
    after = models.JSONField(default=dict)
    without = models.JSONField(
        default=dict
    )  # a scenario's measures without its what-if
    # Whose hours each plan takes, and their rates then; read by queries/costs.py alone.
    costs = models.JSONField(default=dict)
    left_out = models.JSONField(default=list)
    conflict = models.JSONField(default=list)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "plan_proposals"
        indexes = [models.Index(fields=["team", "-id"])]

    def __str__(self) -> str:
        return f"Plan for {self.team}, {self.asked_at.day} {self.asked_at:%b %Y}"

    @property
    def repeatable(self) -> bool | None:
        """Whether steps ended the search: the same records and seed give the same plan.

        False where time ended it; None where that is not known.
        """
        told: bool | None = self.portfolio.get("repeatable")
        return told

    @property
    def standing(self) -> str:
        """How it is going: the proposal's own state, or how its job ended without one."""
        if self.state != self.State.SOLVING or self.job is None or self.job.is_open:
            return self.state
        return "cancelled" if self.job.state == Job.State.CANCELLED else "failed"

    @property
    def standing_in_words(self) -> str:
        words = {"cancelled": "Cancelled", "failed": "Failed"}
        return words.get(self.standing) or self.get_state_display()

    @property
    def weighs_cost(self) -> bool:
        return bool(self.weights.get("cost")) or "cost" in self.order

    @property
    def is_being_made(self) -> bool:
        return self.standing == self.State.SOLVING


class ProposedChange(models.Model):
    """One task that the plan puts on other people or at another time, with its reason."""

    class Decision(models.TextChoices):
        OPEN = "open", "Not decided"
        ACCEPTED = "accepted", "Accepted"
        REFUSED = "refused", "Left as it is"

    proposal = models.ForeignKey(Proposal, models.CASCADE, related_name="changes")
    task = models.ForeignKey(Task, models.CASCADE, related_name="+")
    people_before = models.JSONField(default=list)  # ids of people
    people_after = models.JSONField(default=list)
    start_before = models.DateTimeField(null=True)
    end_before = models.DateTimeField(null=True)
    start_after = models.DateTimeField()
    end_after = models.DateTimeField()
    # Hours of work the task asks of each of its people.
    hours = models.DecimalField(max_digits=8, decimal_places=2, null=True)
    # What it asks of each of those before: it may take them other hours.
    hours_before = models.DecimalField(max_digits=8, decimal_places=2, null=True)
    # Of a task one level up: {"person_learner": 3, "person_mentor": 5, "skill_id": 2,
    # "level": 3, "percent": 125, "hours": 10.0, "mentoring_hours": 1.0, "booked": true,
    # "sessions": [[from, to], …]}
    growth = models.JSONField(default=dict)
    # The mentor of it by themselves: workloads ask by them what is booked.
    mentor = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    reasons = models.JSONField(default=list)  # sentences, why these people, why then
    alternative = models.CharField(max_length=500, blank=True)
    decision = models.CharField(
        max_length=8, choices=Decision.choices, default=Decision.OPEN
    )
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    decided_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "plan_changes"
        ordering = ["start_after", "id"]
        constraints = [
            models.UniqueConstraint("proposal", "task", name="one_change_of_a_task")
        ]

    def __str__(self) -> str:
        return f"{self.task_id} in {self.proposal_id}"


class PartOfPlan(models.Model):
    """A part of a plan under way, or a few; gone when the plan is made or cancelled.

    What travels is packed: nobody reads it but who plans it and who joins it.
    """

    proposal = models.ForeignKey(Proposal, models.CASCADE, related_name="parts")
    turn = models.PositiveSmallIntegerField()  # the round it belongs to
    number = models.PositiveIntegerField()
    job = models.ForeignKey(Job, models.SET_NULL, null=True, related_name="+")
    count = models.PositiveIntegerField()
    seconds = models.FloatField()  # that planning it may take
    asked = models.BinaryField()
    taken_by = models.CharField(
        max_length=4, blank=True
    )  # its job, or here: whoever joins
    answer = models.BinaryField(null=True)

    class Meta:
        db_table = "plan_parts"
        constraints = [
            models.UniqueConstraint(
                "proposal", "turn", "number", name="one_part_of_a_number"
            )
        ]

    def __str__(self) -> str:
        return f"part {self.number + 1} of {self.proposal_id}"


class PlanChoice(models.Model):
    """One of a few plans to choose from; its changes are the proposal's once chosen."""

    proposal = models.ForeignKey(Proposal, models.CASCADE, related_name="choices")
    key = models.CharField(max_length=12)  # see choices.py
    place = models.PositiveSmallIntegerField()
    is_chosen = models.BooleanField(default=False)
    measures = models.JSONField(default=dict)  # as `Proposal.after`
    objective = models.FloatField(null=True)
    hours = models.JSONField(default=dict)  # by person; what its cost is made of
    left_out = models.JSONField(default=list)
    changes = models.JSONField(default=list)  # fields of `ProposedChange`

    class Meta:
        db_table = "plan_choices"
        ordering = ["place"]
        constraints = [
            models.UniqueConstraint("proposal", "key", name="one_choice_of_a_kind"),
            models.UniqueConstraint(
                "proposal",
                condition=models.Q(is_chosen=True),
                name="one_chosen_plan_of_a_proposal",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.key} of {self.proposal_id}"


class PlanLock(models.Model):
    """The planner leaves this task's people, its start, or both as they are."""

    task = models.OneToOneField(Task, models.CASCADE, related_name="+")
    keeps_people = models.BooleanField(default=True)
    keeps_start = models.BooleanField(default=False)
    locked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    locked_at = models.DateTimeField()

    class Meta:
        db_table = "plan_locks"

    def __str__(self) -> str:
        return f"lock on {self.task_id}"


class LeverSearch(models.Model):
    """What would help a plan: a few changes, each planned with, none of them made."""

    proposal = models.ForeignKey(
        Proposal, models.CASCADE, related_name="lever_searches"
    )
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    asked_at = models.DateTimeField()
    job = models.ForeignKey(Job, models.SET_NULL, null=True, related_name="+")
    is_done = models.BooleanField(default=False)
    base = models.JSONField(default=dict)  # the plan without any change
    # [{"number": 1, "adjustment": {…}, "finish": …, "price": …}, …]: see
    # translation/levers.py; those that bring most first
    rows = models.JSONField(default=list)

    class Meta:
        db_table = "plan_lever_searches"

    def __str__(self) -> str:
        return f"what would help {self.proposal_id}"

    @property
    def is_looking(self) -> bool:
        return not self.is_done and self.job is not None and self.job.is_open

    @property
    def standing(self) -> str:
        """How it is going: looking, ready, or how its job ended without an answer."""
        if self.is_done:
            return "ready"
        if self.is_looking:
            return "looking"
        cancelled = self.job is not None and self.job.state == Job.State.CANCELLED
        return "cancelled" if cancelled else "failed"
