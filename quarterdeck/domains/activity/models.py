"""What happened. Rows are only ever added; ids, not links, so a row outlives its subject."""

from django.db import models


class Activity(models.Model):
    """One act: who did what to what, when, and who may read of it."""

    class Audience(models.TextChoices):
        ORGANIZATION = "organization"
        TEAM = "team"
        PEOPLE = "people"
        PRIVATE = "private"  # named people, while their private rooms are open

    at = models.DateTimeField()
    verb = models.CharField(max_length=60)
    actor_id = models.BigIntegerField(null=True)
    subject_kind = models.CharField(max_length=40)
    subject_id = models.BigIntegerField(null=True)
    audience = models.CharField(max_length=12, choices=Audience.choices)
    team_id = models.BigIntegerField(null=True)
    # A browser or program that repeats a request repeats its key: one act, not two.
    request_key = models.CharField(max_length=160, null=True, unique=True)  # noqa: DJ001
    # The chain covers the columns above and `content_hash`; what stands in Content can
    # be erased without breaking it.
    content_hash = models.CharField(max_length=64)
    previous_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64, unique=True)

    class Meta:
        db_table = "activities"
        indexes = [
            models.Index(fields=["subject_kind", "subject_id", "-id"]),
            models.Index(fields=["team_id", "-id"]),
        ]

    def __str__(self) -> str:
        return f"{self.verb} {self.subject_kind}:{self.subject_id}"


class Content(models.Model):
    """The names and words of an act, erasable on their own."""

    activity = models.OneToOneField(
        Activity, models.CASCADE, primary_key=True, related_name="content"
    )
    actor_name = models.CharField(max_length=200, blank=True)
    subject_name = models.CharField(max_length=300, blank=True)
    details = models.JSONField(default=dict)
    erased = models.BooleanField(default=False)

    class Meta:
        db_table = "activity_contents"

    def __str__(self) -> str:
        return self.subject_name


class Change(models.Model):
    """One field of one record before and after an act: history, undo, stale saves."""

    activity = models.ForeignKey(Activity, models.CASCADE, related_name="changes")
    subject_kind = models.CharField(max_length=40)
    subject_id = models.BigIntegerField()
    version = models.PositiveIntegerField()
    field = models.CharField(max_length=60)
    before = models.JSONField(null=True)
    after = models.JSONField(null=True)
    digest = models.CharField(max_length=64)
    erased = models.BooleanField(default=False)

    class Meta:
        db_table = "activity_changes"
        indexes = [models.Index(fields=["subject_kind", "subject_id", "version"])]

    def __str__(self) -> str:
        return f"{self.subject_kind}:{self.subject_id}.{self.field}"


class Reader(models.Model):
    """Somebody an activity is meant for when its audience is named people."""

    activity = models.ForeignKey(Activity, models.CASCADE, related_name="readers")
    user_id = models.BigIntegerField()

    class Meta:
        db_table = "activity_readers"
        constraints = [
            models.UniqueConstraint("activity", "user_id", name="one_reader_row")
        ]
        indexes = [models.Index(fields=["user_id", "-activity"])]

    def __str__(self) -> str:
        return f"{self.user_id} reads {self.activity_id}"


class ChainHead(models.Model):
    """The newest hash: locked by each writer, so the chain never forks."""

    hash = models.CharField(max_length=64)
    length = models.BigIntegerField(default=0)

    class Meta:
        db_table = "activity_chain_head"

    def __str__(self) -> str:
        return self.hash
