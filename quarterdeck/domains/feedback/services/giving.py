"""Write feedback down and give it; from then on it is read by whom was named."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Unpack

from django.core.exceptions import PermissionDenied
from django.db import transaction

from quarterdeck.domains.activity import services as activity
from quarterdeck.shared.errors import RuleBroken

from ..models import Feedback, FeedbackReader
from ..models.feedback import WORDS
from ..permissions import wrote
from ..queries.leaders import leaders_of
from ..rules import NAMES, missing_words, still_readers
from .beginning import Begun, begin, refuse_closed, refuse_unreadable
from .telling import all_who_read, writer_alone


class WordsMissing(RuleBroken):
    pass


class AlreadyGiven(RuleBroken):
    pass


@transaction.atomic
def draft_feedback(
    *, words: Mapping[str, str], by: Any, at: datetime, **begun: Unpack[Begun]
) -> Feedback:
    """Keep words that are not given yet; only the writer sees them."""
    feedback = begin(words=_only_words(words), by=by, at=at, **begun)
    _tell_writer("feedback.drafted", feedback, by, at)
    return feedback


@transaction.atomic
def give_feedback(
    *, words: Mapping[str, str], by: Any, at: datetime, **begun: Unpack[Begun]
) -> Feedback:
    """Write feedback and give it in one act."""
    return _give(begin(words=_only_words(words), by=by, at=at, **begun), by, at)


@transaction.atomic
def give_draft(
    *,
    feedback: Feedback,
    by: Any,
    at: datetime,
    words: Mapping[str, str] | None = None,
    seen_version: int | None = None,
) -> Feedback:
    """Give what was kept as a draft, with its last words."""
    feedback = own_draft(feedback, by)
    if words is not None:
        activity.revise_privately(
            feedback, _only_words(words), at=at, seen_version=seen_version
        )
    return _give(feedback, by, at)


@transaction.atomic
def save_draft(
    *,
    feedback: Feedback,
    words: Mapping[str, str],
    by: Any,
    at: datetime,
    seen_version: int | None = None,
) -> Feedback:
    feedback = own_draft(feedback, by)
    made = activity.revise_privately(
        feedback, _only_words(words), at=at, seen_version=seen_version
    )
    if made:
        _tell_writer("feedback.drafted", feedback, by, at)
    return feedback


@transaction.atomic
def discard_draft(*, feedback: Feedback, by: Any, at: datetime) -> Feedback:
    """Throw a draft away; it can be taken up again."""
    feedback = own_draft(feedback, by)
    feedback.discarded_at = at
    feedback.save(update_fields=["discarded_at"])
    _tell_writer("feedback.discarded", feedback, by, at)
    return feedback


@transaction.atomic
def restore_draft(*, feedback: Feedback, by: Any, at: datetime) -> Feedback:
    feedback = own_draft(feedback, by)
    feedback.discarded_at = None
    feedback.save(update_fields=["discarded_at"])
    _tell_writer("feedback.restored", feedback, by, at)
    return feedback


def own_draft(feedback: Feedback, by: Any) -> Feedback:
    """Lock the draft of whoever asks; what is given is a draft no more."""
    feedback = Feedback.objects.select_for_update().get(pk=feedback.pk)
    if not wrote(by, feedback):
        raise PermissionDenied
    if not feedback.is_draft:
        raise AlreadyGiven("This is given already; edit it there.")
    return feedback


def refuse_gaps(words: Mapping[str, str]) -> None:
    if missing := missing_words(words):
        parts = " and ".join(NAMES[name] for name in missing)
        raise WordsMissing(f"Say {parts}, or use your own form.")


def _give(feedback: Feedback, by: Any, at: datetime) -> Feedback:
    refuse_gaps({name: getattr(feedback, name) for name in WORDS})
    refuse_unreadable([feedback.receiver], at)
    if feedback.request is not None:
        refuse_closed(feedback.request, feedback.receiver, by)
    _fix_readers(feedback, at)
    feedback.given_at = feedback.updated_at = at
    feedback.version += 1
    feedback.save(update_fields=["given_at", "updated_at", "version", "visibility"])
    activity.record(
        by=by,
        verb="feedback.given",
        subject=feedback,
        at=at,
        audience=all_who_read(feedback),
    )
    return feedback


def _fix_readers(feedback: Feedback, at: datetime) -> None:
    """Of the leaders that were named, those who still lead; nobody is added."""
    named = FeedbackReader.objects.filter(
        feedback=feedback, standing=FeedbackReader.Standing.LEADER
    )
    now = [p.user_id or 0 for p in leaders_of(feedback.receiver, at.date())]
    stay = still_readers(list(named.values_list("user_id", flat=True)), now)
    named.exclude(user_id__in=stay).delete()
    if not stay:
        feedback.visibility = Feedback.Visibility.PERSON


def _only_words(words: Mapping[str, str]) -> dict[str, str]:
    return {name: words[name].strip() for name in WORDS if name in words}


def _tell_writer(verb: str, feedback: Feedback, by: Any, at: datetime) -> None:
    activity.record(
        by=by, verb=verb, subject=feedback, at=at, audience=writer_alone(feedback)
    )
