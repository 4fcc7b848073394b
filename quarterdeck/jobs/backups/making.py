"""Write a backup while the server runs; it holds every write acknowledged before."""

import sqlite3
import tempfile
from contextlib import closing
from datetime import datetime
from importlib.metadata import version
from pathlib import Path

from django.conf import settings
from django.db import connection

from quarterdeck.shared.errors import RuleBroken

from . import postgresql
from .archive import write_archive
from .checking import check_sqlite


class BackupExists(RuleBroken):
    pass


class NoSuchFolder(RuleBroken):
    pass


class NotCopied(RuleBroken):
    pass


def make_backup(*, to: Path | None, at: datetime) -> Path:
    """Copy, verify, pack; nothing is left behind when one of them fails."""
    to = to.absolute() if to else _default(at)
    if to.exists():
        raise BackupExists(f"{to} exists already; a backup replaces nothing.")
    if not to.parent.is_dir():
        raise NoSuchFolder(f"There is no folder {to.parent}.")
    with tempfile.TemporaryDirectory(prefix=".backup-", dir=to.parent) as folder:
        copy = _copy(Path(folder))
        try:
            write_archive(
                to,
                copy,
                settings.SECRET_KEY,
                at.isoformat(timespec="seconds"),
                version("quarterdeck"),
            )
        except FileExistsError:
            raise BackupExists(
                f"{to} exists already; a backup replaces nothing."
            ) from None
    return to


def _default(at: datetime) -> Path:
    folder = settings.DATA_DIR / "backups"
    folder.mkdir(mode=0o700, exist_ok=True)
    return Path(folder / f"quarterdeck-{at:%Y%m%d-%H%M%S}.zip")


def _copy(folder: Path) -> Path:
    if connection.vendor == "postgresql":
        return postgresql.dump(folder / "quarterdeck.dump")
    copy = folder / "quarterdeck.sqlite3"
    copy_sqlite(Path(connection.settings_dict["NAME"]), copy)
    check_sqlite(copy)
    return copy


def copy_sqlite(source: Path, to: Path) -> None:
    """Copy in one step: one moment of the database, with its readers and writers at work."""
    source_url = f"file:{source}?mode=ro"
    try:
        with (
            closing(sqlite3.connect(source_url, uri=True, timeout=20)) as here,
            closing(sqlite3.connect(to)) as there,
        ):
            here.backup(there, pages=-1)
            there.execute("PRAGMA journal_mode=DELETE")
    except sqlite3.Error as error:
        raise NotCopied(f"The database cannot be copied to {to}: {error}.") from None
    to.chmod(0o600)
