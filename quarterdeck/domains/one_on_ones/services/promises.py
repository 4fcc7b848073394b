"""Promises: made, kept, withdrawn with a reason; both of the two read all of it."""

from datetime import date, datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from quarterdeck.domains.activity import services as activity
from quarterdeck.domains.people.models import Person
from quarterdeck.shared.errors import RuleBroken

from ..models import Meeting, Pair, Promise
from .pairs import running
from .telling import person_id_of, tell


class NotOneOfTheTwo(RuleBroken):
    pass


class AlreadySettled(RuleBroken):
    pass


@transaction.atomic
def make_promise(
    *, pair: Pair, promiser: Person, text: str, due_on: date, by: Any, at: datetime
) -> Promise:
    """Write down what one of the two promises the other; either may write it down."""
    pair = running(pair, by)
    if promiser.pk not in pair.person_ids:
        raise NotOneOfTheTwo(f"{promiser} is not one of the two.")
    promise = Promise.objects.create(
        pair=pair,
        promiser=promiser,
        text=text.strip(),
        due_on=due_on,
        made_in=Meeting.objects.filter(pair=pair, closed_at=None).first(),
        created_at=at,
        updated_at=at,
    )
    tell("promise.made", pair, by=by, at=at)
    return promise


@transaction.atomic
def edit_promise(
    *,
    promise: Promise,
    text: str,
    due_on: date,
    by: Any,
    at: datetime,
    seen_version: int | None = None,
) -> Promise:
    """Agree on other words or another day, while it is open."""
    promise, pair = _open(promise, by)
    changes = {"text": text.strip(), "due_on": due_on}
    plain = {k: v for k, v in changes.items() if getattr(promise, k) != v}
    if activity.revise_privately(promise, plain, at=at, seen_version=seen_version):
        tell("promise.edited", pair, by=by, at=at)
    return promise


@transaction.atomic
def keep_promise(*, promise: Promise, on: date, by: Any, at: datetime) -> Promise:
    """It was kept, by its day or after it. Either of the two may say so."""
    promise, pair = _open(promise, by)
    _settle(promise, at, kept_on=on)
    tell("promise.kept", pair, by=by, at=at)
    return promise


@transaction.atomic
def withdraw_promise(
    *, promise: Promise, reason: str, on: date, by: Any, at: datetime
) -> Promise:
    """Whoever promised says why it will not be kept."""
    promise, pair = _open(promise, by)
    if promise.promiser_id != person_id_of(by):
        raise PermissionDenied
    _settle(promise, at, withdrawn_on=on, reason=reason.strip())
    tell("promise.withdrawn", pair, by=by, at=at)
    return promise


@transaction.atomic
def reopen_promise(*, promise: Promise, by: Any, at: datetime) -> Promise:
    """Take back that it was kept or withdrawn. What was withdrawn only the promiser."""
    promise, pair = _locked(promise, by)
    if promise.is_open:
        raise AlreadySettled("This promise is open.")
    if promise.withdrawn_on and promise.promiser_id != person_id_of(by):
        raise PermissionDenied
    _settle(promise, at, kept_on=None, withdrawn_on=None, reason="")
    tell("promise.reopened", pair, by=by, at=at)
    return promise


def _locked(promise: Promise, by: Any) -> tuple[Promise, Pair]:
    pair = running(promise.pair, by)
    return Promise.objects.get(pk=promise.pk, pair=pair), pair


def _open(promise: Promise, by: Any) -> tuple[Promise, Pair]:
    promise, pair = _locked(promise, by)
    if not promise.is_open:
        raise AlreadySettled("This promise is settled already.")
    return promise, pair


def _settle(promise: Promise, at: datetime, **fields: Any) -> None:
    for name, value in fields.items():
        setattr(promise, name, value)
    promise.version, promise.updated_at = promise.version + 1, at
    promise.save(update_fields=[*fields, "version", "updated_at"])
