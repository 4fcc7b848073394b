"""Write the file row by row, so that no size of it has to fit into memory at once."""

import tempfile
import zipfile
from collections.abc import Iterator
from typing import IO, Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import Model, QuerySet

from quarterdeck.domains.background_jobs import services as jobs

from ..models import OwnDataFile
from ..queries import everything_of
from ..rules import SECRET, about

AT_ONCE = 500
_encode = DjangoJSONEncoder(ensure_ascii=False).encode


def packed(file: OwnDataFile) -> tuple[bytes, dict[str, int]]:
    """Return the archive and how many rows of each kind stand in it."""
    with tempfile.TemporaryFile() as kept:
        with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as archive:
            with archive.open("my-data.json", "w", force_zip64=True) as data:
                counts = write_everything(file.user, data)
            words = about(str(file.user), file.prepared_at, counts, file.holds_private)
            archive.writestr("read-me.txt", words)
        kept.seek(0)
        return kept.read(), counts


def write_everything(user: Any, to: IO[bytes]) -> dict[str, int]:
    kinds, counts = everything_of(user), {}
    to.write(b"{")
    for number, (kind, rows) in enumerate(kinds.items()):
        to.write(f"{',' if number else ''}\n{_encode(kind)}: [".encode())
        counts[kind] = _write_rows(rows, to)
        to.write(b"]")
        jobs.report_progress(
            number + 1, len(kinds), kind.replace("_", " ").capitalize()
        )
    to.write(b"\n}\n")
    return counts


def _write_rows(rows: QuerySet[Any], to: IO[bytes]) -> int:
    written = 0
    for row in _each(rows):
        to.write(f"{',' if written else ''}\n {_encode(plain(row))}".encode())
        written += 1
        if not written % AT_ONCE:
            jobs.raise_if_cancelled()
    return written


def _each(rows: QuerySet[Any]) -> Iterator[Any]:
    """Read in pieces and in order; links to many are fetched for each piece."""
    return rows.iterator(chunk_size=AT_ONCE)


def plain(row: Model) -> dict[str, Any]:
    """Return a record's own columns, without what opens doors; an act with its words."""
    names = {field.attname for field in row._meta.concrete_fields}
    kept = sorted(names - SECRET - row.get_deferred_fields())
    found = {name: getattr(row, name) for name in kept}
    content = getattr(row, "content", None)
    return {**plain(content), **found} if isinstance(content, Model) else found
