"""Proposed pairs: numbers and links only, the words are made when they are read."""

from django.db import models

from quarterdeck.domains.background_jobs.models import OPEN, Job
from quarterdeck.domains.people.models import Person, Skill
from quarterdeck.shared.records import EditableRecord

from .pairs import Mentorship
from .wishes import MentorWish


class PairingProposal(EditableRecord):
    """A leader asked who could mentor the people they lead; nothing follows by itself."""

    asked_by = models.ForeignKey(Person, models.CASCADE, related_name="+")
    job = models.ForeignKey(Job, models.SET_NULL, null=True, related_name="+")
    ready_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "pairing_proposals"
        indexes = [models.Index(fields=["asked_by", "-id"])]

    def __str__(self) -> str:
        return "pairing proposal"

    @property
    def is_being_made(self) -> bool:
        return self.ready_at is None and self.job is not None and self.job.state in OPEN


class ProposedPair(models.Model):
    """One person of a proposal with the mentor it found, or why it found none."""

    class Why(models.TextChoices):
        NOBODY_OFFERS = "nobody_offers", "nobody offers it"
        TOO_LOW = "too_low", "nobody who offers it stands high enough"
        ONLY_LEADER = "only_leader", "only their own leader could"
        REFUSED = "refused", "who could is their mentor already or has said no"
        FULL = "full", "who could has no room"
        TAKEN = "taken", "who could is given to others here"

    proposal = models.ForeignKey(PairingProposal, models.CASCADE, related_name="lines")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    wish = models.ForeignKey(MentorWish, models.CASCADE, null=True, related_name="+")
    skill = models.ForeignKey(Skill, models.CASCADE, null=True, related_name="+")
    level = models.PositiveSmallIntegerField(null=True)
    mentor = models.ForeignKey(Person, models.CASCADE, null=True, related_name="+")
    mentor_level = models.PositiveSmallIntegerField(null=True)
    mentees = models.PositiveSmallIntegerField(null=True)
    capacity = models.PositiveSmallIntegerField(null=True)
    is_leader = models.BooleanField(default=False)
    is_old = models.BooleanField(default=False)  # a level was looked at too long ago
    others = models.PositiveSmallIntegerField(default=0)
    next_best = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    next_best_is_free = models.BooleanField(default=False)
    why_none = models.CharField(max_length=13, choices=Why.choices, blank=True)
    suggested = models.ForeignKey(
        Mentorship, models.SET_NULL, null=True, related_name="+"
    )

    class Meta:
        db_table = "proposed_pairs"
        ordering = ["id"]

    def __str__(self) -> str:
        return "proposed pair"
