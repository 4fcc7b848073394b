"""Tell whether the chain is whole."""

from dataclasses import dataclass

from .. import rules
from ..models import Activity, ChainHead
from .recording import columns_of


@dataclass(frozen=True)
class ChainReport:
    """How many acts were read and, in words, every break that was found."""

    length: int
    breaks: tuple[str, ...]

    @property
    def whole(self) -> bool:
        return not self.breaks


def verify_chain(*, most: int = 20) -> ChainReport:
    """Walk the chain from its first act; stop after `most` breaks."""
    breaks: list[str] = []
    previous, length = rules.GENESIS, 0
    rows = Activity.objects.order_by("id").select_related("content")
    for activity in rows.prefetch_related("changes").iterator(chunk_size=1_000):
        length += 1
        breaks += _breaks_of(activity, previous)
        previous = activity.hash
        if len(breaks) >= most:
            return ChainReport(length, tuple(breaks))
    head = ChainHead.objects.filter(pk=1).first()
    kept = (head.hash, head.length) if head else (rules.GENESIS, 0)
    if kept != (previous, length):
        breaks.append(
            f"The chain ends after {length} acts, but {kept[1]} were recorded."
        )
    return ChainReport(length, tuple(breaks))


def _breaks_of(activity: Activity, previous: str) -> list[str]:
    name = f"Act {activity.pk} ({activity.verb})"
    found = []
    if activity.previous_hash != previous:
        found.append(f"{name} does not follow the act before it.")
    expected = rules.link(
        activity.previous_hash, columns_of(activity), activity.content_hash
    )
    if activity.hash != expected:
        found.append(f"{name} was altered after it was recorded.")
    return found + _content_breaks(activity, name)


def _content_breaks(activity: Activity, name: str) -> list[str]:
    content = getattr(activity, "content", None)
    if content is None:
        return [f"{name} lost its words."]
    if content.erased:
        return []
    changes = list(activity.changes.all())
    found = [
        f"{name}: the change of {change.field} was altered."
        for change in changes
        if not change.erased
        and change.digest
        != rules.change_digest(
            change.subject_kind,
            change.subject_id,
            change.version,
            change.field,
            change.before,
            change.after,
        )
    ]
    whole = rules.content_hash(
        content.actor_name,
        content.subject_name,
        content.details,
        [change.digest for change in changes],
    )
    if whole != activity.content_hash:
        found.append(f"The words of {name} were altered.")
    return found
