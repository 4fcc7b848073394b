"""Say the first answer again when a program repeats a request under the same key."""

from datetime import datetime, timedelta

from django.db import IntegrityError, transaction

from quarterdeck.shared.errors import RuleBroken

from ..models import AnsweredRequest

KEPT_FOR = timedelta(hours=24)
# A request that died with its server leaves a row that never ends; after this long it
# is handled again, and the act's own key still keeps its effect from happening twice.
GIVEN_UP_AFTER = timedelta(minutes=2)
LARGEST = 64_000


class StillRunning(RuleBroken):
    pass


class AnotherRequest(RuleBroken):
    pass


def begin_answer(*, key: str, fingerprint: str, at: datetime) -> AnsweredRequest | None:
    """Claim the key; return the first answer if there is one already."""
    AnsweredRequest.objects.filter(at__lt=at - KEPT_FOR).delete()
    AnsweredRequest.objects.filter(
        key=key, status__isnull=True, at__lt=at - GIVEN_UP_AFTER
    ).delete()
    try:
        with transaction.atomic():
            AnsweredRequest.objects.create(key=key, fingerprint=fingerprint, at=at)
    except IntegrityError:
        return _first_answer(key, fingerprint)
    return None


def keep_answer(*, key: str, status: int, headers: dict[str, str], body: bytes) -> None:
    """Keep what was answered. A larger body is not kept: the act's key still holds."""
    rows = AnsweredRequest.objects.filter(key=key)
    if len(body) > LARGEST:
        rows.delete()
    else:
        rows.update(status=status, headers=headers, body=body)


def forget_answer(*, key: str) -> None:
    """Free the key: the request was refused, so a corrected one may use it again."""
    AnsweredRequest.objects.filter(key=key, status__isnull=True).delete()


def _first_answer(key: str, fingerprint: str) -> AnsweredRequest:
    found = AnsweredRequest.objects.filter(key=key).first()
    if found is None:
        raise StillRunning("The first request ended just now. Send it again.")
    if found.fingerprint != fingerprint:
        raise AnotherRequest("This key was used for another request.")
    if found.status is None:
        raise StillRunning("The first request under this key is still being handled.")
    return found
