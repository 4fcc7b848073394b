"""Who signs in and with what."""

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.crypto import salted_hmac


class UserManager(BaseUserManager["User"]):
    """Users are created by services; this only satisfies Django and allauth."""

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email__iexact=username or "")


class User(AbstractBaseUser):
    """Somebody who can sign in. What they may do follows from organization and people."""

    email = models.EmailField(unique=True)
    name = models.CharField(max_length=200)
    is_active = models.BooleanField(default=True)
    date_joined = models.DateTimeField()
    time_zone = models.CharField(max_length=60, blank=True)
    theme = models.CharField(max_length=5, blank=True)  # "", "light" or "dark"
    single_keys = models.BooleanField(default=True)  # g, c, /, ? as shortcuts

    # Counts up when all sessions of the account end at once.
    session_epoch = models.PositiveIntegerField(default=0)

    objects = UserManager()
    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        db_table = "users"

    def __str__(self) -> str:
        return self.name or self.email

    def _get_session_auth_hash(self, secret: str | None = None) -> str:
        """A session is in force while password and epoch are those it began with."""
        value = f"{self.password}:{self.session_epoch}"
        return salted_hmac(
            "quarterdeck.sessions", value, secret=secret, algorithm="sha256"
        ).hexdigest()


class OneTimeLink(models.Model):
    """A link that signs one person in once; only its hash is kept."""

    user = models.ForeignKey(User, models.CASCADE, related_name="one_time_links")
    token_hash = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)
    # Who made it for somebody else; empty for a link from the server's own command.
    made_by = models.ForeignKey(User, models.CASCADE, null=True, related_name="+")

    class Meta:
        db_table = "one_time_links"

    def __str__(self) -> str:
        return f"link for {self.user_id}"


class AccountOpening(models.Model):
    """An account was opened by a link that somebody else made.

    Until someone says that it is really its owner, the private rooms stay closed.
    """

    class Proof(models.TextChoices):
        PERSON = "person", "confirmed by somebody"
        SECOND_FACTOR = "second_factor", "shown by a second factor"
        OPERATOR = "operator", "confirmed on the server"

    user = models.ForeignKey(User, models.CASCADE, related_name="+")
    link_made_by = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+")
    opened_at = models.DateTimeField()
    confirmed_at = models.DateTimeField(null=True)
    confirmed_by = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+")
    proof = models.CharField(max_length=13, choices=Proof.choices, blank=True)

    class Meta:
        db_table = "account_openings"
        indexes = [
            models.Index(
                fields=["user"],
                condition=models.Q(confirmed_at=None),
                name="openings_not_confirmed",
            )
        ]

    def __str__(self) -> str:
        return f"account {self.user_id} opened by a link"


class ApiToken(models.Model):
    """A program's key to the API; shown once, kept as a hash, bound to scopes."""

    user = models.ForeignKey(User, models.CASCADE, related_name="api_tokens")
    name = models.CharField(max_length=80)
    token_hash = models.CharField(max_length=64, unique=True)
    prefix = models.CharField(max_length=12)
    scopes = models.JSONField(default=list)
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField(null=True)
    last_used_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "api_tokens"
        constraints = [
            models.UniqueConstraint("user", "name", name="one_token_of_a_name")
        ]

    def __str__(self) -> str:
        return self.name


class SavedView(models.Model):
    """A filter somebody keeps under a name."""

    user = models.ForeignKey(User, models.CASCADE, related_name="saved_views")
    place = models.CharField(max_length=40)
    name = models.CharField(max_length=80)
    query = models.CharField(max_length=1000)
    created_at = models.DateTimeField()

    class Meta:
        db_table = "saved_views"
        constraints = [
            models.UniqueConstraint("user", "place", "name", name="one_view_of_a_name")
        ]

    def __str__(self) -> str:
        return self.name


class AnsweredRequest(models.Model):
    """What was answered to a request that carried an idempotency key, to say it again."""

    key = models.CharField(max_length=160, unique=True)
    fingerprint = models.CharField(max_length=64)
    status = models.PositiveSmallIntegerField(null=True)  # null: still being handled
    headers = models.JSONField(default=dict)
    body = models.BinaryField(default=b"")
    at = models.DateTimeField()

    class Meta:
        db_table = "answered_requests"
        indexes = [models.Index(fields=["at"])]

    def __str__(self) -> str:
        return self.key
