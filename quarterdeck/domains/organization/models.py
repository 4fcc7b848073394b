"""The organization, its tree of teams, and what each account may do in it."""

from django.conf import settings
from django.db import models

from quarterdeck.shared.records import EditableRecord


class Organization(EditableRecord):
    """One to an instance, so that no query can ever reach another company."""

    name = models.CharField(max_length=200)
    time_zone = models.CharField(max_length=60, default="UTC")
    # ISO codes, used to propose public holidays: "DE", "BE" (Berlin).
    country = models.CharField(max_length=2, blank=True)
    subdivision = models.CharField(max_length=10, blank=True)
    hours_per_day = models.DecimalField(max_digits=4, decimal_places=2, default=8)
    # ISO 4217; the one currency of every amount. Changing it converts nothing.
    currency = models.CharField(max_length=3, default="EUR")

    class Meta:
        db_table = "organization"
        constraints = [
            models.CheckConstraint(condition=models.Q(pk=1), name="one_organization")
        ]

    def __str__(self) -> str:
        return self.name


class Team(EditableRecord):
    """A team in the tree. `path` holds the ids from the root, so a subtree is a prefix."""

    name = models.CharField(max_length=200)
    parent = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")
    path = models.CharField(max_length=400, unique=True)  # "/1/7/23/"
    purpose = models.CharField(max_length=300, blank=True)
    is_demo = models.BooleanField(default=False)
    external_id = models.CharField(max_length=200, blank=True)

    class Meta:
        db_table = "teams"
        constraints = [
            models.UniqueConstraint("parent", "name", name="one_team_of_a_name")
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def ancestor_ids(self) -> list[int]:
        """Ids from the root down to this team itself."""
        return [int(part) for part in self.path.split("/") if part]

    @property
    def depth(self) -> int:
        return len(self.ancestor_ids) - 1


class Role(models.Model):
    """What an account may do. Leading is not a role: it follows from the team tree."""

    class Name(models.TextChoices):
        ADMIN = "admin", "Admin"
        MEMBER = "member", "Member"
        GUEST = "guest", "Guest"

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE)
    name = models.CharField(max_length=8, choices=Name.choices)
    given_at = models.DateTimeField()

    class Meta:
        db_table = "roles"

    def __str__(self) -> str:
        return f"{self.user_id}: {self.name}"


class Invitation(models.Model):
    """A link by which somebody joins; bound to one role, and to a person if one is named."""

    email = models.EmailField(blank=True)
    name = models.CharField(max_length=200, blank=True)
    role = models.CharField(max_length=8, choices=Role.Name.choices)
    team = models.ForeignKey(Team, models.CASCADE, null=True, related_name="+")
    person_id = models.BigIntegerField(null=True)  # people stand above; an id, no link
    token_hash = models.CharField(max_length=64, unique=True)
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="+"
    )
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "invitations"

    def __str__(self) -> str:
        return self.email or self.name or f"invitation {self.pk}"
