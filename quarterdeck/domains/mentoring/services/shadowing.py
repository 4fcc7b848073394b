"""Follow a leader through an occasion: ask, answer, write down what was learnt."""

from datetime import date, datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from quarterdeck.domains.activity import services as activity
from quarterdeck.domains.people.models import Person
from quarterdeck.shared.errors import Conflict, RuleBroken, StaleEdit

from ..models import Shadowing, ShadowLog
from ..permissions import is_followed, is_shadow
from ..queries import leaders_to_follow
from .telling import person_id_of, save, tell


class CannotFollow(RuleBroken):
    pass


class InThePast(RuleBroken):
    pass


class ReasonMissing(RuleBroken):
    pass


class ShadowingAnswered(RuleBroken):
    pass


class NotAccepted(RuleBroken):
    pass


@transaction.atomic
def ask_to_shadow(
    *, leader: Person, on: date, occasion: str, why: str, by: Any, at: datetime
) -> Shadowing:
    """Ask somebody who leads whether one may follow them through an occasion."""
    mine = person_id_of(by)
    if not leaders_to_follow(by).filter(pk=leader.pk).exists():
        raise CannotFollow(f"{leader} leads no team here, or cannot sign in.")
    if on < at.date():
        raise InThePast("Choose a day from today on.")
    row = Shadowing.objects.create(
        shadow_id=mine,
        leader=leader,
        on=on,
        occasion=occasion.strip(),
        why=why.strip(),
        created_at=at,
        updated_at=at,
    )
    tell("shadowing.asked", row, leader.pk, by=by, at=at)
    return row


@transaction.atomic
def accept_shadow(
    *, row: Shadowing, reply: str = "", by: Any, at: datetime
) -> Shadowing:
    return _answer(row, Shadowing.Answer.ACCEPTED, reply, by, at)


@transaction.atomic
def decline_shadow(*, row: Shadowing, reply: str, by: Any, at: datetime) -> Shadowing:
    """Say no, and why: whoever asked can do something with that."""
    if not reply.strip():
        raise ReasonMissing("Say why not.")
    return _answer(row, Shadowing.Answer.DECLINED, reply, by, at)


@transaction.atomic
def withdraw_shadowing(*, row: Shadowing, by: Any, at: datetime) -> Shadowing:
    """Whoever asked takes it back, also after it was accepted."""
    row = _locked(row)
    if not is_shadow(by, row):
        raise PermissionDenied
    if row.answer not in (Shadowing.Answer.OPEN, Shadowing.Answer.ACCEPTED):
        raise ShadowingAnswered("This is over already.")
    if ShadowLog.objects.filter(shadowing=row).exists():
        raise ShadowingAnswered("You have been there: your log stands.")
    save(row, at, answer=Shadowing.Answer.WITHDRAWN)
    tell("shadowing.withdrawn", row, row.leader_id, by=by, at=at)
    return row


@transaction.atomic
def write_shadow_log(
    *,
    row: Shadowing,
    text: str,
    is_shared: bool,
    by: Any,
    at: datetime,
    seen_version: int | None = None,
) -> ShadowLog | None:
    """Write what was learnt, and say whether whom one followed reads it.

    Only its writer changes either; an empty text takes the log away.
    """
    row = _locked(row)
    if not is_shadow(by, row):
        raise PermissionDenied
    if row.answer != Shadowing.Answer.ACCEPTED or row.on > at.date():
        raise NotAccepted("The log is written from the day on, once it is accepted.")
    changes = {"text": text.strip(), "is_shared": is_shared}
    log = ShadowLog.objects.select_for_update().filter(shadowing=row).first()
    if not changes["text"]:
        if log is not None:
            tell("shadow_log.removed", row, by=by, at=at)
            log.delete()
        return None
    if log is None:
        if seen_version:
            raise StaleEdit((Conflict("text", theirs="", yours=text, by="You"),))
        log = ShadowLog.objects.create(
            shadowing=row, **changes, created_at=at, updated_at=at
        )
    elif not activity.revise_privately(
        log, changes, at=at, seen_version=seen_version, changed_by="You"
    ):
        return log
    readers = [row.leader_id] if is_shared else []
    tell("shadow_log.written", row, *readers, by=by, at=at)
    return log


def _answer(
    row: Shadowing, answer: Shadowing.Answer, reply: str, by: Any, at: datetime
) -> Shadowing:
    row = _locked(row)
    if not is_followed(by, row):
        raise PermissionDenied
    if row.answer != Shadowing.Answer.OPEN:
        raise ShadowingAnswered("This is answered or taken back already.")
    save(row, at, answer=answer, reply=reply.strip(), answered_at=at)
    said = answer == Shadowing.Answer.ACCEPTED
    verb = "shadowing.accepted" if said else "shadowing.declined"
    tell(verb, row, row.shadow_id, by=by, at=at)
    return row


def _locked(row: Shadowing) -> Shadowing:
    return (
        Shadowing.objects.select_for_update(of=("self",))
        .select_related("shadow", "leader")
        .get(pk=row.pk)
    )
