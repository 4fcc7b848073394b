"""An account opened by another's link: closed in part until it is known who came in."""

from datetime import datetime
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.core.exceptions import PermissionDenied
from django.db import transaction

from quarterdeck.domains.activity import services as activity
from quarterdeck.shared.errors import RuleBroken

from ..models import AccountOpening, ApiToken, User
from ..permissions import private_rooms_are_open


class OpenedAgain(RuleBroken):
    pass


class NothingToConfirm(RuleBroken):
    pass


def note_opening(*, user: User, link_made_by: Any, at: datetime) -> User:
    """Close the private rooms and take away every key that is not surely the owner's.

    Passwords and sessions end, and whatever was added while an earlier opening was not
    confirmed: whoever comes in now is alone in the account. Otherwise the next
    confirmation would open the rooms for somebody who came in before.
    """
    first = _open(user).order_by("id").first()
    if first is not None:
        since = first.opened_at
        ApiToken.objects.filter(
            user=user, created_at__gte=since, revoked_at__isnull=True
        ).update(revoked_at=at)
        Authenticator.objects.filter(user_id=user.pk, created_at__gte=since).delete()
    for session in UserSession.objects.filter(user_id=user.pk):
        session.end()
    user.set_unusable_password()
    user.session_epoch += 1
    user.save(update_fields=["password", "session_epoch"])
    AccountOpening.objects.create(user=user, link_made_by=link_made_by, opened_at=at)
    return _asked_anew(user)


@transaction.atomic
def confirm_opening(*, opening: AccountOpening, by: User, at: datetime) -> None:
    """Somebody who knows the owner says that it is them; both can read of it later.

    Who may do so is decided by the room that knows who leads whom; never the person
    themselves, and never whoever made the link.
    """
    if by.pk in (opening.user_id, opening.link_made_by_id):
        raise PermissionDenied
    if not private_rooms_are_open(by):
        raise PermissionDenied
    newest = _open(opening.user).select_for_update().order_by("-id").first()
    if newest is None:
        raise NothingToConfirm(f"It is already known that this is {opening.user}.")
    if newest.pk != opening.pk:
        raise OpenedAgain(
            f"The account of {opening.user} was opened by another link since."
            " Ask them whether it was they who used the last one."
        )
    _settle(newest, AccountOpening.Proof.PERSON, at, by=by)
    _tell("account.confirmed", opening.user, by, at)


@transaction.atomic
def prove_by_second_factor(*, user: User, shown: list[int], at: datetime) -> bool:
    """A second factor that is older than the opening proves that it is the owner."""
    waiting = list(_open(user).select_for_update().order_by("id"))
    if not waiting:
        return False
    own = Authenticator.objects.filter(user_id=user.pk, pk__in=shown)
    if not own.filter(created_at__lt=waiting[0].opened_at).exists():
        return False
    _settle(waiting[-1], AccountOpening.Proof.SECOND_FACTOR, at)
    _asked_anew(user)
    _tell("account.proved", user, user, at)
    return True


@transaction.atomic
def confirm_as_operator(*, email: str, at: datetime) -> User:
    """For whoever runs the server, where nobody else can confirm."""
    waiting = AccountOpening.objects.filter(
        user__email__iexact=email.strip(), confirmed_at=None
    )
    newest = waiting.select_related("user").order_by("-id").first()
    if newest is None:
        raise NothingToConfirm(f"There is nothing to confirm for {email}.")
    _settle(newest, AccountOpening.Proof.OPERATOR, at)
    _tell("account.confirmed", newest.user, None, at)
    return newest.user


def _open(user: Any) -> Any:
    return AccountOpening.objects.filter(user_id=user.pk, confirmed_at=None)


def _settle(
    newest: AccountOpening, proof: str, at: datetime, by: User | None = None
) -> None:
    """Settle this opening and those before it; one that came since still waits."""
    rows = _open(newest.user).filter(pk__lte=newest.pk)
    rows.update(confirmed_at=at, confirmed_by=by, proof=proof)


def _asked_anew(user: User) -> User:
    """What was read earlier in this request no longer holds."""
    user.__dict__.pop("_rooms_open", None)
    return user


def _tell(verb: str, user: User, by: Any, at: datetime) -> None:
    audience = activity.only(user.pk, getattr(by, "pk", None))
    activity.record(by=by, verb=verb, subject=user, at=at, audience=audience)
