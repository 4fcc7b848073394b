"""Write down one act and tell whoever listens: the only signal in the program."""

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.dispatch import Signal

from quarterdeck.shared.errors import AlreadyDone

from .. import rules
from ..models import Activity, ChainHead, Change, Content, Reader
from ..queries import kind_of
from .audiences import Audience

recorded = Signal()
_held_back: ContextVar["list[_Act] | None"] = ContextVar("held_back", default=None)
_request_key: ContextVar[str | None] = ContextVar("request_key", default=None)


class WordsOfAPrivateRecord(Exception):
    """A programming error: the words of a private record stand in that record alone."""


@dataclass(frozen=True)
class FieldChange:
    """One field of one record; `before` and `after` are plain JSON values."""

    kind: str
    subject_id: int
    version: int
    field: str
    before: Any
    after: Any

    @property
    def digest(self) -> str:
        return rules.change_digest(
            self.kind,
            self.subject_id,
            self.version,
            self.field,
            self.before,
            self.after,
        )


@contextmanager
def carrying(request_key: str | None) -> Iterator[None]:
    """Give the first act recorded inside this block the key of the request."""
    token = _request_key.set(request_key)
    try:
        yield
    finally:
        _request_key.reset(token)


@dataclass(frozen=True)
class _Act:
    """One act with all that is told of it, not in the chain yet."""

    activity: Activity
    names: tuple[str, str]
    details: dict[str, Any]
    user_ids: Collection[int]
    changes: Sequence[FieldChange]


@contextmanager
def in_order_of_time() -> Iterator[None]:
    """Hold acts back and append them by their moment when the block ends.

    For a past that is written in one go, as that of the demo: the chain, and with it
    every list of what happened, goes by the order of recording.
    """
    held: list[_Act] = []
    token = _held_back.set(held)
    try:
        yield
    finally:
        _held_back.reset(token)
    for act in sorted(held, key=lambda act: act.activity.at):
        _write(act)


@transaction.atomic
def record(
    *,
    by: Any,
    verb: str,
    subject: Any,
    at: datetime,
    audience: Audience,
    changes: Sequence[FieldChange] = (),
    details: dict[str, Any] | None = None,
    subject_name: str | None = None,
) -> Activity:
    """Append one act to the chain. Call it last in a service: it locks the chain."""
    if audience.kind == Activity.Audience.PRIVATE:
        if changes:
            raise WordsOfAPrivateRecord  # `revise_privately` keeps them out of here
        details, subject_name = None, ""
    names = (str(by or ""), str(subject if subject_name is None else subject_name))
    content = rules.content_hash(
        names[0][:200], names[1][:300], details or {}, [c.digest for c in changes]
    )
    activity = Activity(
        at=at,
        verb=verb,
        actor_id=getattr(by, "pk", None),
        subject_kind=kind_of(subject),
        subject_id=subject.pk,
        audience=audience.kind,
        team_id=audience.team_id,
        content_hash=content,
    )
    act = _Act(activity, names, details or {}, audience.user_ids, changes)
    held = _held_back.get()
    if held is None:
        _write(act)
    else:
        held.append(act)
    return activity


def _write(act: _Act) -> None:
    activity = act.activity
    _append(activity)
    Content.objects.create(
        activity=activity,
        actor_name=act.names[0][:200],
        subject_name=act.names[1][:300],
        details=act.details,
    )
    Reader.objects.bulk_create(
        Reader(activity=activity, user_id=user_id) for user_id in act.user_ids
    )
    Change.objects.bulk_create(
        (_change_row(activity, change) for change in act.changes), batch_size=500
    )
    recorded.send(sender=Activity, activity=activity)


def _append(activity: Activity) -> None:
    ChainHead.objects.get_or_create(pk=1, defaults={"hash": rules.GENESIS})
    head = ChainHead.objects.select_for_update().get(pk=1)
    # Only now: of two requests with one key the later sees what the earlier committed.
    activity.request_key = _claim_request_key()
    activity.previous_hash = head.hash
    activity.hash = rules.link(head.hash, columns_of(activity), activity.content_hash)
    activity.save(force_insert=True)
    head.hash, head.length = activity.hash, head.length + 1
    head.save(update_fields=["hash", "length"])


def columns_of(activity: Activity) -> list[Any]:
    """Return what the chain covers of a row, in a fixed order and spelling."""
    return [
        round(activity.at.timestamp() * 1_000_000),
        activity.verb,
        activity.actor_id,
        activity.subject_kind,
        activity.subject_id,
        str(activity.audience),
        activity.team_id,
        activity.request_key,
    ]


def _claim_request_key() -> str | None:
    key = _request_key.get()
    if key is None:
        return None
    if Activity.objects.filter(request_key=key).exists():
        raise AlreadyDone("This was already done; the second request changed nothing.")
    _request_key.set(None)
    return key


def _change_row(activity: Activity, change: FieldChange) -> Change:
    return Change(
        activity=activity,
        subject_kind=change.kind,
        subject_id=change.subject_id,
        version=change.version,
        field=change.field,
        before=change.before,
        after=change.after,
        digest=change.digest,
    )
