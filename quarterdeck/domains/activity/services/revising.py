"""Change fields of records: notice stale saves, keep what each field was before."""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from quarterdeck.shared.errors import Conflict, StaleEdit
from quarterdeck.shared.records import EditableRecord
from quarterdeck.shared.writing import write_fields

from ..models import Change
from ..queries import changes_since, kind_of
from .recording import FieldChange

KEPT = ("version", "updated_at")  # what every change of a record writes besides


def revise(
    record: EditableRecord,
    changes: Mapping[str, Any],
    *,
    at: datetime,
    seen_version: int | None = None,
) -> list[FieldChange]:
    """Set fields on a locked record and save it; return what really changed.

    Two people may edit different fields of one record at once. Only when somebody else
    changed one of *these* fields after `seen_version` is the save refused, with both
    texts in the error.
    """
    wanted = _different(record, changes)
    if seen_version is not None and seen_version < record.version:
        _refuse_if_stale(record, wanted, seen_version)
    made = _set(record, wanted, at)
    if made:
        record.save(update_fields=[*wanted, *KEPT])
    return made


def revise_beside(
    record: EditableRecord,
    field: str,
    before: Any,
    after: Any,
    *,
    at: datetime,
    counted: bool = False,
) -> FieldChange:
    """Tell a change that stands in rows beside a locked record as a change of its own.

    It is one version further by it, unless the same act has counted one already.
    """
    if not counted:
        record.version += 1
        record.updated_at = at
        record.save(update_fields=[*KEPT])
    return FieldChange(kind_of(record), record.pk, record.version, field, before, after)


def revise_all(
    rows: Iterable[tuple[EditableRecord, Mapping[str, Any]]], *, at: datetime
) -> list[FieldChange]:
    """Do to many locked records of one kind what `revise` does to one.

    One statement for each set of fields that changed, not one for each record.
    """
    made: list[FieldChange] = []
    alike: dict[tuple[str, ...], list[EditableRecord]] = {}
    for record, changes in rows:
        wanted = _different(record, changes)
        if changed := _set(record, wanted, at):
            made += changed
            alike.setdefault((*sorted(wanted), *KEPT), []).append(record)
    for fields, records in alike.items():
        write_fields(records, fields)
    return made


def _different(record: EditableRecord, changes: Mapping[str, Any]) -> dict[str, Any]:
    """Return the changes that would change something."""
    return {
        name: value
        for name, value in changes.items()
        if plain(getattr(record, _attribute(record, name))) != plain(_key(value))
    }


def _set(
    record: EditableRecord, wanted: Mapping[str, Any], at: datetime
) -> list[FieldChange]:
    """Put the values on the record, one version further; the caller saves it."""
    if not wanted:
        return []
    fields = {name: _attribute(record, name) for name in wanted}
    before = {name: plain(getattr(record, fields[name])) for name in wanted}
    for name, value in wanted.items():
        setattr(record, name, value)
    record.version += 1
    record.updated_at = at
    kind, version = kind_of(record), record.version
    return [
        FieldChange(
            kind, record.pk, version, fields[name], before[name], plain(_key(v))
        )
        for name, v in wanted.items()
    ]


def revise_privately(
    record: EditableRecord,
    changes: Mapping[str, Any],
    *,
    at: datetime,
    seen_version: int | None = None,
    changed_by: str = "",
) -> bool:
    """Set fields on a locked private record; tell whether anything really changed.

    Nothing of it is kept beside the record: no words before and after, so what is
    erased there is erased. A save that started from an older version is refused with
    the text that stands now.
    """
    wanted = _different(record, changes)
    if not wanted:
        return False
    if seen_version is not None and seen_version < record.version:
        raise StaleEdit(
            tuple(
                Conflict(
                    name,
                    theirs=plain(getattr(record, _attribute(record, name))),
                    yours=plain(_key(value)),
                    by=changed_by,
                )
                for name, value in wanted.items()
            )
        )
    _set(record, wanted, at)
    record.save(update_fields=[*wanted, *KEPT])
    return True


def inverse_of(changes: Iterable[Change]) -> dict[int, dict[str, Any]]:
    """Return, for each record id, the fields as they were before these changes."""
    back: dict[int, dict[str, Any]] = {}
    for change in sorted(changes, key=lambda c: -c.pk):
        back.setdefault(change.subject_id, {})[change.field] = change.before
    return back


def plain(value: Any) -> Any:
    """Return a value as JSON knows it, so that before and after can be compared."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()  # one spelling, wherever it was said
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return format(value.normalize(), "f")
    return value


def _attribute(record: EditableRecord, name: str) -> str:
    return str(record._meta.get_field(name).attname)  # type: ignore[union-attr]


def _key(value: Any) -> Any:
    return getattr(value, "pk", value)


def _refuse_if_stale(
    record: EditableRecord, wanted: Mapping[str, Any], seen_version: int
) -> None:
    by_field = {_attribute(record, name): name for name in wanted}
    newer = {c.field: c for c in changes_since(record, seen_version, by_field)}
    if newer:
        raise StaleEdit(
            tuple(
                Conflict(
                    by_field[field],
                    theirs=change.after,
                    yours=plain(_key(wanted[by_field[field]])),
                    by=change.activity.content.actor_name,
                )
                for field, change in newer.items()
            )
        )
